import type { Log } from '../refusal.ts';
import { startRunner, type SetTimer } from './runner.ts';
import type { CheckOutcome } from './schedule.ts';
import { driveInterval, driveList, networkInterval, watch } from './watch.ts';

export interface ChecksOptions {
  /** Looks at all sources, or at the folder of a drive alone. */
  readonly check: (drive: string | null) => Promise<CheckOutcome>;
  readonly enabled: () => boolean;
  readonly isOnline: () => boolean;
  /** Folders of the removable drives on which a repository lies. */
  readonly listDrives: () => Promise<readonly string[]>;
  /** A drive was plugged in or pulled out. */
  readonly drivesChanged: () => void;
  readonly log: Log;
}

export interface Checks {
  /** The computer woke. */
  hurry(): void;
  stop(): void;
}

/** Puts clocks, dice, the network and the drives behind the runner. A drive that is there at the start is found by the first check. */
export function startChecks({ check, enabled, isOnline, listDrives, drivesChanged, log }: ChecksOptions): Checks {
  const runner = startRunner({ check: guarded(check, log), enabled, now: Date.now, random: Math.random, setTimer });
  const known = new Set<string>();

  async function lookForDrives(): Promise<void> {
    drivesChanged();
    const present = new Set(await listDrives());
    for (const drive of present) if (!known.has(drive)) runner.look(drive);
    known.clear();
    for (const drive of present) known.add(drive);
  }

  const endNetwork = watch({
    read: async () => isOnline(),
    every: networkInterval,
    changed: (online) => void (online && runner.hurry()),
    setTimer,
  });
  const endDrives = watch({
    read: driveList,
    every: driveInterval,
    changed: () => void lookForDrives().catch((error: unknown) => log('looking at the drives', error)),
    setTimer,
  });
  return {
    hurry: runner.hurry,
    stop() {
      runner.stop();
      endNetwork();
      endDrives();
    },
  };
}

/** A bug in a check is logged and does not end the checks. */
const guarded =
  (check: ChecksOptions['check'], log: Log): ChecksOptions['check'] =>
  async (drive) => {
    try {
      return await check(drive);
    } catch (error) {
      log('automatic check', error);
      return 'bad';
    }
  };

/** It keeps nothing running: the program ends when the window is closed. */
const setTimer: SetTimer = (callBack, milliseconds) => {
  const timer = setTimeout(callBack, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
