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

/** The wall clock (milliseconds since 1970) and a monotonic clock (performance.now), read together. */
export interface ClockReading {
  readonly wall: number;
  readonly monotonic: number;
}

/** The clock of a sitting whose jumps are recorded. */
export interface WatchedClock {
  readonly elapsedMs: number;
  readonly last: ClockReading;
  /** Where the two clocks were last taken to agree. */
  readonly agreed: ClockReading;
  /** The system has said that it goes to sleep, and not yet that it woke up. */
  readonly asleep: boolean;
}

/** How far both clocks went while they did not go together; see Happening `jumped`. */
export interface ClockJump {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** The clocks of a computer drift by less than this in a sitting; what is more was set, or slept. */
export const jumpMs = 2 * second;

/** A computer that is about to sleep still runs for a moment. An interval beyond this, from there to the waking, is the sleep. */
const longestAwakeMs = 5 * second;

export const watchFrom = (elapsedMs: number, now: ClockReading): WatchedClock => ({ elapsedMs, last: now, agreed: now, asleep: false });

/**
 * Goes on to a later reading. The budget runs on the monotonic clock alone (see addInterval). Whether that clock runs while
 * the computer sleeps depends on the system, so a sleep that the system has announced is never charged. A jump is given
 * where the clocks went apart by more than `jumpMs` since they last agreed, at once or little by little, and for every
 * interval that was not charged.
 */
export function readClock(clock: WatchedClock, now: ClockReading): { readonly clock: WatchedClock; readonly jump: ClockJump | null } {
  const step = between(clock.last, now);
  const slept = clock.asleep && step.monotonicMs > longestAwakeMs;
  const elapsedMs = slept ? clock.elapsedMs : addInterval(clock.elapsedMs, clock.last.monotonic, now.monotonic);
  const doubtful = slept || isJump(step) || step.monotonicMs > longestIntervalMs;
  const jump = doubtful ? step : driftOf(between(clock.agreed, now));
  return { clock: { ...clock, elapsedMs, last: now, agreed: jump ? now : clock.agreed }, jump };
}

const driftOf = (sinceAgreed: ClockJump): ClockJump | null => (isJump(sinceAgreed) ? sinceAgreed : null);

const isJump = ({ wallMs, monotonicMs }: ClockJump): boolean => Math.abs(wallMs - monotonicMs) > jumpMs;

const between = (from: ClockReading, to: ClockReading): ClockJump => ({
  wallMs: Math.round(to.wall - from.wall),
  monotonicMs: Math.round(to.monotonic - from.monotonic),
});
