import type { PlanNode } from '../../model/project.ts';
import { dayNumber } from '../days.ts';
import { isDone } from '../states.ts';
import type { LegalCalendar } from './calendar.ts';
import { earliestPlace, forwardPass, lengthOf, plannedStretch } from './forward.ts';
import { daysOf, isMoment, momentOn, type MomentNode } from './moments.ts';
import type { Need, Stretch } from './need.ts';
import { networkOf } from './network.ts';
import { hasBegun, presentStretch } from './push.ts';
import { spansOf, type Span } from './schedule.ts';
import type { WorkdayCount } from './workdays.ts';

/**
 * When each node will be finished as things stand on a day ('YYYY-MM-DD'). What is done has its actual dates. Where a percentage
 * is reported, the rest of the planned workdays lies ahead from today on. Where nothing is reported the node is taken to be
 * on plan, and once it is overdue to be finished today at the earliest. Whatever waits for another by a link moves with it.
 * Nothing is forecast earlier than planned. Nodes without dates are left out.
 */
export function forecast(nodes: readonly PlanNode[], calendar: LegalCalendar, today: string): ReadonlyMap<string, Span> {
  const { count } = calendar;
  const now = dayNumber(today);
  const stretches = forwardPass(networkOf(nodes), count, (position, need) => {
    const node = nodes[position];
    const own = node && presentStretch(node, count);
    if (!node || !own) return null;
    if (isMoment(node)) return momentFrom(node, own, need, now, count);
    if (isDone(node)) return done(node, own, now);
    return hasBegun(node) ? underway(node, own, need, now, count) : waiting(own, need, now, count);
  });
  return spansOf(nodes, stretches);
}

/** The last day of all; '' where there is none. */
export const lastFinish = (spans: Iterable<Span>): string =>
  Array.from(spans).reduce((last, { finish }) => (finish > last ? finish : last), '');

/** Done by 100 % without a date: on its planned day, or today where that lies ahead. */
function done({ actualFinish }: PlanNode, own: Stretch, now: number): Stretch {
  if (actualFinish !== '') return own;
  const finish = Math.min(own.finish, now);
  return { start: Math.min(own.start, finish), finish };
}

/** Nothing is reported: as planned, or as soon as what it waits for allows. */
function waiting(own: Stretch, need: Need, now: number, count: WorkdayCount): Stretch {
  const { start, finish } = allowed(own, need, count);
  return { start, finish: Math.max(finish, now) };
}

function allowed(own: Stretch, need: Need, count: WorkdayCount): Stretch {
  if (own.start >= need.start && own.finish >= need.finish) return own;
  return earliestPlace(lengthOf(own, count), { start: Math.max(own.start, need.start), finish: need.finish }, count);
}

/** A moment has no part that could be done: it is as planned, or as soon as it is allowed, but if it is not done not before today. */
function momentFrom(node: MomentNode, own: Stretch, need: Need, now: number, count: WorkdayCount): Stretch {
  const place = isDone(node) ? own : allowed(own, need, count);
  const day = daysOf(node, place).finish;
  const isFixed = isDone(node) ? node.actualFinish !== '' || day <= now : day >= now;
  return isFixed ? place : momentOn(now, node.moment, count);
}

function underway(node: PlanNode, own: Stretch, need: Need, now: number, { before, at }: WorkdayCount): Stretch {
  const planned = plannedStretch(node, { before, at }) ?? own;
  const left = Math.max(1, Math.ceil((lengthOf(planned, { before, at }) * (100 - node.progress)) / 100 - tiny));
  const byNeed = Number.isFinite(need.finish) ? at(before(need.finish)) : own.finish;
  const byRest = node.progress > 0 ? at(before(now) + left - 1) : Math.max(own.finish, now);
  return { start: Math.min(own.start, now), finish: Math.max(own.finish, byNeed, byRest) };
}

/** Percentages have no exact binary fractions: 20 days at 85 % leave 3, not 4. */
const tiny = 1e-9;
