import { createHash } from 'node:crypto';
import type { Commit, JournalMark, JournalRecord, WorkOp } from '@shared/model/work.ts';

// Every file of the journal is made of lines `hash SP json LF`. The hash is the hex SHA-256 of a seed and the json.
// The seed of a record is the hash of the record before it, which makes the records a chain. It also stands in the
// record as `prev`, so that a record proves itself even where the line before it is damaged. Other lines have no seed.

/** The mark of an empty journal. */
export const beginning: JournalMark = { n: 0, hash: '' };

export const lineFeed = 10;

/** A record that was found whole in the bytes of a file. */
export interface ProvenRecord extends JournalMark {
  readonly prev: string;
  /** The hash as the line prints it. Where it is not the one computed, the next record has proven this one. */
  readonly printed: string;
  /** Offset of the first byte of its line, and of the line feed behind it. */
  readonly start: number;
  readonly end: number;
}

const jsonAt = 65;
const recordHead = /^.{64} \{"n":(\d{1,15}),"prev":"([0-9a-f]{64}|)",/s;
const recordHeadLength = 180;
/** Never stands inside a record: within a JSON string its quotes are escaped, outside of strings there are no spaces. */
const recordStart = Buffer.from(' {"n":');

/** The json of a record without its beginning, which only its place in the chain decides. */
export function recordBody(commit: Commit, at: number): string {
  return JSON.stringify({ at, what: commit.what, ops: commit.ops }).slice(1);
}

/** The lines of new records behind a mark, the offset at which each begins, and the marks that they make. */
export function encodeRecords(bodies: readonly string[], after: JournalMark) {
  const lines: Buffer[] = [];
  const starts: number[] = [];
  const marks: JournalMark[] = [];
  let mark = after;
  let length = 0;
  for (const body of bodies) {
    const n = mark.n + 1;
    const json = `{"n":${n},"prev":"${mark.hash}",${body}`;
    mark = { n, hash: hashOf(mark.hash, json) };
    const line = Buffer.from(`${mark.hash} ${json}\n`);
    starts.push(length);
    length += line.length;
    lines.push(line);
    marks.push(mark);
  }
  return { bytes: Buffer.concat(lines), starts, marks };
}

/**
 * The records that prove themselves, in the order of the file, whatever else the bytes hold. A record whose own printed
 * hash is damaged is proven by the record behind it, which repeats that hash.
 */
export function provenRecords(bytes: Buffer): readonly ProvenRecord[] {
  const starts = lineStarts(bytes);
  const claims = starts.flatMap((start, index) => claimOf(bytes, start, (starts[index + 1] ?? bytes.length) - 1));
  return claims.filter((claim, index) => claim.printed === claim.hash || claims[index + 1]?.prev === claim.hash);
}

/** The record at a place where one was found. */
export function decodeRecord(bytes: Buffer, { hash, start, end }: ProvenRecord): JournalRecord {
  const json = bytes.toString('utf8', start + jsonAt, end);
  const { n, at, what, ops } = JSON.parse(json) as { n: number; at: number; what: string; ops: readonly WorkOp[] }; // proven by its hash
  return { n, hash, at, what, ops };
}

/** A line that belongs to no chain: a header, a row, a seal. */
export function sealedLine(value: object): string {
  const json = JSON.stringify(value);
  return `${hashOf('', json)} ${json}\n`;
}

/** The value of a sealed line without its line feed, or null where the line does not prove itself. */
export function openLine(line: Buffer): unknown {
  const json = line.subarray(jsonAt);
  return line.toString('latin1', 0, jsonAt) === `${hashOf('', json)} ` ? (JSON.parse(json.toString('utf8')) as unknown) : null;
}

function hashOf(seed: string, json: string | Buffer): string {
  return createHash('sha256').update(seed).update(json).digest('hex');
}

/** Offsets behind every line feed and at everything that looks like a record, should damage have hit a line feed. */
function lineStarts(bytes: Buffer): readonly number[] {
  const starts = new Set([0]);
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) starts.add(at + 1);
  for (let at = bytes.indexOf(recordStart); at >= 0; at = bytes.indexOf(recordStart, at + 1)) starts.add(Math.max(0, at - jsonAt + 1));
  return [...starts].sort((a, b) => a - b);
}

/** What a line says of itself, if it looks like a record at all. */
function claimOf(bytes: Buffer, start: number, end: number): readonly ProvenRecord[] {
  const [, n, prev] = recordHead.exec(bytes.toString('latin1', start, Math.min(end, start + recordHeadLength))) ?? [];
  if (n === undefined || prev === undefined) return [];
  const hash = hashOf(prev, bytes.subarray(start + jsonAt, end));
  return [{ n: Number(n), hash, prev, printed: bytes.toString('latin1', start, start + jsonAt - 1), start, end }];
}
