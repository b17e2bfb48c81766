import type { Moment, PlanNode } from '../../model/project.ts';
import type { Stretch } from './need.ts';
import type { WorkdayCount } from './workdays.ts';

export type MomentNode = PlanNode & { readonly moment: Moment };

/** Whether a node takes no time: a 里程碑 of Microsoft Project whose two dates are still one day. */
export const isMoment = (node: PlanNode): node is MomentNode =>
  node.moment !== undefined && node.plannedStart !== '' && node.plannedStart === node.plannedFinish;

/** As a stretch that ends before it starts: the evening of a workday and the morning of the next are one moment. */
export const momentOn = (day: number, moment: Moment, { before, at }: WorkdayCount): Stretch =>
  moment === 'morning' ? { start: day, finish: at(before(day) - 1) } : { start: at(before(day + 1)), finish: day };

/** The first and last day that a table shows of a stretch; of a moment both are its day. */
export function daysOf(node: PlanNode, stretch: Stretch): Stretch {
  if (!isMoment(node) || stretch.start <= stretch.finish) return stretch;
  const day = node.moment === 'morning' ? stretch.start : stretch.finish;
  return { start: day, finish: day };
}
