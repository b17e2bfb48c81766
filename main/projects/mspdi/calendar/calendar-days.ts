import type { CalendarDay } from '@shared/model/plan-file.ts';
import { dayNumber, dayOfNumber } from '@shared/projects/days.ts';
import { childOf, childrenOf, isSet, textIn, type ProjectParts, type XmlElement } from '../xml/elements.ts';
import { dayIn } from './times.ts';

/** Exceptions of a calendar are counted day by day; a calendar with more of them is not one of holidays. */
const mostDays = 5_000;

/** Days of the project's calendar that differ from Monday to Friday, ascending; without those that recur by weekday. */
export function calendarDays({ facts, calendars }: ProjectParts): CalendarDay[] {
  const calendar = calendars.find((one) => textIn(one, 'uid') === facts.get('calendaruid')) ?? calendars[0];
  if (!calendar) return [];
  const days = new Map<string, boolean>();
  for (const { period, work } of [...exceptions(calendar), ...oldExceptions(calendar)]) {
    const [from, to] = [dayIn(textIn(period, 'fromdate')), dayIn(textIn(period, 'todate'))];
    if (from === '' || to === '') continue;
    for (let day = dayNumber(from); day <= dayNumber(to) && days.size < mostDays; day += 1) days.set(dayOfNumber(day), work);
  }
  return [...days]
    .map(([day, work]) => ({ day, work }))
    .filter(({ day, work }) => work !== isWeekday(day))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

interface Period {
  readonly period: XmlElement;
  readonly work: boolean;
}

/** Of Project 2007 and later; those that recur (other types than 1) are left to it. */
function exceptions(calendar: XmlElement): Period[] {
  const list = childOf(calendar, 'exceptions');
  return (list ? childrenOf(list, 'exception') : [])
    .filter((one) => ['', '1'].includes(textIn(one, 'type')))
    .flatMap((one) => periodOf(one));
}

/** Of Project 2003, which later ones write as well: weekdays of number 0. */
function oldExceptions(calendar: XmlElement): Period[] {
  const list = childOf(calendar, 'weekdays');
  return (list ? childrenOf(list, 'weekday') : []).filter((one) => textIn(one, 'daytype') === '0').flatMap((one) => periodOf(one));
}

function periodOf(element: XmlElement): Period[] {
  const period = childOf(element, 'timeperiod');
  return period ? [{ period, work: isSet(element, 'dayworking') }] : [];
}

export const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
