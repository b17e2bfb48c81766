import type { HolidayYear } from '@shared/model/policy.ts';
import type { Dependency, PlanNode } from '@shared/model/project.ts';
import { dayNumber, dayOfNumber } from '@shared/projects/days.ts';
import { isWorkedByHand } from './fixture.ts';

/** The same reckonings as the program's, told as one would do them on paper: day by day, again and again, without any order. */

interface Days {
  readonly start: string;
  readonly finish: string;
}

const step = (day: string, days: number): string => dayOfNumber(dayNumber(day) + days);

/** The first day that a link allows for the start (FS, SS) or the finish (FF, SF). */
function allowedBy({ type, lag, elapsed }: Dependency, predecessor: Days, years: readonly HolidayYear[]): string {
  const isWorked = (day: string): boolean => elapsed || isWorkedByHand(years, day);
  // the morning on which the lag begins
  let morning = type.startsWith('F') ? step(predecessor.finish, 1) : predecessor.start;
  const isHeldUp = type === 'FF' && lag >= 0;
  for (let left = Math.floor(lag); left > 0; left -= 1) {
    while (!isWorked(morning)) morning = step(morning, 1);
    morning = step(morning, 1);
  }
  for (let left = Math.floor(lag); left < 0; left += 1) {
    morning = step(morning, -1);
    while (!isWorked(morning)) morning = step(morning, -1);
  }
  if (!Number.isInteger(lag)) {
    while (!isWorked(morning)) morning = step(morning, 1);
    return isHeldUp && predecessor.finish > morning ? predecessor.finish : morning;
  }
  if (type.endsWith('S')) return morning;
  // the evening before, where days off are no evenings
  let evening = step(morning, -1);
  while (!isWorkedByHand(years, evening)) evening = step(evening, -1);
  return isHeldUp && predecessor.finish > evening ? predecessor.finish : evening;
}

function plannedDays({ plannedStart, plannedFinish }: PlanNode): Days | null {
  if (plannedStart === '' && plannedFinish === '') return null;
  return { start: plannedStart || plannedFinish, finish: plannedFinish || plannedStart };
}

export function isAllowedByHand(node: PlanNode, link: Dependency, plan: readonly PlanNode[], years: readonly HolidayYear[]): boolean {
  const own = plannedDays(node);
  const predecessor = plannedDays(plan.find(({ id }) => id === link.nodeId) ?? node);
  if (!own || !predecessor) return true;
  return (link.type.endsWith('S') ? own.start : own.finish) >= allowedBy(link, predecessor, years);
}

/** Moves every node with links by single days until its links allow it, and everything again until nothing moves. */
export function earliestByHand(plan: readonly PlanNode[], years: readonly HolidayYear[]): ReadonlyMap<string, Days> {
  const dated = plan.flatMap((node) => plannedDays(node) ?? []);
  if (dated.length === 0) return new Map();
  const planStart = dated.map(({ start }) => start).reduce((least, day) => (day < least ? day : least));
  const days = new Map<string, Days>();
  for (let round = 0; round <= plan.length; round += 1) {
    for (const node of plan) {
      const found = placeByHand(node, days, planStart, years);
      if (found) days.set(node.id, found);
    }
  }
  return new Map(
    plan.flatMap(({ id, plannedStart, plannedFinish }) => (plannedStart + plannedFinish === '' ? [] : [[id, days.get(id) ?? neverPlaced]])),
  );
}

const neverPlaced: Days = { start: '', finish: '' };

function placeByHand(node: PlanNode, days: ReadonlyMap<string, Days>, planStart: string, years: readonly HolidayYear[]): Days | null {
  const planned = plannedDays(node);
  if (planned && node.dependencies.length === 0) return planned;
  const asked = node.dependencies.flatMap((link) => {
    const predecessor = days.get(link.nodeId);
    return predecessor ? [{ isStart: link.type.endsWith('S'), day: allowedBy(link, predecessor, years) }] : [];
  });
  if (!planned) {
    const mornings = asked.map(({ isStart, day }) => (isStart ? day : step(day, 1))).toSorted();
    const morning = mornings.at(-1);
    return morning === undefined ? null : { start: morning, finish: step(morning, -1) };
  }
  const length = Math.max(1, workdaysByHand(planned, years));
  for (let start = planStart; ; start = step(start, 1)) {
    if (!isWorkedByHand(years, start)) continue;
    const own = { start, finish: finishByHand(start, length, years) };
    if (asked.every(({ isStart, day }) => (isStart ? own.start : own.finish) >= day)) return own;
  }
}

function workdaysByHand({ start, finish }: Days, years: readonly HolidayYear[]): number {
  let count = 0;
  for (let day = start; day <= finish; day = step(day, 1)) count += isWorkedByHand(years, day) ? 1 : 0;
  return count;
}

function finishByHand(start: string, length: number, years: readonly HolidayYear[]): string {
  let finish = start;
  for (let left = length - 1; left > 0;) {
    finish = step(finish, 1);
    left -= isWorkedByHand(years, finish) ? 1 : 0;
  }
  return finish;
}
