import fc from 'fast-check';
import { succeed } from '@shared/model/failure.ts';
import { parseCommit } from '@shared/model/schemas/work.ts';
import { workTables, type Commit, type WorkOp } from '@shared/model/work.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { database } from '../../../renderer/data/database.ts';
import { connectJournal } from '../../../renderer/data/work.ts';

/** Joins the renderer's work room to a real journal, with main's check of every commit between them. */
export function connect(journal: Journal): void {
  connectJournal({
    commit: async (commit) => succeed(await journal.commit(parseCommit(structuredClone(commit)))),
    since: async (mark, limit) => structuredClone(await journal.since(mark, limit)),
    rows: async (snapshot, from) => structuredClone(await journal.rows(snapshot, from)),
  });
}

export async function freshDatabase(): Promise<void> {
  await database.delete();
  await database.open();
}

/** Every row of work, by table. */
export async function workRows(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(workTables.map(async (table) => [table, await database[table].toArray()] as const));
  return Object.fromEntries(tables);
}

export const clock = (id: string, elapsedMs = 1): WorkOp => ({ table: 'attemptClocks', put: { id, attemptId: id, elapsedMs, at: 1 } });

export const position = (id: string, index = 0): WorkOp => ({
  table: 'positions',
  put: { id, personId: 'person', section: '党章', questionId: 'q', index },
});

/** Few ids, so that rows are often changed and removed again. */
const id = fc.constantFrom('a', 'b', 'c', 'd');
const op: fc.Arbitrary<WorkOp> = fc.oneof(
  fc.tuple(id, fc.nat(9)).map(([row, elapsedMs]) => clock(row, elapsedMs)),
  fc.tuple(id, fc.nat(9)).map(([row, index]) => position(row, index)),
  fc.record({ table: fc.constantFrom('attemptClocks' as const, 'positions' as const), remove: id }),
);

export const someCommits: fc.Arbitrary<readonly Commit[]> = fc.array(
  fc.record({ what: fc.constant('test'), ops: fc.array(op, { minLength: 1, maxLength: 4 }) }),
  { maxLength: 20 },
);
