import type { PlanNode } from '../../model/project.ts';
import { dayNumber } from '../days.ts';
import { isMoment, momentOn } from './moments.ts';
import type { Network } from './network.ts';
import { bothNeeds, needOf, noNeed, type Need, type Stretch } from './need.ts';
import type { WorkdayCount } from './workdays.ts';

/** By position of their nodes; null for a node without dates. */
export type Stretches = readonly (Stretch | null)[];

/** Puts the node at a position in its place, given what its predecessors ask; null for one without dates. */
export type Place = (position: number, need: Need) => Stretch | null;

/**
 * The forward pass: every node once, its predecessors before it. A node without dates takes no time of its own, and hands on
 * what is asked of it.
 */
export function forwardPass({ order, incoming }: Network, count: WorkdayCount, place: Place): Stretches {
  const placed: (Stretch | null)[] = incoming.map(() => null);
  const handedOn: (Stretch | null)[] = [...placed];
  for (const position of order) {
    const need = (incoming[position] ?? []).reduce((asked, { from, dependency }) => {
      const predecessor = handedOn[from];
      return predecessor ? bothNeeds(asked, needOf(dependency, predecessor, count)) : asked;
    }, noNeed);
    const stretch = place(position, need);
    placed[position] = stretch;
    handedOn[position] = stretch ?? momentOf(need);
  }
  return placed;
}

/** A moment is a stretch that ends on the evening before it starts. */
function momentOf({ start, finish }: Need): Stretch | null {
  const morning = Math.max(start, finish + 1);
  return Number.isFinite(morning) ? { start: morning, finish: morning - 1 } : null;
}

/** The planned days of a node. */
export const plannedStretch = (node: PlanNode, count: WorkdayCount): Stretch | null =>
  isMoment(node) ? momentOn(dayNumber(node.plannedFinish), node.moment, count) : stretchOf(node.plannedStart, node.plannedFinish);

/** One date stands for both, a finish before the start counts as the start; null where both are ''. */
export function stretchOf(start: string, finish: string): Stretch | null {
  if (start === '' && finish === '') return null;
  const first = dayNumber(start || finish);
  return { start: first, finish: Math.max(first, dayNumber(finish || start)) };
}

/** Workdays of a stretch; work that lies on days off only (值守, 保供电) takes one workday where it has to move, a moment none. */
export const lengthOf = ({ start, finish }: Stretch, { before }: WorkdayCount): number =>
  finish < start ? 0 : Math.max(1, before(finish + 1) - before(start));

/** The first so many workdays that satisfy the need; it has to ask for something. */
export function earliestPlace(length: number, need: Need, { before, at }: WorkdayCount): Stretch {
  const byStart = Number.isFinite(need.start) ? before(need.start) : Number.NEGATIVE_INFINITY;
  const byFinish = Number.isFinite(need.finish) ? before(need.finish) - length + 1 : Number.NEGATIVE_INFINITY;
  const first = Math.max(byStart, byFinish);
  return { start: at(first), finish: at(first + length - 1) };
}
