import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Commit, WorkRows } from '@shared/model/work.ts';
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

/** All current rows as `table/id` → row. No journal holds the mark that is asked for, so the answer is a reset. */
export async function rowsOf(journal: Journal): Promise<ReadonlyMap<string, unknown>> {
  const { reset, rows, done } = await journal.since({ n: journal.mark.n, hash: 'in no journal' }, 1);
  if (!reset || !done) throw new Error('a strange mark must reset');
  return new Map(rows.map(({ table, row }) => [`${table}/${row.id}`, row]));
}

/** Names of the clock rows, sorted. */
export async function clocksOf(journal: Journal): Promise<readonly string[]> {
  return [...(await rowsOf(journal)).keys()].map((key) => key.replace('attemptClocks/', '')).sort();
}
