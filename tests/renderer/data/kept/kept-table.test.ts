import Dexie from 'dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '@shared/model/project.ts';
import { projectCard } from '@shared/projects/register.ts';
import { database } from '../../../../renderer/data/database.ts';
import { readProjectCards } from '../../../../renderer/data/projects/register/cards.ts';
import { project } from '../../../shared/projects/fixture.ts';

const row = (id: string, title = '示例'): Project => ({ ...project, id, title, background: '很长的背景。' });

beforeEach(async () => {
  await database.delete();
  await database.open();
});

/** As the journal's projection writes: of a write without a transaction Dexie tells live queries before it is there. */
const writeOne = (changed: Parameters<typeof database.projects.put>[0]) =>
  database.transaction('rw', database.projects, async () => void (await database.projects.put(changed)));

describe('a table kept in memory', () => {
  it('holds every row without its long texts, in the order of the ids', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => row(`p${10_000 + n}`));
    await database.projects.bulkPut(rows.toReversed());
    expect(await readProjectCards()).toEqual(rows.map(projectCard));
    expect(await readProjectCards()).toBe(await readProjectCards());
  });

  it('equals the table after any writes, read at any moment between them', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const anyWrite = fc.record({ id: fc.constantFrom(...ids), title: fc.option(fc.string()), reads: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(anyWrite, { maxLength: 12 }), async (writes) => {
        await database.projects.clear();
        for (const { id, title, reads } of writes) {
          const reading = reads ? readProjectCards() : null;
          await (title === null ? database.projects.delete(id) : database.projects.put(row(id, title)));
          await reading;
        }
        expect(await readProjectCards()).toEqual((await database.projects.toArray()).map(projectCard));
      }),
      { numRuns: 40 },
    );
  });

  it('makes a live query run again when a row changes', async () => {
    const seen: string[] = [];
    const titles = async (): Promise<string> => (await readProjectCards()).map(({ title }) => title).join();
    const subscription = Dexie.liveQuery(titles).subscribe((now) => seen.push(now));
    await expect.poll(() => seen).toEqual(['']);
    await writeOne(row('a', '甲'));
    await expect.poll(() => seen.at(-1)).toBe('甲');
    await writeOne(row('a', '乙'));
    await expect.poll(() => seen.at(-1)).toBe('乙');
    subscription.unsubscribe();
  });

  it('is that of the database that is open', async () => {
    await database.projects.put(row('a'));
    await readProjectCards();
    await database.delete();
    await database.open();
    expect(await readProjectCards()).toEqual([]);
  });
});
