import type { JournalMark, WorkOp } from '@shared/model/work.ts';
import { sealedLine } from './chain.ts';
import { rowLines, writeSnapshot, type TableRow } from './snapshot.ts';

/** What happened behind a snapshot, in order. It is read twice and must be the same both times. */
export type Changes = () => AsyncIterable<readonly WorkOp[]>;

/** Lines are put on the disk in pieces of about so many bytes. */
const pieceBytes = 512_000;

/**
 * Writes the snapshot at a mark: the rows of the one before that nothing has touched since, and what the changes left of
 * the others. In memory there are only the names of rows that were touched.
 */
export async function foldSnapshot(directory: string, base: JournalMark, changes: Changes, mark: JournalMark): Promise<void> {
  const last = await lastTouch(changes);
  let rows = [...last.values()].filter((place) => place !== removed).length;
  for await (const { row } of rowLines(directory, base)) if (!last.has(keyOf(row.table, row.row.id))) rows += 1;
  await writeSnapshot(directory, mark, rows, inPieces(folded(directory, base, changes, last)));
}

const removed = -1;

/** For each row that was touched, counting all ops, the place of the op that put it last; or that it was removed. */
async function lastTouch(changes: Changes): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  let place = 0;
  for await (const ops of changes()) {
    for (const op of ops) {
      last.set(keyOf(op.table, 'put' in op ? op.put.id : op.remove), 'put' in op ? place : removed);
      place += 1;
    }
  }
  return last;
}

async function* folded(directory: string, base: JournalMark, changes: Changes, last: ReadonlyMap<string, number>): AsyncGenerator<Buffer> {
  for await (const { bytes, row } of rowLines(directory, base)) {
    if (!last.has(keyOf(row.table, row.row.id))) yield Buffer.concat([bytes, lineEnd]);
  }
  let place = 0;
  for await (const ops of changes()) {
    for (const op of ops) {
      if ('put' in op && last.get(keyOf(op.table, op.put.id)) === place) yield Buffer.from(sealedLine(rowOf(op)));
      place += 1;
    }
  }
}

const lineEnd = Buffer.from('\n');

const rowOf = ({ table, put }: Extract<WorkOp, { readonly put: unknown }>): TableRow => ({ table, row: put });

async function* inPieces(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let piece: Buffer[] = [];
  let length = 0;
  for await (const line of lines) {
    piece.push(line);
    length += line.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(piece);
    [piece, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(piece);
}

const keyOf = (table: string, id: string): string => `${table}/${id}`;
