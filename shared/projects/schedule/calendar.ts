import type { HolidayYear } from '../../model/policy.ts';
import { dayNumber, dayOfNumber } from '../days.ts';
import { countWorkdays, type WorkdayCount } from './workdays.ts';

/**
 * Workdays with 法定节假日 and 调休. In a year without a table Monday to Friday are reckoned with: whoever shows such a figure
 * says so by `knows`. Days are 'YYYY-MM-DD'; anything else throws.
 */
export interface LegalCalendar {
  /** Whether the bureau published the table of this year. */
  readonly knows: (year: number) => boolean;
  readonly isWorkday: (day: string) => boolean;
  /** The n-th workday after this day, before it where n is negative; the day itself for 0. As WORKDAY of a spreadsheet. */
  readonly addWorkdays: (day: string, count: number) => string;
  /** The day itself where it is worked, else the next one that is. */
  readonly nextWorkday: (day: string) => string;
  /** Workdays from one day to another, both counted, as NETWORKDAYS; 0 where `to` lies before `from`. */
  readonly workdaysBetween: (from: string, to: string) => number;
  /** How many workdays `to` is later than `from`; negative where it is earlier. */
  readonly workdaysLater: (from: string, to: string) => number;
  /** The same by numbers of days, for long reckonings. */
  readonly count: WorkdayCount;
}

export function legalCalendar(years: readonly HolidayYear[]): LegalCalendar {
  const known = new Set(years.map(({ year }) => year));
  const count = countWorkdays(years);
  const { before, at } = count;
  const later = (from: number, to: number): number => before(to + 1) - before(from + 1);
  return {
    knows: (year) => known.has(year),
    isWorkday: (day) => at(before(dayNumber(day))) === dayNumber(day),
    addWorkdays: (day, days) => dayOfNumber(moved(dayNumber(day), days, count)),
    nextWorkday: (day) => dayOfNumber(at(before(dayNumber(day)))),
    workdaysBetween: (from, to) => Math.max(0, later(dayNumber(from) - 1, dayNumber(to))),
    workdaysLater: (from, to) => later(dayNumber(from), dayNumber(to)),
    count,
  };
}

function moved(day: number, days: number, { before, at }: WorkdayCount): number {
  if (days === 0) return day;
  return days > 0 ? at(before(day + 1) + days - 1) : at(before(day) + days);
}
