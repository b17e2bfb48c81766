import { readFile, rm } from 'node:fs/promises';
import type { JournalMark } from '@shared/model/work.ts';
import { decodeRecord, lineFeed, provenRecords, type ProvenRecord } from './chain.ts';
import { prune, segmentFile, setAside, snapshotFile, type JournalFiles } from './directory.ts';
import { applyOps, putRow, type Rows } from './rows.ts';
import { scanSegment } from './segments.ts';
import { readRows, readWhole, writeSnapshot } from './snapshot.ts';

/** What has been gathered from a damaged journal so far. */
interface Gathering {
  readonly rows: Rows;
  /** The last record that is in the rows. */
  mark: JournalMark;
  /** The highest record number that there is a trace of. */
  furthest: number;
  /** How many record numbers behind the base are accounted for. */
  found: number;
  /** Rows of a damaged snapshot that nothing else holds. */
  missingRows: number;
}

/**
 * Applies everything behind the base that still proves itself, in order: records, and rows of damaged snapshots. Damaged
 * files are set aside as they are; then a fresh snapshot of the result takes their place. Every step may be repeated
 * after a crash. Returns how many records are lost (or rows, where only a damaged snapshot held them).
 */
export async function salvage(directory: string, base: JournalMark, files: JournalFiles): Promise<{ mark: JournalMark; lost: number }> {
  const gathering: Gathering = { rows: await readWhole(directory, base), mark: base, furthest: base.n, found: 0, missingRows: 0 };
  const snapshots = files.snapshots.filter((n) => n > base.n);
  const segments = files.segments.filter((first) => first > base.n);
  const parts = [
    ...snapshots.map((n) => ({ place: n, gather: () => gatherRows(gathering, n, snapshotFile(directory, n)) })),
    ...segments.map((first) => ({ place: first - 0.5, gather: () => gatherRecords(gathering, first, segmentFile(directory, first)) })),
  ];
  for (const part of parts.sort((a, b) => a.place - b.place)) await part.gather();

  const { mark, rows, furthest, found, missingRows } = gathering;
  await writeSnapshot(directory, mark, rows);
  for (const n of snapshots) if (n !== mark.n) await rm(snapshotFile(directory, n));
  for (const first of segments) if (first > mark.n) await rm(segmentFile(directory, first));
  await prune(directory);
  return { mark, lost: furthest - base.n - found + missingRows };
}

async function gatherRecords(gathering: Gathering, first: number, file: string): Promise<void> {
  const bytes = await readFile(file);
  if (scanSegment(file, bytes, gathering.mark).state !== 'clean') await setAside(file, bytes);
  const records = provenRecords(bytes);
  for (const record of records) {
    if (record.n <= gathering.mark.n) continue;
    applyOps(gathering.rows, decodeRecord(bytes, record).ops);
    gathering.mark = { n: record.n, hash: record.hash };
    gathering.found++;
  }
  gathering.furthest = Math.max(gathering.furthest, Math.max(first - 1, gathering.mark.n) + linesBehind(bytes, records.at(-1)));
}

async function gatherRows(gathering: Gathering, n: number, file: string): Promise<void> {
  const bytes = await readFile(file);
  await setAside(file, bytes);
  const { rows, hash, missing } = await readRows(bytes);
  for (const row of rows) putRow(gathering.rows, row);
  if (n <= gathering.mark.n) return;
  gathering.found += n - gathering.mark.n;
  gathering.missingRows += missing;
  gathering.mark = { n, hash };
  gathering.furthest = Math.max(gathering.furthest, n);
}

/** Complete lines behind the last record that proves itself: each was a record once. */
function linesBehind(bytes: Buffer, last: ProvenRecord | undefined): number {
  const rest = bytes.subarray((last?.end ?? bytes.indexOf(lineFeed)) + 1);
  return rest.filter((byte) => byte === lineFeed).length;
}
