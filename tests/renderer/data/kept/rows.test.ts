import Dexie from 'dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Response } from '@shared/model/study.ts';
import { database } from '../../../../renderer/data/database.ts';
import { applyNext, clearWork, putRows, setApplied } from '../../../../renderer/data/journal/projection.ts';
import { keptMistakes, keptResponses } from '../../../../renderer/data/kept/rows.ts';

const person = 'P-1';

const response = (id: string, change: Partial<Response> = {}): Response => ({
  id,
  personId: person,
  questionId: `Q-${id}`,
  section: '示例板块',
  revision: '0000000000000001',
  answer: { kind: 'judge', value: true },
  correct: true,
  mode: 'random',
  at: 1000,
  ...change,
});

const rows = async (personId = person): Promise<Response[]> =>
  [...(await keptResponses(personId)).rows.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));

beforeEach(async () => {
  await database.delete();
  await database.open();
});

describe('rows kept in memory', () => {
  it('are those of one person, however many share a moment', async () => {
    const own = Array.from({ length: 1300 }, (_, number) => response(`r${10_000 + number}`, { at: number < 1200 ? 5 : number }));
    await database.responses.bulkPut([...own, response('s', { personId: 'P-2' })]);
    expect(await rows()).toEqual(own);
    expect((await rows('P-2')).map(({ id }) => id)).toEqual(['s']);
  });

  it('follow what the journal brings, and the rebuilding of the tables', async () => {
    await database.responses.put(response('a'));
    expect(await rows()).toEqual([response('a')]);
    const before = await keptResponses(person);
    expect(await keptResponses(person)).toBe(before);
    await setApplied({ n: 1, hash: '1' });
    await applyNext({ ops: [{ table: 'responses', put: response('b') }] }, { n: 2, hash: '2' });
    expect(await rows()).toEqual([response('a'), response('b')]);
    expect(await keptResponses(person)).not.toBe(before);
    await clearWork();
    await putRows([{ table: 'responses', row: response('c') }]);
    expect(await rows()).toEqual([response('c')]);
  });

  it('do not know what a transaction took back', async () => {
    await database.responses.put(response('a'));
    await rows();
    const failing = database.transaction('rw', database.responses, async () => {
      await database.responses.put(response('b'));
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await rows()).toEqual([response('a')]);
  });

  it('are those of the database that is open', async () => {
    await database.responses.put(response('a'));
    await rows();
    await database.delete();
    await database.open();
    expect(await rows()).toEqual([]);
  });

  it('make a live query run again when one is added', async () => {
    const seen: number[] = [];
    const subscription = Dexie.liveQuery(async () => (await keptResponses(person)).rows.size).subscribe((count) => seen.push(count));
    await expect.poll(() => seen).toEqual([0]);
    await database.responses.put(response('a'));
    await expect.poll(() => seen).toEqual([0, 1]);
    await database.responses.put(response('b', { personId: 'P-2' }));
    await database.responses.put(response('c'));
    await expect.poll(() => seen.at(-1)).toBe(2);
    subscription.unsubscribe();
  });

  it('equal the table after any writes, read at any moment between them', async () => {
    const write = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      at: fc.nat(3),
      how: fc.constantFrom('put', 'delete', 'clear', 'read'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 12 }), async (writes) => {
        await database.responses.clear();
        for (const { id, at, how } of writes) {
          const reading = rows(); // meets the write on its way
          if (how === 'put') await database.responses.put(response(id, { at }));
          if (how === 'delete') await database.responses.delete(id);
          if (how === 'clear') await database.responses.clear();
          await reading;
        }
        expect(await rows()).toEqual(await database.responses.toArray());
      }),
      { numRuns: 50 },
    );
  });

  it('find by their ids what has the person in front', async () => {
    const mistake = { id: `${person}:Q-1`, personId: person, questionId: 'Q-1', section: '', wrongCount: 1, rightInARow: 0, lastAt: 1 };
    await database.mistakes.bulkPut([
      { ...mistake, state: 'open' },
      { ...mistake, id: 'P-10:Q-1', personId: 'P-10', state: 'open' },
    ]);
    expect([...(await keptMistakes(person)).rows.keys()]).toEqual([mistake.id]);
  });
});
