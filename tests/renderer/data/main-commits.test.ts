import { afterEach, beforeEach, expect, it } from 'vitest';
import fc from 'fast-check';
import type { TrustFloor } from '@shared/model/trust.ts';
import { parseCommit } from '@shared/model/schemas/work.ts';
import type { Commit } from '@shared/model/work.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { journalFloors } from '../../../main/sync/trust/journal-floors.ts';
import { database } from '../../../renderer/data/database.ts';
import { catchUp, commit } from '../../../renderer/data/work.ts';
import { openIn, rowsOf, temporaryFolder } from '../../support/journals.ts';
import { clock, connect, freshDatabase, position, workRows } from './work-tables.ts';

// Main writes to the journal too, behind the renderer's back: the floors of publishers, whenever a sync raises one.

let journal: Journal;
beforeEach(async () => {
  await freshDatabase();
  journal = await openIn(temporaryFolder(), 1_000_000);
  connect(journal);
});
afterEach(() => journal.close());

const floor = (version: number): Omit<TrustFloor, 'id'> => {
  const role = { version, keys: ['key'] };
  return { root: 1, timestamp: role, snapshot: role, targets: role, issued: '2026-09-01T00:00:00Z' };
};

async function tables(): Promise<readonly string[]> {
  const rows = Object.entries(await workRows()).flatMap(([table, all]) => all.map((row) => `${table}/${(row as { id: string }).id}`));
  return rows.toSorted();
}

it('a commit of main between two of the window is replayed with the next of the window', async () => {
  const floors = journalFloors(async () => journal);
  await commit('test', [clock('a')]);
  await floors.keep('publisher', floor(1));
  await floors.keep('publisher', floor(2));
  await commit('test', [clock('b')]);
  expect(await database.trustFloors.toArray()).toEqual([{ id: 'publisher', ...floor(2) }]);
  expect(await tables()).toEqual(['attemptClocks/a', 'attemptClocks/b', 'trustFloors/publisher']);
  expect((await database.meta.get('applied'))?.n).toBe(4);
});

it('commits of main at the same moment as those of the window: nothing is missing, nothing is twice', async () => {
  const step = fc.record({ byMain: fc.boolean(), id: fc.constantFrom('a', 'b', 'c'), value: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      await freshDatabase();
      await journal.close();
      journal = await openIn(temporaryFolder(), 1_000);
      connect(journal);
      const floors = journalFloors(async () => journal);
      await Promise.all(
        steps.map(({ byMain, id, value }) =>
          byMain ? floors.keep(id, floor(value)) : commit('test', [clock(id, value), position(id, value)]),
        ),
      );
      await catchUp(false);
      expect(await tables()).toEqual([...(await rowsOf(journal)).keys()].toSorted());
    }),
    { numRuns: 25 },
  );
});

it('a database that outlives the journal gives the floors back to it', async () => {
  await journalFloors(async () => journal).keep('publisher', floor(7));
  await catchUp(false);
  await journal.close();
  journal = await openIn(temporaryFolder(), 1_000_000);
  connect(journal);
  await catchUp(false);
  expect(await journalFloors(async () => journal).read('publisher')).toEqual(floor(7));
});

it('a floor is checked like any row of work', () => {
  const put = (row: object) => ({ what: 'trust.floor', ops: [{ table: 'trustFloors', put: { id: 'publisher', ...floor(1), ...row } }] });
  expect(parseCommit(put({}))).toEqual(put({}) as Commit);
  for (const row of [{ id: '' }, { root: -1 }, { root: 1.5 }, { targets: { version: 1 } }, { issued: 5 }]) {
    expect(() => parseCommit(put(row))).toThrow();
  }
});
