/** How long something signed is still valid, in whole days. */
export interface Validity {
  /** ISO 8601. */
  readonly expires: string;
  readonly days: number;
  readonly state: 'valid' | 'soon' | 'expired';
}

const day = 86_400_000;

/** Days before the end from which on somebody is reminded: time enough to fetch a key from the safe and to send sticks around. */
export const remindedDays = 60;

/** Null for '': nothing has been signed yet. */
export function validityOf(expires: string, now: number): Validity | null {
  if (expires === '') return null;
  const left = Date.parse(expires) - now;
  const days = Math.max(0, Math.floor(left / day));
  return { expires, days, state: left <= 0 ? 'expired' : days < remindedDays ? 'soon' : 'valid' };
}
