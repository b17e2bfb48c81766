const dayMs = 86_400_000;

/** The days that there are for plans, as numbers since 1970-01-01. */
const firstDay = Date.UTC(1900, 0, 1) / dayMs;
const lastDay = Date.UTC(2999, 11, 31) / dayMs;

/** Whole days from one 'YYYY-MM-DD' to another; negative where `to` lies before `from`. Throws on anything else than dates. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01 of a 'YYYY-MM-DD'. Throws on anything else than dates. */
export function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = numberOf(day);
  if (number === null) throw new Error(`not a day: ${day}`);
  if (numbers.size < mostKnown) numbers.set(day, number);
  return number;
}

/** 'YYYY-MM-DD' of a whole number of days since 1970-01-01; what lies beyond 1900 and 2999 becomes their first and last day. */
export function dayOfNumber(number: number): string {
  const known = printed.get(number);
  if (known !== undefined) return known;
  const date = new Date(Math.min(Math.max(number, firstDay), lastDay) * dayMs);
  const day = `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`; // four times as fast as toISOString
  if (printed.size < mostKnown) printed.set(number, day);
  return day;
}

/** The days of plans are few, and every edit reads and prints thousands of them. */
const numbers = new Map<string, number>();
const printed = new Map<number, string>();
const mostKnown = 20_000;

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** True for a day of the calendar as 'YYYY-MM-DD', from 1900 to 2999; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  return numberOf(text) !== null;
}

/** Plans are reckoned anew with every edit, thousands of dates at once: so the digits are read without making a Date to print. */
function numberOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isThere = year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
  return isThere ? Date.UTC(year, month - 1, day) / dayMs : null;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 'YYYY-MM-DD', or null where the calendar has no such day. */
export function formatDay(year: number, month: number, day: number): string | null {
  const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return isDay(text) ? text : null;
}
