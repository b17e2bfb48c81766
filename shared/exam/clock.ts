const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A running clock is read every few seconds; a longer gap means that the computer slept or the clock was reset. */
export const longestIntervalMs = hour;

/** Milliseconds of the budget that are left, never below 0. */
export function timeLeft(budgetMs: number, elapsedMs: number): number {
  return Math.max(0, budgetMs - elapsedMs);
}

/**
 * Adds the interval between two readings of a monotonic clock (performance.now, in ms) to the time used. The wall clock
 * takes no part: changing the date gives nobody time. An interval that is negative, not a number, or longer than
 * `longestIntervalMs` counts 0: a doubt goes in the person's favour.
 */
export function addInterval(elapsedMs: number, monotonicFrom: number, monotonicTo: number): number {
  const interval = monotonicTo - monotonicFrom;
  return interval > 0 && interval <= longestIntervalMs ? elapsedMs + interval : elapsedMs;
}

/** 'mm:ss', from one hour on 'h:mm:ss'. Started seconds count whole, so that 00:00 shows only when the time is up. */
export function formatTime(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / second);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? [hours, ...parts].join(':') : parts.join(':');
}
