import type { CollectedItem } from '@shared/ipc/contract.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import { request } from '../../bridge.ts';
import type { Task } from '../../data/bank/steps.ts';

/**
 * Hands pages of items to main, which keeps them until they are exported or published. `total` is only for the progress.
 * Null where it was cancelled.
 */
export async function collect(pages: AsyncIterable<readonly CollectedItem[]>, total: number, task: Task): Promise<string | null> {
  const collection = await request('bank:collect');
  let done = 0;
  for await (const items of pages) {
    if (task.signal.aborted) return null;
    await request('bank:collect-add', collection, items);
    done += items.length;
    task.onProgress(Math.min(done, total), total);
  }
  return task.signal.aborted ? null : collection;
}

/** The questions of some entries as main takes them; what is no question is left out. */
export const itemsOf = (entries: readonly (BankEntry | null)[]): CollectedItem[] =>
  entries.flatMap((entry) => (entry?.question ? [{ question: entry.question, score: entry.score, refused: null }] : []));
