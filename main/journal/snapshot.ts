import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { JournalRows } from '@shared/ipc/contract.ts';
import type { JournalMark } from '@shared/model/work.ts';
import { writeDurably } from '../files.ts';
import { lineFeed, openLine, sealedLine } from './chain.ts';
import { snapshotFile } from './directory.ts';
import { linesOf, readPart } from './reading.ts';

// A snapshot is a header line, one line a row, and a seal over all lines before it. Each line proves itself too, so that
// rows can be saved from a damaged snapshot when there is nothing better. It may be longer than the memory: it is written
// and read as a stream.

export type TableRow = JournalRows['rows'][number];

interface Header extends JournalMark {
  readonly snapshot: 1;
  readonly rows: number;
}

type Line = Header | TableRow | { readonly sha256: string };

/** A damaged snapshot: what its header says, where it proves itself, and how many lines do not prove themselves. */
export interface Survey {
  readonly header: Header | null;
  readonly rows: number;
  readonly unproven: number;
}

/** Longer than a header or a seal with its line feed. */
const longestEnd = 512;

/** Bytes of lines in one page of rows, unless a single line is longer: what the window takes in without a pause. */
const pageBytes = 500_000;

/** Writes a snapshot at a mark from the lines of its rows, each with its line feed, and reads it back. */
export async function writeSnapshot(directory: string, mark: JournalMark, rows: number, lines: AsyncIterable<Buffer>): Promise<void> {
  const file = snapshotFile(directory, mark.n);
  await writeDurably(file, sealed({ snapshot: 1, n: mark.n, hash: mark.hash, rows }, lines));
  if (await verifySnapshot(file)) return;
  await rm(file);
  throw new Error(`snapshot ${mark.n} is not what was written`);
}

/** The mark of a snapshot that is whole, else null. */
export async function verifySnapshot(file: string): Promise<JournalMark | null> {
  const { size } = await stat(file);
  const end = await readPart(file, Math.max(0, size - longestEnd), size);
  if (end.at(-1) !== lineFeed) return null;
  const sealAt = end.lastIndexOf(lineFeed, -2) + 1;
  const seal = open(end.subarray(sealAt, -1));
  const length = size - end.length + sealAt;
  if (!seal || !('sha256' in seal) || length === 0 || seal.sha256 !== (await hashStart(file, length))) return null;
  const begin = await readPart(file, 0, longestEnd);
  const header = open(begin.subarray(0, begin.indexOf(lineFeed)));
  return header && 'snapshot' in header ? { n: header.n, hash: header.hash } : null;
}

/**
 * Rows of a snapshot that was verified before; `from` is 0 or the `next` of the page before. Throws where a line has been
 * damaged since.
 */
export async function readPage(directory: string, mark: JournalMark, from: number): Promise<JournalRows> {
  const file = snapshotFile(directory, mark.n);
  const rows: TableRow[] = [];
  let next = from;
  for await (const lines of linesOf(file, from)) {
    for (const bytes of lines) {
      const line = mustOpen(file, bytes);
      if ('sha256' in line) return { rows, next: null };
      if ('table' in line) rows.push(line);
      next += bytes.length + 1;
      if (next - from >= pageBytes) return { rows, next };
    }
  }
  throw changed(file);
}

/** The lines of all rows of a snapshot that was verified before, without line feeds. Throws where one has been damaged since. */
export async function* rowLines(directory: string, mark: JournalMark): AsyncGenerator<{ readonly bytes: Buffer; readonly row: TableRow }> {
  if (mark.n === 0) return;
  const file = snapshotFile(directory, mark.n);
  for await (const lines of linesOf(file)) {
    for (const bytes of lines) {
      const line = mustOpen(file, bytes);
      if ('table' in line) yield { bytes, row: line };
    }
  }
}

/** What there is in a snapshot that need not be whole. */
export async function surveySnapshot(file: string): Promise<Survey> {
  let header: Header | null = null;
  let rows = 0;
  let unproven = 0;
  for await (const lines of linesOf(file)) {
    for (const line of lines.map(open)) {
      if (!line) unproven += 1;
      else if ('snapshot' in line) header = line;
      else if ('table' in line) rows += 1;
    }
  }
  return { header, rows, unproven };
}

/** Every row of a snapshot that proves itself, some at once. */
export async function* provenRows(file: string): AsyncGenerator<readonly TableRow[]> {
  for await (const lines of linesOf(file)) {
    yield lines.map(open).filter((line) => line !== null && 'table' in line);
  }
}

async function* sealed(header: Header, lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const first = Buffer.from(sealedLine(header));
  hash.update(first);
  yield first;
  for await (const bytes of lines) {
    hash.update(bytes);
    yield bytes;
  }
  yield Buffer.from(sealedLine({ sha256: hash.digest('hex') }));
}

/** Hex SHA-256 of the first bytes of a file. */
async function hashStart(file: string, length: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: length - 1 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const open = (line: Buffer): Line | null => openLine(line) as Line | null; // what proves itself was written here

function mustOpen(file: string, bytes: Buffer): Line {
  const line = open(bytes);
  if (!line) throw changed(file);
  return line;
}

const changed = (file: string): Error => new Error(`${path.basename(file)} has changed on the disk`);
