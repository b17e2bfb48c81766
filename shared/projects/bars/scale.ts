import { isDay } from '../days.ts';

export const barUnits = ['day', 'week', 'month', 'quarter'] as const;
export type BarUnit = (typeof barUnits)[number];

/** First and last day, both 'YYYY-MM-DD' and both meant. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/** Where days lie on a drawing. */
export interface BarScale {
  readonly unit: BarUnit;
  /** The first day drawn; a whole unit begins with it. */
  readonly first: string;
  /** The last one may be cut off. */
  readonly days: number;
  /** Length of a day: CSS pixels on a screen, millimetres on paper. */
  readonly dayLength: number;
}

/** First day of the unit that a day lies in. */
const beginnings = {
  day: (day) => day,
  week: (day) => dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7)),
  month: (day) => `${day.slice(0, 7)}-01`,
  quarter: (day) => `${day.slice(0, 5)}${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`,
} as const satisfies Record<BarUnit, (day: string) => string>;

/** The first day of the unit that a day lies in; weeks begin on Monday. */
export const beginningOf = (unit: BarUnit, day: string): string => beginnings[unit](day);

/** Longer than any unit, shorter than two. */
const stride = { day: 1, week: 7, month: 31, quarter: 92 } as const satisfies Record<BarUnit, number>;

/** The first day of the unit after the one that a day lies in. */
export const nextBeginning = (unit: BarUnit, day: string): string => beginningOf(unit, dayAfter(beginningOf(unit, day), stride[unit]));

/** A scale over whole units that holds a range. */
export function barScale(unit: BarUnit, range: DayRange, dayLength: number): BarScale {
  const first = beginningOf(unit, range.first);
  return { unit, first, days: distance(first, nextBeginning(unit, range.last)), dayLength };
}

/** Least length of a day at which each unit can be read, and the days that it may show: a mistyped year must not draw 400,000 days. */
export type UnitLengths = Readonly<Record<BarUnit, number>>;
const mostDays: UnitLengths = { day: 1_500, week: 6_000, month: 30_000, quarter: Infinity };

/** The scale of a chosen unit, or of a coarser one where the range is too long for it. */
export function scaleOf(unit: BarUnit, range: DayRange, lengths: UnitLengths): BarScale {
  const days = distance(range.first, range.last);
  const chosen = barUnits.slice(barUnits.indexOf(unit)).find((each) => days <= mostDays[each]) ?? 'quarter';
  return barScale(chosen, range, lengths[chosen]);
}

/** The finest scale that shows a whole range in a width, filling it; of a range too long for any the coarsest, pressed into it. */
export function scaleToFit(range: DayRange, width: number, lengths: UnitLengths): BarScale {
  const scales = barUnits.map((unit) => barScale(unit, range, lengths[unit]));
  const fitting = scales.find(({ unit, days, dayLength }) => days <= mostDays[unit] && days * dayLength <= width);
  const scale = fitting ?? barScale('quarter', range, lengths.quarter);
  return { ...scale, dayLength: width / scale.days };
}

/** Days between two days of any year: what lies around a plan of the year 2999 reaches past the calendar. */
export const distance = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Days from the beginning of a scale to a day; null where the text is no day. */
export const placeOf = (first: string, day: string): number | null => (isDay(day) ? distance(first, day) : null);

/** The day so many days after another; negative for before. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
