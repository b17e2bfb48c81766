import { compare } from '../compare.ts';
import type { NodeState, PlanNode, PlanSummary } from '../model/project.ts';
import { daysBetween } from './days.ts';
import { isDone, nodeState } from './states.ts';

export interface ProjectSummary {
  readonly total: number;
  readonly counts: Readonly<Record<NodeState, number>>;
  /** 0 to 100 by weight, rounded down; 100 only when all that counts is done. 0 for a plan without nodes. */
  readonly percent: number;
  /** The node that is due next; overdue ones are not next, they are late. Null where nothing lies ahead. */
  readonly next: PlanNode | null;
  /** The longest overdue first. */
  readonly overdue: readonly PlanNode[];
}

/** How a plan stands on a day ('YYYY-MM-DD'). */
export function projectSummary(nodes: readonly PlanNode[], today: string): ProjectSummary {
  const byState = Map.groupBy(nodes.toSorted(byFinish), (node) => nodeState(node, today));
  const of = (state: NodeState): readonly PlanNode[] => byState.get(state) ?? [];
  const ahead = [...of('underway'), ...of('notStarted')].sort(byFinish);
  return {
    total: nodes.length,
    counts: {
      notStarted: of('notStarted').length,
      underway: of('underway').length,
      done: of('done').length,
      overdue: of('overdue').length,
    },
    percent: weighedProgress(nodes),
    next: ahead[0] ?? null,
    overdue: of('overdue'),
  };
}

/** What registers and the first page show of a plan, to be written in the same commit as its nodes. */
export function summaryRow(projectId: string, nodes: readonly PlanNode[]): PlanSummary {
  const open = nodes.filter((node) => !isDone(node)).sort(byFinish);
  return {
    id: projectId,
    total: nodes.length,
    done: nodes.length - open.length,
    percent: weighedProgress(nodes),
    open: open.map(({ id, title, owner, plannedFinish }) => ({ nodeId: id, title, owner, finish: plannedFinish })),
  };
}

export type OpenNode = PlanSummary['open'][number];

export interface Standing {
  /** The longest overdue first. */
  readonly overdue: readonly OpenNode[];
  /** Due today or within the days asked for, the first one first. */
  readonly dueSoon: readonly OpenNode[];
  /** The node that is due next, as in ProjectSummary. */
  readonly next: OpenNode | null;
}

/** How a plan stands on a day ('YYYY-MM-DD'), told from its summary. */
export function standing({ open }: PlanSummary, today: string, dueSoonDays: number): Standing {
  const isLate = ({ finish }: OpenNode): boolean => finish !== '' && finish < today;
  return {
    overdue: open.filter(isLate),
    dueSoon: open.filter((node) => !isLate(node) && node.finish !== '' && daysBetween(today, node.finish) <= dueSoonDays),
    next: open.find((node) => !isLate(node)) ?? null,
  };
}

/** Where nothing has a weight, every node weighs the same. */
function weighedProgress(nodes: readonly PlanNode[]): number {
  const counting = nodes.filter(({ weight }) => weight > 0);
  if (counting.length === 0) return nodes.length === 0 ? 0 : weighedProgress(nodes.map((node) => ({ ...node, weight: 1 })));
  if (counting.every(isDone)) return 100;
  const whole = counting.reduce((sum, { weight }) => sum + weight, 0);
  const reached = counting.reduce((sum, node) => sum + node.weight * (isDone(node) ? 100 : node.progress), 0);
  return Math.min(99, Math.floor(reached / whole + tiny));
}

/** Weights such as 0.1 have no exact binary fraction: half of ten of them is 50, not 49. */
const tiny = 1e-9;

/** By planned finish, those without a date last; then by their place in the table. */
function byFinish(one: PlanNode, other: PlanNode): number {
  return compare(one.plannedFinish || '9999', other.plannedFinish || '9999') || one.order - other.order;
}
