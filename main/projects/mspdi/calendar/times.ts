import type { Moment } from '@shared/model/project.ts';
import { dayNumber, dayOfNumber, isDay } from '@shared/projects/days.ts';

/** Working hours of a day as Microsoft Project has them at first. */
export const [dayStart, dayEnd] = ['08:00:00', '17:00:00'];
export const usualMinutes = 480;

/** The day of an instant such as 2026-09-05T08:00:00; '' where it is none. */
export function dayIn(instant: string): string {
  const day = instant.slice(0, 10);
  return isDay(day) ? day : '';
}

/** The last day of a piece of work: what ends at midnight has ended the day before. */
export function lastDayIn(finish: string, start: string): string {
  const day = dayIn(finish);
  if (day === '' || !finish.slice(10).startsWith('T00:00') || finish <= start) return day;
  return dayOfNumber(dayNumber(day) - 1);
}

/** Minutes of a duration such as PT16H30M0S; 0 where it is none. */
export function minutesIn(duration: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}

/** Whether a task that takes no time lies at the beginning of its day or at the end: the moment of the noon is over the half. */
export const momentAt = (instant: string): Moment => (instant.slice(11) < '12:00:00' ? 'morning' : 'evening');

export const durationOf = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${Math.round(minutes % 60)}M0S`;
