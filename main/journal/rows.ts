import type { JournalReplay } from '@shared/ipc/contract.ts';
import type { WorkOp } from '@shared/model/work.ts';

export type TableRow = JournalReplay['rows'][number];

/** The current rows of all work tables, each under its table and id. */
export type Rows = Map<string, TableRow>;

export function putRow(rows: Rows, entry: TableRow): void {
  rows.set(keyOf(entry.table, entry.row.id), entry);
}

export function applyOps(rows: Rows, ops: readonly WorkOp[]): void {
  for (const op of ops) {
    if ('put' in op) putRow(rows, { table: op.table, row: op.put });
    else rows.delete(keyOf(op.table, op.remove));
  }
}

const keyOf = (table: string, id: string): string => `${table}/${id}`;
