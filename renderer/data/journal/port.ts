import type { JournalReplay, JournalRows } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Commit, JournalMark } from '@shared/model/work.ts';

/** The journal in main, as this room sees it. */
export interface JournalPort {
  commit(commit: Commit): Promise<Result<JournalMark>>;
  since(mark: JournalMark, limit: number): Promise<JournalReplay>;
  rows(snapshot: JournalMark, from: number): Promise<JournalRows | null>;
}

/** Further than any journal. */
export const inNoJournal: JournalMark = { n: Number.MAX_SAFE_INTEGER, hash: '' };

/** Records asked for at once; main gives fewer where they are long. */
export const replayPage = 2_000;

let journal: JournalPort | null = null;

/** Called once at start, before any commit. */
export function connectJournal(connected: JournalPort): void {
  journal = connected;
}

export function port(): JournalPort {
  if (!journal) throw new Error('connectJournal has not been called');
  return journal;
}

/** Gives all rows of a snapshot to `take`, asking for a page while the one before is taken. False where it was superseded. */
export async function forEachPage(snapshot: JournalMark, take: (rows: JournalRows['rows']) => Promise<void>): Promise<boolean> {
  for (let page = await port().rows(snapshot, 0); page;) {
    if (page.next === null) {
      await take(page.rows);
      return true;
    }
    [page] = await Promise.all([port().rows(snapshot, page.next), take(page.rows)]);
  }
  return false;
}
