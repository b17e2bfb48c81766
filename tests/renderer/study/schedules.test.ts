import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Response } from '@shared/model/study.ts';
import { database } from '../../../renderer/data/database.ts';
import { readSchedule, scheduleOldAnswers, scheduleOps } from '../../../renderer/data/study/schedules.ts';
import { commit } from '../../../renderer/data/work.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});

const response = (id: string, change: Partial<Response> = {}): Response => ({
  id,
  personId: 'p',
  questionId: 'q',
  section: '党章',
  revision: '1',
  answer: { kind: 'judge', value: true },
  correct: true,
  mode: 'random',
  at: 1_000_000,
  ...change,
});

/** Gives one answer as every room does that takes answers. */
const answer = async (given: Response): Promise<void> => {
  await commit('test', [{ table: 'responses', put: given }, ...(await scheduleOps([given]))]);
};

it('answers to several questions move their schedules together; one that has left the banks has none', async () => {
  const responses = [
    response('a'),
    response('b', { questionId: 'other', correct: false }),
    response('c', { questionId: 'gone', revision: '' }),
  ];
  await commit('test', await scheduleOps(responses));
  expect((await database.schedules.toArray()).map(({ id, reps, stability }) => [id, reps, stability])).toEqual([
    ['p:other', 1, 0.212],
    ['p:q', 1, 2.3065],
  ]);
  expect(await readSchedule('p', 'q')).toMatchObject({ revision: '1', lastReview: 1_000_000 });
  expect(await readSchedule('somebody', 'q')).toBeNull();
});

it('answers from before schedules were kept get theirs once, and nobody else’s are touched', async () => {
  const old = [
    response('a'),
    response('b', { correct: false, at: 90_000_000 }),
    response('c', { questionId: 'other' }),
    response('d', { personId: 'x' }),
  ];
  await commit(
    'test',
    old.map((put) => ({ table: 'responses' as const, put })),
  );
  expect(await scheduleOldAnswers('p')).toEqual({ ok: true, value: null });
  expect((await database.schedules.toArray()).map(({ id, reps, lastReview }) => [id, reps, lastReview])).toEqual([
    ['p:other', 1, 1_000_000],
    ['p:q', 2, 90_000_000],
  ]);
  const before = journal.commits.length;
  await scheduleOldAnswers('p');
  expect(journal.commits).toHaveLength(before);
});

it('says why they could not be kept', async () => {
  await commit('test', [{ table: 'responses', put: response('a') }]);
  journal.refuse('disk-full');
  expect(await scheduleOldAnswers('p')).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
});

it('law: taken over afterwards or kept from the first answer on, the schedules are the same', async () => {
  const someAnswers = fc.array(
    fc.record({ question: fc.constantFrom('a', 'b', 'c'), correct: fc.boolean(), hours: fc.integer({ min: 1, max: 900 }) }),
    {
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(someAnswers, async (answers) => {
      await database.schedules.clear();
      await database.responses.clear();
      let at = 0;
      const given = answers.map(({ question, correct, hours }, n) => {
        at += hours * 3_600_000;
        return response(`r${n}`, { questionId: question, correct, at });
      });
      for (const one of given) await answer(one);
      const kept = await database.schedules.toArray();
      await database.schedules.clear();
      await scheduleOldAnswers('p');
      expect(await database.schedules.toArray()).toEqual(kept);
    }),
    { numRuns: 25 },
  );
});
