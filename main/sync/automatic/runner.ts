import { afterCheck, isDue, soon, type CheckOutcome, type Schedule } from './schedule.ts';

/** Calls back once after some milliseconds; gives what takes it back. */
export type SetTimer = (callBack: () => void, milliseconds: number) => () => void;

export interface RunnerOptions {
  /** Looks at all sources, or at a drive alone. Never throws. */
  readonly check: (drive: string | null) => Promise<CheckOutcome>;
  /** Whether the person wants automatic checks; asked before each. */
  readonly enabled: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly setTimer: SetTimer;
}

export interface Runner {
  /** The network came back, the computer woke, or the person has just allowed automatic checks. */
  hurry(): void;
  /** A drive was plugged in: it is looked at alone, soon, and does not change when the sources are next asked. */
  look(drive: string): void;
  /** No check begins any more. */
  stop(): void;
}

/** No timer waits longer: clocks are set and computers sleep, so what is due is compared with the clock again. */
const longestWait = 60_000;

/** Looks for new packages from time to time, one check after the other. The first comes soon after the start. */
export function startRunner({ check, enabled, now, random, setTimer }: RunnerOptions): Runner {
  const drives = new Set<string>();
  let schedule: Schedule = soon(null, now(), random());
  let running = false;
  /** Something happened while a check was running, which may be why it failed. */
  let hurried = false;
  let stopped = false;
  let clear = (): void => undefined;

  function wait(): void {
    clear();
    if (stopped || running) return;
    const left = drives.size > 0 ? 0 : schedule.due - now();
    clear = setTimer(() => void wake(), Math.max(0, Math.min(left, longestWait)));
  }

  async function wake(): Promise<void> {
    if (running || stopped) return;
    running = true;
    hurried = false;
    const [drive] = drives;
    if (drive !== undefined) await lookAt(drive);
    else if (isDue(schedule, now())) await checkAll();
    running = false;
    wait();
  }

  async function lookAt(drive: string): Promise<void> {
    drives.delete(drive);
    if (enabled()) await check(drive);
  }

  async function checkAll(): Promise<void> {
    if (!enabled()) schedule = soon(null, now(), random());
    else schedule = afterCheck(schedule, await check(null), now(), random());
    if (hurried && schedule.failures > 0) schedule = soon(schedule, now(), random());
  }

  wait();
  return {
    hurry() {
      hurried = true;
      schedule = soon(schedule, now(), random());
      wait();
    },
    look(drive) {
      drives.add(drive);
      wait();
    },
    stop() {
      stopped = true;
      clear();
    },
  };
}
