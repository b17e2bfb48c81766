import type { Table } from 'dexie';
import type { JournalRows } from '@shared/ipc/contract.ts';
import { workTables, type JournalMark, type JournalRecord, type WorkTable } from '@shared/model/work.ts';
import { database } from '../database.ts';

const nothing: JournalMark = { n: 0, hash: '' };

/** The last record that the work tables hold; that of an empty journal where they hold no state of any journal. */
export async function appliedMark(): Promise<JournalMark> {
  const mark = await database.meta.get('applied');
  return mark ? { n: mark.n, hash: mark.hash } : nothing;
}

export async function setApplied(mark: JournalMark): Promise<void> {
  await database.meta.put({ key: 'applied', ...mark });
}

/** Rows of one write: a step of thousands must not hold the window up as a whole. */
const rowsAtOnce = 200;

type Ops = Pick<JournalRecord, 'ops'>;

/** Brings the tables from the record before these to the last of these. */
export async function apply(records: readonly Ops[], mark: JournalMark): Promise<void> {
  await inTransaction(lastTouches(records), mark, async () => true);
}

/** The same with one record, if it is the one behind what the tables hold; else nothing is done. */
export function applyNext(record: Ops, mark: JournalMark): Promise<boolean> {
  return inTransaction(lastTouches([record]), mark, async () => (await appliedMark()).n + 1 === mark.n);
}

function inTransaction(touched: Touches, mark: JournalMark, fits: () => Promise<boolean>): Promise<boolean> {
  return database.transaction('rw', [database.meta, ...[...touched.keys()].map(tableOf)], async () => {
    if (!(await fits())) return false;
    for (const [table, rows] of touched) {
      const put = [...rows.values()].filter((row) => row !== null);
      const removed = [...rows].flatMap(([id, row]) => (row === null ? [id] : []));
      for (let from = 0; from < put.length; from += rowsAtOnce) await tableOf(table).bulkPut(put.slice(from, from + rowsAtOnce));
      if (removed.length > 0) await tableOf(table).bulkDelete(removed);
    }
    await setApplied(mark);
    return true;
  });
}

/** Empties the tables. They are nobody's state until `setApplied`: a crash in between makes the next start begin again. */
export async function clearWork(): Promise<void> {
  await database.transaction('rw', [database.meta, ...workTables.map(tableOf)], async () => {
    await database.meta.delete('applied');
    for (const table of workTables) await database[table].clear();
  });
}

export async function putRows(rows: JournalRows['rows']): Promise<void> {
  for (const [table, own] of Map.groupBy(rows, (entry) => entry.table)) await tableOf(table).bulkPut(own.map(({ row }) => row));
}

/** What the last op on each row made of it, by table and id; null where it removed the row. */
type Touches = ReadonlyMap<WorkTable, ReadonlyMap<string, unknown>>;

function lastTouches(records: readonly Ops[]): Touches {
  const touched = new Map<WorkTable, Map<string, unknown>>();
  for (const op of records.flatMap(({ ops }) => ops)) {
    const rows = touched.get(op.table) ?? new Map<string, unknown>();
    touched.set(op.table, 'put' in op ? rows.set(op.put.id, op.put) : rows.set(op.remove, null));
  }
  return touched;
}

const tableOf = (table: WorkTable) => database[table] as Table<unknown, string>; // table and row are paired by WorkOp
