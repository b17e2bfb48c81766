import type { HolidayYear } from '../../model/policy.ts';
import { dayNumber } from '../days.ts';

/** All days as one numbered row of workdays. Days are whole numbers since 1970-01-01; workday 0 is an arbitrary one. */
export interface WorkdayCount {
  /** How many workdays lie before this day: the ordinal of the first workday on or after it. */
  readonly before: (day: number) => number;
  /** The day of a workday by its ordinal. */
  readonly at: (ordinal: number) => number;
}

/**
 * Workdays by the tables of the legal calendar. From the first to the last day of the tables both questions are one look into
 * an array, beyond it Monday to Friday is one division: never a walk over days.
 */
export function countWorkdays(years: readonly HolidayYear[]): WorkdayCount {
  const { first, end, before, worked } = tablesOf(years);
  const count = worked.length;
  const [weekdaysAtFirst, weekdaysAtEnd] = [weekdaysBefore(first), weekdaysBefore(end)];
  return {
    before: (day) => {
      if (day < first) return weekdaysBefore(day) - weekdaysAtFirst;
      if (day >= end) return count + weekdaysBefore(day) - weekdaysAtEnd;
      return before[day - first] ?? 0;
    },
    at: (ordinal) => {
      if (ordinal < 0) return weekdayAt(weekdaysAtFirst + ordinal);
      return worked[ordinal] ?? weekdayAt(weekdaysAtEnd + ordinal - count);
    },
  };
}

interface Tables {
  readonly first: number;
  /** The day after the last. */
  readonly end: number;
  /** Workdays from `first` to before each day. */
  readonly before: Int32Array;
  /** Every workday from `first` to before `end`. */
  readonly worked: readonly number[];
}

function tablesOf(years: readonly HolidayYear[]): Tables {
  const off = new Set(years.flatMap((table) => table.off.map(dayNumber)));
  const work = new Set(years.flatMap((table) => table.work.map(dayNumber)));
  // A notice may name a day of the year before, e.g. the weekend that goes with New Year's Day.
  const known = years.flatMap(({ year }) => [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)]).concat(...off, ...work);
  if (known.length === 0) return { first: 0, end: 0, before: new Int32Array(0), worked: [] };
  const first = known.reduce((least, day) => Math.min(least, day));
  const end = known.reduce((most, day) => Math.max(most, day)) + 1;
  const before = new Int32Array(end - first);
  const worked: number[] = [];
  for (let day = first; day < end; day += 1) {
    before[day - first] = worked.length;
    if (work.has(day) || (isWeekday(day) && !off.has(day))) worked.push(day);
  }
  return { first, end, before, worked };
}

/** 1970-01-01 was a Thursday: three days after a Monday. */
const sinceMonday = (day: number): number => day + 3;

const isWeekday = (day: number): boolean => weekdaysBefore(day + 1) > weekdaysBefore(day);

function weekdaysBefore(day: number): number {
  const weeks = Math.floor(sinceMonday(day) / 7);
  return 5 * weeks + Math.min(5, sinceMonday(day) - 7 * weeks);
}

function weekdayAt(ordinal: number): number {
  const weeks = Math.floor(ordinal / 5);
  return 7 * weeks + (ordinal - 5 * weeks) - 3;
}
