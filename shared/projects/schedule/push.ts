import type { PlanNode } from '../../model/project.ts';
import { dayNumber, dayOfNumber } from '../days.ts';
import { isDone } from '../states.ts';
import type { LegalCalendar } from './calendar.ts';
import { earliestPlace, forwardPass, lengthOf, stretchOf } from './forward.ts';
import { daysOf, isMoment, momentOn } from './moments.ts';
import type { Need, Stretch } from './need.ts';
import { networkOf } from './network.ts';
import type { WorkdayCount } from './workdays.ts';

/**
 * 按前置关系推算: the plan with those nodes moved later that have to, each keeping its workdays; the very same nodes where
 * nothing moves. What is done stays, and counts with its actual dates; of what has begun only the finish moves.
 */
export function pushForward(nodes: readonly PlanNode[], calendar: LegalCalendar): PlanNode[] {
  const { count } = calendar;
  const present = nodes.map((node) => presentStretch(node, count));
  const pushed = forwardPass(networkOf(nodes), count, (position, need) => {
    const [node, own] = [nodes[position], present[position]];
    if (!node || !own) return null;
    return isDone(node) || (own.start >= need.start && own.finish >= need.finish) ? own : later(node, own, need, count);
  });
  return nodes.map((node, position) => moved(node, present[position] ?? null, pushed[position] ?? null));
}

function later(node: PlanNode, own: Stretch, need: Need, count: WorkdayCount): Stretch {
  if (hasBegun(node)) return { start: own.start, finish: own.finish >= need.finish ? own.finish : count.at(count.before(need.finish)) };
  return earliestPlace(lengthOf(own, count), { start: Math.max(own.start, need.start), finish: need.finish }, count);
}

/** Whether somebody reported that work goes on or is done; a moment is only ever done. */
export const hasBegun = (node: PlanNode): boolean => isDone(node) || (!isMoment(node) && (node.progress > 0 || node.actualStart !== ''));

/** The days of a node by what is known: actual ones where it has them, planned ones else; null without any. */
export function presentStretch(node: PlanNode, count: WorkdayCount): Stretch | null {
  if (isMoment(node)) return momentOn(dayNumber(node.actualFinish || node.plannedFinish), node.moment, count);
  const start = node.actualStart || node.plannedStart;
  const finish = node.actualFinish || node.plannedFinish;
  if (start === '' && finish === '') return null;
  if (node.actualFinish === '') return stretchOf(start, finish);
  const last = dayNumber(finish);
  return { start: Math.min(last, dayNumber(start || finish)), finish: last };
}

/** Only dates that were set change; of what has begun only the finish. */
function moved(node: PlanNode, own: Stretch | null, stretch: Stretch | null): PlanNode {
  if (!own || !stretch || (own.start === stretch.start && own.finish === stretch.finish)) return node;
  const days = daysOf(node, stretch);
  const start = node.plannedStart === '' || hasBegun(node) ? {} : { plannedStart: dayOfNumber(days.start) };
  const finish = node.plannedFinish === '' ? {} : { plannedFinish: dayOfNumber(days.finish) };
  return { ...node, ...start, ...finish };
}
