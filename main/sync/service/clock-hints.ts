import type { ClockWarning } from '@shared/ipc/contract.ts';
import { clockWarning } from '../trust/clock.ts';

/** What is known of the time besides this computer's clock. */
export interface ClockHints {
  /** Signed instants, ISO 8601, that count for every publisher: the program cannot be older than its own starter. */
  signed(): Promise<readonly string[]>;
  /** A server said what time it is (milliseconds since 1970); null where none did. */
  heard(date: number | null): void;
  /** What speaks against the computer's clock, given what the publishers have signed; null where nothing does. */
  warning(issued: readonly string[]): Promise<ClockWarning | null>;
}

/** `now` is the computer's clock (milliseconds since 1970), `starterIssued` the newest instant of the starter, or ''. */
export function createClockHints(now: () => number, starterIssued: () => Promise<string>): ClockHints {
  /** What a server said, and how long ago by a clock that nobody sets: a clock that is put right silences the warning at once. */
  let said: { readonly date: number; readonly at: number } | null = null;
  return {
    signed: async () => [await starterIssued()],
    heard(date) {
      if (date !== null) said = { date, at: performance.now() };
    },
    async warning(issued) {
      const there = said && said.date + performance.now() - said.at;
      return clockWarning(now(), [...issued, await starterIssued()], there);
    },
  };
}
