import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { JournalRows } from '@shared/ipc/contract.ts';
import type { Commit, JournalMark, WorkRows } from '@shared/model/work.ts';
import { openJournal, type Journal } from '../../main/journal/journal.ts';

/** In memory where the system offers that: thousands of trials would otherwise wait for the disk. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(root, 'sanxun-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lends a copy of a folder for one trial. */
export async function withCopy<T>(folder: string, trial: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(path.join(root, 'sanxun-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await trial(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Opens the journal of a folder; files are kept short so that there are several. */
export const openIn = (folder: string, segmentBytes = 600): Promise<Journal> =>
  openJournal(folder, { now: () => 1_770_000_000_000, segmentBytes });

/** Runs something on the journal of a folder and closes it. */
export async function using<T>(folder: string, work: (journal: Journal) => Promise<T>, segmentBytes?: number): Promise<T> {
  const journal = await openIn(folder, segmentBytes);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

/** A commit that puts one small row. */
export function clockCommit(id: string, elapsedMs = 1): Commit {
  const put: WorkRows['attemptClocks'] = { id, attemptId: id, elapsedMs, at: 1 };
  return { what: 'exam.clock', ops: [{ table: 'attemptClocks', put }] };
}

/** All current rows as `table/id` → row, read as a database that knows nothing reads them. */
export async function rowsOf(journal: Journal): Promise<ReadonlyMap<string, unknown>> {
  const rows = new Map<string, unknown>();
  for (let mark: JournalMark = { n: journal.mark.n, hash: 'in no journal' }; ;) {
    const replay = await journal.since(mark, 1_000);
    mark = replay.mark;
    if (replay.reset) for await (const { table, row } of snapshotRows(journal, mark)) rows.set(`${table}/${row.id}`, row);
    for (const op of replay.records.flatMap(({ ops }) => ops)) {
      if ('put' in op) rows.set(`${op.table}/${op.put.id}`, op.put);
      else rows.delete(`${op.table}/${op.remove}`);
    }
    if (!replay.reset && mark.n === replay.last) return rows;
  }
}

/** The rows of a journal's newest snapshot, page by page. Nothing may compact meanwhile. */
export async function* snapshotRows(journal: Journal, snapshot: JournalMark): AsyncGenerator<JournalRows['rows'][number]> {
  for (let from: number | null = 0; from !== null;) {
    const page: JournalRows | null = await journal.rows(snapshot, from);
    if (!page) throw new Error(`${snapshot.n} is not the newest snapshot`);
    yield* page.rows;
    from = page.next;
  }
}

/** Names of the clock rows, sorted. */
export async function clocksOf(journal: Journal): Promise<readonly string[]> {
  return [...(await rowsOf(journal)).keys()].map((key) => key.replace('attemptClocks/', '')).sort();
}
