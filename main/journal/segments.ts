import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { JournalMark, JournalRecord } from '@shared/model/work.ts';
import { writeDurably } from '../files.ts';
import { decodeRecord, lineFeed, openLine, provenRecords, sealedLine } from './chain.ts';
import { segmentFile } from './directory.ts';
import { readPart } from './reading.ts';

/** Grows when the lines change their meaning; a program refuses a journal that is newer than itself. */
const format = 1;

/** A file of records and where in it each begins. It opens with a header line that links it to the record before. */
export interface Segment {
  readonly file: string;
  /** Number of its first record. */
  readonly first: number;
  /** starts[k] is the offset of record first + k. */
  readonly starts: number[];
  /** Length of header and records. */
  bytes: number;
}

/** The segment that is being written. */
export interface Tail {
  readonly segment: Segment;
  /** Resolves when the lines are on the disk. Rejects with the system's error when they are not, and leaves none of them behind. */
  append(lines: Buffer, starts: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * clean: every byte is accounted for. torn: the last line was not finished, so nobody was told that it is saved.
 * damaged: anything else.
 */
export interface Scan {
  readonly segment: Segment;
  readonly state: 'clean' | 'torn' | 'damaged';
  /** The last record of the unbroken chain. */
  readonly mark: JournalMark;
}

/** Begins the segment behind a mark. */
export async function createSegment(directory: string, after: JournalMark): Promise<Tail> {
  const header = headerAfter(after);
  const file = segmentFile(directory, after.n + 1);
  try {
    await writeDurably(file, header);
    return await openTail({ file, first: after.n + 1, starts: [], bytes: header.length });
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Reads what a segment holds behind a mark, as far as the chain is unbroken. */
export function scanSegment(file: string, bytes: Buffer, after: JournalMark): Scan {
  const header = headerAfter(after);
  const segment: Segment = { file, first: after.n + 1, starts: [], bytes: header.length };
  if (!bytes.subarray(0, header.length).equals(header)) {
    refuseNewer(bytes);
    return { segment, state: 'damaged', mark: after };
  }
  const records = provenRecords(bytes);
  let mark = after;
  for (const record of records) {
    const follows = record.start === segment.bytes && record.prev === mark.hash && record.n === mark.n + 1;
    const isIntact = record.printed === record.hash && bytes[record.end] === lineFeed;
    if (!follows || !isIntact) break;
    mark = { n: record.n, hash: record.hash };
    segment.starts.push(record.start);
    segment.bytes = record.end + 1;
  }
  const isUnfinished = segment.starts.length === records.length && !bytes.includes(lineFeed, segment.bytes);
  return { segment, state: segment.bytes === bytes.length ? 'clean' : isUnfinished ? 'torn' : 'damaged', mark };
}

/**
 * Where the system knows it, a write returns when it is on the disk, as if a datasync followed: one way to the disk and
 * back in place of two, for which somebody waits at every answer. Windows does not name it.
 */
const durableWrites: number | undefined = constants.O_DSYNC;

/** Opens a clean segment for writing at its end. */
export async function openTail(segment: Segment): Promise<Tail> {
  const handle = await open(segment.file, constants.O_RDWR | (durableWrites ?? 0)); // not O_APPEND: Windows refuses to truncate such a file
  let soiled = false;

  async function clean(): Promise<void> {
    if (!soiled) return;
    await handle.truncate(segment.bytes);
    await handle.datasync();
    soiled = false;
  }

  return {
    segment,
    async append(lines, starts) {
      await clean();
      try {
        await writeAll(handle, lines, segment.bytes);
        if (durableWrites === undefined) await handle.datasync();
      } catch (error) {
        soiled = true;
        await clean().catch(() => undefined); // then the next append begins with it
        throw error;
      }
      for (const start of starts) segment.starts.push(segment.bytes + start);
      segment.bytes += lines.length;
    },
    close: () => handle.close(),
  };
}

/** Records `from` to `to` of a segment, both inclusive. Throws where the file no longer holds them. */
export async function readRecords(segment: Segment, from: number, to: number): Promise<readonly JournalRecord[]> {
  const offsetOf = (n: number): number => segment.starts[n - segment.first] ?? segment.bytes;
  const bytes = await readPart(segment.file, offsetOf(from), offsetOf(to + 1));
  const records = provenRecords(bytes);
  if (records.length !== to - from + 1) throw new Error(`${path.basename(segment.file)} has changed on the disk`);
  return records.map((record) => decodeRecord(bytes, record));
}

function headerAfter(mark: JournalMark): Buffer {
  return Buffer.from(sealedLine({ journal: format, first: mark.n + 1, prev: mark.hash }));
}

/** A newer program's files are neither damaged nor ours to mend. */
function refuseNewer(bytes: Buffer): void {
  const header = openLine(bytes.subarray(0, bytes.indexOf(lineFeed))) as { journal?: number } | null; // any line that proves itself is an object
  if ((header?.journal ?? 0) > format) throw new Error('the journal was written by a newer version of this program');
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
