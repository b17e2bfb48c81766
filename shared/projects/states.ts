import type { NodeState, PlanNode } from '../model/project.ts';
import { daysBetween } from './days.ts';

/** What a node is on a day ('YYYY-MM-DD'). A node whose date is not set is never overdue. */
export function nodeState(node: PlanNode, today: string): NodeState {
  if (isDone(node)) return 'done';
  if (node.plannedFinish !== '' && node.plannedFinish < today) return 'overdue';
  if (node.progress > 0 || (node.plannedStart !== '' && node.plannedStart <= today)) return 'underway';
  return 'notStarted';
}

/** Done is what somebody reported as finished, by its date or by 100 %. */
export function isDone(node: PlanNode): boolean {
  return node.progress >= 100 || node.actualFinish !== '';
}

/**
 * 偏差: days that a node finished after its plan (negative: before it), or that an overdue node is late by now. Null where
 * nothing can be said yet: not due, no planned date, or done without a date.
 */
export function deviationDays(node: PlanNode, today: string): number | null {
  if (node.plannedFinish === '') return null;
  if (node.actualFinish !== '') return daysBetween(node.plannedFinish, node.actualFinish);
  return nodeState(node, today) === 'overdue' ? daysBetween(node.plannedFinish, today) : null;
}

/** True when a node that is not done has to be finished today or within the next `days` days. */
export function dueSoon(node: PlanNode, today: string, days: number): boolean {
  if (isDone(node) || node.plannedFinish === '') return false;
  const left = daysBetween(today, node.plannedFinish);
  return left >= 0 && left <= days;
}
