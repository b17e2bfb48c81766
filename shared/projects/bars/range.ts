import type { PlanNode } from '../../model/project.ts';
import { isDay } from '../days.ts';
import { dayAfter, type DayRange } from './scale.ts';

const dates = ['plannedStart', 'plannedFinish', 'actualStart', 'actualFinish'] as const satisfies readonly (keyof PlanNode)[];

/** From the earliest to the latest date of a plan and its baseline; today alone where there is none. */
export function rangeOf(nodes: readonly PlanNode[], baseline: readonly PlanNode[], today: string): DayRange {
  let [first, last] = ['', ''];
  for (const plan of [nodes, baseline]) {
    for (const node of plan) {
      for (const field of dates) {
        const day = node[field];
        if (day === '' || (day >= first && day <= last) || !isDay(day)) continue;
        if (first === '' || day < first) first = day;
        if (day > last) last = day;
      }
    }
  }
  return first === '' ? { first: today, last: today } : { first, last };
}

/** With so many days more on both sides; today is taken in where it lies within a year of the range. */
export function roomAround({ first, last }: DayRange, days: number, today: string): DayRange {
  const near = today > dayAfter(first, -366) && today < dayAfter(last, 366);
  return {
    first: dayAfter(near && today < first ? today : first, -days),
    last: dayAfter(near && today > last ? today : last, days),
  };
}
