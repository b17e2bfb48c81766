import type { BankChange, BankEntry } from '../../model/bank.ts';
import { entryOf, withFields } from './fields.ts';

/** One step in the life of an entry, with the whole entry before and behind it; null where there was none. */
export interface HistoryItem {
  readonly stepId: string;
  readonly before: BankEntry | null;
  readonly after: BankEntry | null;
}

/** What happened to an entry, newest first: told backwards from what it is now. `changes` of its block, newest first. */
export function historyOf(id: string, now: BankEntry | null, changes: readonly BankChange[]): HistoryItem[] {
  const items: HistoryItem[] = [];
  let after = now;
  for (const { stepId, entries } of changes) {
    const change = entries.find((entry) => entry.id === id);
    if (!change) continue;
    const before = change.before && (after && change.after ? withFields(after, change.before) : entryOf(id, change.before));
    items.push({ stepId, before, after });
    after = before;
  }
  return items;
}
