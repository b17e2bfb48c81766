import { readFile, rm } from 'node:fs/promises';
import type { JournalMark, WorkOp } from '@shared/model/work.ts';
import { decodeRecord, lineFeed, provenRecords, type ProvenRecord } from './chain.ts';
import { prune, segmentFile, setAside, snapshotFile, type JournalFiles } from './directory.ts';
import { foldSnapshot, type Changes } from './fold.ts';
import { scanSegment } from './segments.ts';
import { provenRows, surveySnapshot } from './snapshot.ts';

/** What has been found in a damaged journal so far. */
interface Findings {
  /** The last record that is accounted for. */
  mark: JournalMark;
  /** The highest record number that there is a trace of. */
  furthest: number;
  /** How many record numbers behind the base are accounted for. */
  found: number;
  /** Rows of a damaged snapshot that nothing else holds. */
  missingRows: number;
}

/** Reads a file to see what is in it, sets it aside where it is damaged, and gives what it changed. */
type Part = { readonly place: number; readonly look: (findings: Findings) => Promise<Changes> };

/**
 * Applies everything behind the base that still proves itself, in order: records, and rows of damaged snapshots. Damaged
 * files are set aside as they are; then a fresh snapshot of the result takes their place. Every step may be repeated
 * after a crash. Returns how many records are lost (or rows, where only a damaged snapshot held them).
 */
export async function salvage(directory: string, base: JournalMark, files: JournalFiles): Promise<{ mark: JournalMark; lost: number }> {
  const findings: Findings = { mark: base, furthest: base.n, found: 0, missingRows: 0 };
  const snapshots = files.snapshots.filter((n) => n > base.n);
  const segments = files.segments.filter((first) => first > base.n);
  const parts: Part[] = [
    ...snapshots.map((n) => ({ place: n, look: lookAtSnapshot(n, snapshotFile(directory, n)) })),
    ...segments.map((first) => ({ place: first - 0.5, look: lookAtSegment(first, segmentFile(directory, first)) })),
  ];
  const changes: Changes[] = [];
  for (const { look } of parts.sort((a, b) => a.place - b.place)) changes.push(await look(findings));

  const { mark, furthest, found, missingRows } = findings;
  await foldSnapshot(directory, base, inOrder(changes), mark);
  for (const n of snapshots) if (n !== mark.n) await rm(snapshotFile(directory, n));
  for (const first of segments) if (first > mark.n) await rm(segmentFile(directory, first));
  await prune(directory);
  return { mark, lost: furthest - base.n - found + missingRows };
}

function inOrder(all: readonly Changes[]): Changes {
  return async function* () {
    for (const changes of all) yield* changes();
  };
}

const lookAtSegment =
  (first: number, file: string): Part['look'] =>
  async (findings) => {
    const bytes = await readFile(file);
    const before = findings.mark.n;
    if (scanSegment(file, bytes, findings.mark).state !== 'clean') await setAside(file);
    const records = provenRecords(bytes);
    for (const { n, hash } of records) {
      if (n <= findings.mark.n) continue;
      findings.mark = { n, hash };
      findings.found++;
    }
    findings.furthest = Math.max(findings.furthest, Math.max(first - 1, findings.mark.n) + linesBehind(bytes, records.at(-1)));
    return () => changesBehind(before, file);
  };

/** What the records of a file changed, each number once and never backwards. */
async function* changesBehind(n: number, file: string) {
  const bytes = await readFile(file);
  let last = n;
  for (const record of provenRecords(bytes)) {
    if (record.n <= last) continue;
    last = record.n;
    yield decodeRecord(bytes, record).ops;
  }
}

const lookAtSnapshot =
  (n: number, file: string): Part['look'] =>
  async (findings) => {
    await setAside(file);
    const { header, rows, unproven } = await surveySnapshot(file);
    if (n > findings.mark.n) {
      findings.found += n - findings.mark.n;
      findings.missingRows += header ? header.rows - rows : unproven;
      findings.mark = { n, hash: header?.hash ?? '' };
      findings.furthest = Math.max(findings.furthest, n);
    }
    return () => putsOf(file);
  };

async function* putsOf(file: string): AsyncGenerator<readonly WorkOp[]> {
  for await (const rows of provenRows(file)) yield rows.map(({ table, row }) => ({ table, put: row }) as WorkOp); // paired in the line
}

/** Complete lines behind the last record that proves itself: each was a record once. */
function linesBehind(bytes: Buffer, last: ProvenRecord | undefined): number {
  const rest = bytes.subarray((last?.end ?? bytes.indexOf(lineFeed)) + 1);
  return rest.filter((byte) => byte === lineFeed).length;
}
