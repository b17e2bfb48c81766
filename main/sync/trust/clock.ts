import type { ClockWarning } from '@shared/ipc/packages.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Clocks drift and are set by hand: so much later than here may something be signed (ms). */
const tolerance = hour;
/** A server's own clock may be wrong too; only a difference that expiry dates feel is worth a word (ms). */
const serverTolerance = day;

/**
 * The moment against which expiry is judged: a clock that is behind cannot hide it, because time has passed at least up to
 * the newest thing that was signed. `now` in milliseconds since 1970, `seen` signed instants, ISO 8601 or ''.
 */
export function referenceTime(now: number, seen: readonly string[]): Date {
  return new Date(Math.max(now, ...instants(seen)));
}

/**
 * What speaks against this computer's clock, or null. Signed instants prove that it is behind. What a server says is not
 * signed and only a hint: it never counts for trust.
 */
export function clockWarning(now: number, seen: readonly string[], serverDate: number | null): ClockWarning | null {
  const newest = Math.max(...instants(seen));
  if (newest > now + tolerance) return warning('behind', now, newest);
  return serverDate !== null && serverDate < now - serverTolerance ? warning('ahead', now, serverDate) : null;
}

const instants = (seen: readonly string[]): number[] =>
  seen.map((instant) => Date.parse(instant)).filter((instant) => !Number.isNaN(instant));

const warning = (kind: ClockWarning['kind'], here: number, seen: number): ClockWarning => ({
  kind,
  here: new Date(here).toISOString(),
  seen: new Date(seen).toISOString(),
});
