const dayMs = 86_400_000;

/** Whole days from one 'YYYY-MM-DD' to another; negative where `to` lies before `from`. Throws on anything else than dates. */
export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / dayMs;
}

/** True for a day of the calendar as 'YYYY-MM-DD', from 1900 to 2999; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return formatDay(Number(year), Number(month), Number(day)) === text;
}

/** 'YYYY-MM-DD', or null where the calendar has no such day. */
export function formatDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year <= 2999)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date carries 30 February over into March instead of refusing it.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function dayNumber(day: string): number {
  if (!isDay(day)) throw new Error(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}
