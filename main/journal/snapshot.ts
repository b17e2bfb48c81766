import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import type { JournalMark } from '@shared/model/work.ts';
import { hashBytes, writeDurably } from '../files.ts';
import { lineFeed, openLine, sealedLine } from './chain.ts';
import { snapshotFile } from './directory.ts';
import { putRow, type Rows, type TableRow } from './rows.ts';

// A snapshot is a header line, one line a row, and a seal over all lines before it. Each line proves itself too, so that
// rows can be saved from a damaged snapshot when there is nothing better.

interface Header extends JournalMark {
  readonly snapshot: 1;
  readonly rows: number;
}

type Line = Header | TableRow | { readonly sha256: string };

export interface FoundRows {
  readonly rows: readonly TableRow[];
  /** Hash of the last record in the snapshot; '' where the header does not prove itself. */
  readonly hash: string;
  /** How many rows did not prove themselves. */
  readonly missing: number;
}

/** Commits waiting meanwhile get their turn after this many rows. */
const rowsAtOnce = 1_000;

/** Writes the rows as they are at a mark, and reads them back. */
export async function writeSnapshot(directory: string, mark: JournalMark, rows: Rows): Promise<void> {
  const file = snapshotFile(directory, mark.n);
  await writeDurably(file, await encode(mark, [...rows.values()]));
  if (await verifySnapshot(file)) return;
  await rm(file);
  throw new Error(`snapshot ${mark.n} is not what was written`);
}

/** The mark of a snapshot that is whole, else null. */
export async function verifySnapshot(file: string): Promise<JournalMark | null> {
  const bytes = await readFile(file);
  if (bytes.at(-1) !== lineFeed) return null;
  const sealAt = bytes.lastIndexOf(lineFeed, -2) + 1;
  const seal = lineAt(bytes, sealAt, bytes.length - 1);
  if (!seal || !('sha256' in seal) || seal.sha256 !== hashBytes(bytes.subarray(0, sealAt))) return null;
  const header = lineAt(bytes, 0, bytes.indexOf(lineFeed));
  return header && 'snapshot' in header ? { n: header.n, hash: header.hash } : null;
}

/** Every row of a snapshot that proves itself. */
export async function readRows(bytes: Buffer): Promise<FoundRows> {
  const rows: TableRow[] = [];
  let header: Header | null = null;
  let unproven = 0;
  let count = 0;
  for (const line of linesOf(bytes)) {
    if (!line) unproven++;
    else if ('snapshot' in line) header = line;
    else if ('table' in line) rows.push(line);
    if (++count % rowsAtOnce === 0) await pause();
  }
  return { rows, hash: header?.hash ?? '', missing: header ? header.rows - rows.length : unproven };
}

/** The rows of a snapshot that was verified before. Throws where some have been damaged since. */
export async function readWhole(directory: string, mark: JournalMark): Promise<Rows> {
  const rows: Rows = new Map();
  if (mark.n === 0) return rows;
  const found = await readRows(await readFile(snapshotFile(directory, mark.n)));
  if (found.missing > 0) throw new Error(`snapshot ${mark.n} has changed on the disk`);
  for (const row of found.rows) putRow(rows, row);
  return rows;
}

async function encode(mark: JournalMark, rows: readonly TableRow[]): Promise<Buffer> {
  const header: Header = { snapshot: 1, n: mark.n, hash: mark.hash, rows: rows.length };
  const parts = [Buffer.from(sealedLine(header))];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const lines = rows.slice(from, from + rowsAtOnce).map(sealedLine);
    parts.push(Buffer.from(lines.join('')));
    await pause();
  }
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Buffer.concat([...parts, Buffer.from(sealedLine({ sha256: hash.digest('hex') }))]);
}

function* linesOf(bytes: Buffer): Generator<Line | null> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(lineFeed, start);
    yield lineAt(bytes, start, end < 0 ? bytes.length : end);
    start = end < 0 ? bytes.length : end + 1;
  }
}

function lineAt(bytes: Buffer, start: number, end: number): Line | null {
  return openLine(bytes.subarray(start, end)) as Line | null; // what proves itself was written here
}
