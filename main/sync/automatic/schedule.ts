const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the n-th failure in a row: one minute, doubled each time, at most six hours. */
const firstBackOff = minute;
const longestBackOff = 6 * hour;
const afterSuccess = 4 * hour;
/** So much more or less: a bureau's branches that were cut off together do not all ask at the same moment. */
const jitter = 0.2;
/** After something new happened: soon, but not all computers of an office in the same second. */
const soonest = 2 * second;
const latest = 30 * second;
/** The line was needed for something else: it is tried again when that is done. */
const afterYielding = minute;

/** What came of an automatic check. `yielded`: somebody wanted to work with packages by hand meanwhile. */
export type CheckOutcome = 'good' | 'bad' | 'yielded';

/** When to look for new packages by itself. All instants in milliseconds since 1970. */
export interface Schedule {
  readonly due: number;
  /** Failures in a row. */
  readonly failures: number;
}

/** The start of the program, a network that came back, a computer that woke: soon, whatever was planned. `random` is in [0, 1). */
export function soon(schedule: Schedule | null, now: number, random: number): Schedule {
  const due = Math.round(now + soonest + random * (latest - soonest));
  return { due: schedule ? Math.min(schedule.due, due) : due, failures: schedule?.failures ?? 0 };
}

/** A clock that was set back makes an instant of before lie further ahead than any wait is long. */
export const isDue = ({ due }: Schedule, now: number): boolean => due <= now || due > now + longestBackOff * (1 + jitter);

/** The next check after one that ended now. `random` is in [0, 1). */
export function afterCheck({ failures }: Schedule, outcome: CheckOutcome, now: number, random: number): Schedule {
  const around = (interval: number): number => Math.round(now + interval * (1 - jitter + 2 * jitter * random));
  switch (outcome) {
    case 'good':
      return { due: around(afterSuccess), failures: 0 };
    case 'yielded':
      return { due: around(afterYielding), failures };
    case 'bad':
      return { due: around(backOff(failures + 1)), failures: failures + 1 };
  }
}

const backOff = (failures: number): number => Math.min(longestBackOff, firstBackOff * 2 ** Math.min(failures - 1, 20));
