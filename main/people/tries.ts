import type { PinEntry } from './pin-file.ts';

/** So many wrong tries are free; after them each wrong one has to be waited for, twice as long every time. */
export const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 24 * 60 * 60_000;

/** When the next try may be made (ms since 1970), or null where it may be made now. A clock that was set back lengthens no wait. */
export function waitOf({ waitUntil, waitMs }: PinEntry, now: number): number | null {
  if (now >= waitUntil) return null;
  return Math.min(waitUntil, now + waitMs);
}

/** The entry after one more wrong try. */
export function afterFailure(entry: PinEntry, now: number): PinEntry {
  const failures = entry.failures + 1;
  if (failures < freeTries) return { ...entry, failures };
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeTries));
  return { ...entry, failures, waitMs, waitUntil: now + waitMs };
}

export const afterSuccess = (entry: PinEntry): PinEntry => ({ ...entry, failures: 0, waitMs: 0, waitUntil: 0 });

/** How many tries are left before one has to wait. */
export const triesLeft = ({ failures }: PinEntry): number => Math.max(0, freeTries - failures);
