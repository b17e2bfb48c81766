import type { NodeState, PlanNode } from '../model/project.ts';
import { isDone, nodeState } from './states.ts';

export interface ProjectSummary {
  readonly total: number;
  readonly counts: Readonly<Record<NodeState, number>>;
  /** 0 to 100, every node weighing the same; 100 only when all are done. 0 for a plan without nodes. */
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
    percent: averageProgress(nodes),
    next: ahead[0] ?? null,
    overdue: of('overdue'),
  };
}

function averageProgress(nodes: readonly PlanNode[]): number {
  if (nodes.length === 0) return 0;
  const sum = nodes.reduce((total, node) => total + (isDone(node) ? 100 : node.progress), 0);
  return Math.floor(sum / nodes.length);
}

/** By planned finish, those without a date last; then by their place in the table. */
function byFinish(a: PlanNode, b: PlanNode): number {
  const [first, second] = [a.plannedFinish || '9999', b.plannedFinish || '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return a.order - b.order;
}
