import type { CalendarDay } from '@shared/model/plan-file.ts';
import type { HolidayYear } from '@shared/model/policy.ts';
import { daysBetween } from '@shared/projects/days.ts';
import { isWeekday } from './calendar-days.ts';
import { tag, tags } from '../xml/xml.ts';

/** The legal calendar with its exceptions, in the form of Project 2007 and later. */
export function calendarXml(holidays: readonly CalendarDay[]): string {
  const exceptions = stretches(holidays).map(exceptionXml);
  return tags('Calendar', [
    tag('UID', '1'),
    tag('Name', '法定工作日'),
    tag('IsBaseCalendar', '1'),
    tag('BaseCalendarUID', '-1'),
    tags(
      'WeekDays',
      [1, 2, 3, 4, 5, 6, 7].map((day) => tags('WeekDay', [tag('DayType', String(day)), ...workingXml(day > 1 && day < 7)])),
    ),
    ...(exceptions.length === 0 ? [] : [tags('Exceptions', exceptions)]),
  ]);
}

const hours = [
  ['08:00:00', '12:00:00'],
  ['13:00:00', '17:00:00'],
] as const;

function workingXml(work: boolean): string[] {
  const times = hours.map(([from, to]) => tags('WorkingTime', [tag('FromTime', from), tag('ToTime', to)]));
  return [tag('DayWorking', work ? '1' : '0'), ...(work ? [tags('WorkingTimes', times)] : [])];
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly work: boolean;
}

/** Days of one kind that follow each other are one exception. */
function stretches(days: readonly CalendarDay[]): Stretch[] {
  const found: Stretch[] = [];
  const sorted = days.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  for (const { day, work } of sorted.filter((one) => one.work !== isWeekday(one.day))) {
    const last = found.at(-1);
    const joins = last !== undefined && last.work === work && daysBetween(last.to, day) === 1;
    if (joins) found[found.length - 1] = { ...last, to: day, days: last.days + 1 };
    else if (last?.to !== day) found.push({ from: day, to: day, days: 1, work });
  }
  return found;
}

const exceptionXml = ({ from, to, days, work }: Stretch): string =>
  tags('Exception', [
    tag('EnteredByOccurrences', '0'),
    tags('TimePeriod', [tag('FromDate', `${from}T00:00:00`), tag('ToDate', `${to}T23:59:00`)]),
    tag('Occurrences', String(days)),
    tag('Name', work ? '调休上班' : '法定节假日'),
    tag('Type', '1'),
    ...workingXml(work),
  ]);

/** The days as tables of years, for reckoning with them. */
export function holidayYears(days: readonly CalendarDay[]): HolidayYear[] {
  const years = Map.groupBy(days, ({ day }) => Number(day.slice(0, 4)));
  return [...years].map(([year, list]) => ({
    year,
    off: list.filter(({ work }) => !work).map(({ day }) => day),
    work: list.filter(({ work }) => work).map(({ day }) => day),
    basis: '',
  }));
}
