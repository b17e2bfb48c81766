import { readFile } from 'node:fs/promises';
import type { Repair } from '@shared/ipc/contract.ts';
import type { JournalMark } from '@shared/model/work.ts';
import { beginning } from './chain.ts';
import { cutFile } from './cut.ts';
import { listFiles, segmentFile, snapshotFile } from './directory.ts';
import { salvage } from './salvage.ts';
import { scanSegment, type Scan, type Segment } from './segments.ts';
import { verifySnapshot } from './snapshot.ts';

/** A journal as it lies on the disk, mended where it had to be. */
export interface Recovered {
  /** Where the newest snapshot ends, or the beginning. */
  readonly base: JournalMark;
  /** What comes after it, in order. */
  readonly segments: readonly Segment[];
  readonly mark: JournalMark;
  readonly repairs: readonly Repair[];
}

/** Verifies everything after the newest whole snapshot; cuts a torn tail; makes a fresh beginning of what damage has left. */
export async function recover(directory: string): Promise<Recovered> {
  const files = await listFiles(directory);
  const base = await newestWhole(directory, files.snapshots);
  const scans = await scanAfter(
    directory,
    base,
    files.segments.filter((first) => first > base.n),
  );
  const last = scans.at(-1);
  const newest = files.snapshots.at(-1) ?? 0;
  // Only the very last line can be unfinished.
  const isDamaged = base.n !== newest || scans.some((scan) => scan.state === 'damaged' || (scan.state === 'torn' && scan !== last));
  if (isDamaged) {
    const { mark, lost } = await salvage(directory, base, files);
    return { base: mark, segments: [], mark, repairs: [{ kind: 'journal-damaged', amount: lost }] };
  }
  const repairs: Repair[] =
    last?.state === 'torn' ? [{ kind: 'journal-tail-cut', amount: await cutFile(last.segment.file, last.segment.bytes) }] : [];
  return { base, segments: scans.map((scan) => scan.segment), mark: last?.mark ?? base, repairs };
}

async function newestWhole(directory: string, snapshots: readonly number[]): Promise<JournalMark> {
  for (const n of snapshots.toReversed()) {
    const mark = await verifySnapshot(snapshotFile(directory, n));
    if (mark) return mark;
  }
  return beginning;
}

async function scanAfter(directory: string, base: JournalMark, firsts: readonly number[]): Promise<readonly Scan[]> {
  const scans: Scan[] = [];
  for (const first of firsts) {
    const file = segmentFile(directory, first);
    scans.push(scanSegment(file, await readFile(file), scans.at(-1)?.mark ?? base));
  }
  return scans;
}
