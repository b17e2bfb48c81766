import type { NodeState, PlanNode } from '../../model/project.ts';
import { deviationDays, nodeState } from '../states.ts';
import { placeOf } from './scale.ts';

/** From the morning of one day to the evening of another, in days from the beginning of the scale. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface PlanBar {
  /**
   * bar · milestone: starts and finishes on one day · half: only one date is set · reversed: finishes before it starts · none:
   * no date.
   */
  readonly shape: 'bar' | 'milestone' | 'half' | 'reversed' | 'none';
  /** Null only where the shape is `none`. */
  readonly present: Span | null;
  /** As approved; null where the node was not in the approved plan, or without dates. */
  readonly approved: Span | null;
  /** From actual start to actual finish, or to today while it goes on. */
  readonly actual: Span | null;
  readonly state: NodeState;
  /** 偏差 in days; null where nothing can be said yet. */
  readonly deviation: number | null;
  /** Against the approved plan. */
  readonly change: 'none' | 'moved' | 'added';
}

interface BarContext {
  /** The beginning of the scale, 'YYYY-MM-DD'. */
  readonly first: string;
  readonly today: string;
  /** Nodes of the approved plan by id; empty before approval. */
  readonly approved: ReadonlyMap<string, PlanNode>;
}

/** What of a node is drawn where. */
export function barOf(node: PlanNode, { first, today, approved }: BarContext): PlanBar {
  const [start, finish] = [placeOf(first, node.plannedStart), placeOf(first, node.plannedFinish)];
  const before = approved.get(node.id);
  return {
    shape: shapeOf(start, finish),
    present: spanOf(start, finish),
    approved: before ? spanOf(placeOf(first, before.plannedStart), placeOf(first, before.plannedFinish)) : null,
    actual: actualOf(node, first, today),
    state: nodeState(node, today),
    deviation: deviationDays(node, today),
    change: approved.size === 0 ? 'none' : changeOf(node, before),
  };
}

function shapeOf(start: number | null, finish: number | null): PlanBar['shape'] {
  if (start === null && finish === null) return 'none';
  if (start === null || finish === null) return 'half';
  if (start === finish) return 'milestone';
  return finish < start ? 'reversed' : 'bar';
}

function spanOf(start: number | null, finish: number | null): Span | null {
  const [one, other] = [start ?? finish, finish ?? start];
  return one === null || other === null ? null : { from: Math.min(one, other), to: Math.max(one, other) + 1 };
}

function actualOf({ actualStart, actualFinish, plannedStart }: PlanNode, first: string, today: string): Span | null {
  const finish = placeOf(first, actualFinish);
  const start = placeOf(first, actualStart) ?? (finish === null ? null : placeOf(first, plannedStart));
  return start === null ? spanOf(finish, finish) : spanOf(start, finish ?? Math.max(start, placeOf(first, today) ?? start));
}

/** A node that was moved has other dates than those approved. */
export function changeOf(node: PlanNode, before: PlanNode | undefined): PlanBar['change'] {
  if (!before) return 'added';
  return before.plannedStart === node.plannedStart && before.plannedFinish === node.plannedFinish ? 'none' : 'moved';
}
