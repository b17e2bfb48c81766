import { isDay } from '../days.ts';
import { dayAfter } from './scale.ts';

/** Planned dates of a node, 'YYYY-MM-DD' or '' where not set. */
export interface BarDates {
  readonly start: string;
  readonly finish: string;
}

/** What of a bar is taken hold of. */
export type BarGrip = 'whole' | 'start' | 'finish';

/**
 * The dates after a bar or one of its ends was moved by whole days. An end stops at the other one; a date that is not set stays
 * unset where the whole is moved, and begins at the other date where its end is. A move past the calendar (1900 to 2999) and one
 * of a node without dates change nothing.
 */
export function moveBar(dates: BarDates, grip: BarGrip, days: number): BarDates {
  const { start, finish } = dates;
  const isKnown = (day: string): boolean => day === '' || isDay(day);
  if (days === 0 || (start === '' && finish === '') || !isKnown(start) || !isKnown(finish)) return dates;
  if (grip === 'whole') return within({ start: shifted(start, days), finish: shifted(finish, days) }, dates);
  if (grip === 'start') {
    const moved = shifted(start || finish, days);
    return within({ start: finish !== '' && moved > finish ? finish : moved, finish }, dates);
  }
  const moved = shifted(finish || start, days);
  return within({ start, finish: moved < start ? start : moved }, dates);
}

const shifted = (day: string, days: number): string => (day === '' ? '' : dayAfter(day, days));

const within = (moved: BarDates, before: BarDates): BarDates =>
  [moved.start, moved.finish].every((day) => day === '' || isDay(day)) ? moved : before;
