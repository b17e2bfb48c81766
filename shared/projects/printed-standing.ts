import type { NodeState, PlanNode } from '../model/project.ts';
import { changeOf } from './bars/layout.ts';
import { deviationDays, nodeState } from './states.ts';

export const printedStates = { notStarted: '未开始', underway: '进行中', done: '已完成', overdue: '逾期' } as const satisfies Record<
  NodeState,
  string
>;

/** Against what a node is printed. */
export interface PrintedAgainst {
  /** The node as approved; null where it was not in the approved plan. */
  readonly before: PlanNode | null;
  readonly isApproved: boolean;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 状态 on paper and in workbooks: 已调整 stands in place of 未开始 and 进行中, since whether a node is done or late matters more than that it was changed. */
export function printedState(node: PlanNode, { before, isApproved, today }: PrintedAgainst): string {
  const state = nodeState(node, today);
  const isChanged = isApproved && changeOf(node, before ?? undefined) !== 'none';
  return isChanged && (state === 'notStarted' || state === 'underway') ? '已调整' : printedStates[state];
}

/** 偏差（天）: from what was approved, of a node that was not in the approved plan from its own dates. Null while neither late nor done. */
export const printedDeviation = (node: PlanNode, { before, today }: PrintedAgainst): number | null =>
  deviationDays({ ...node, plannedFinish: (before ?? node).plannedFinish }, today);
