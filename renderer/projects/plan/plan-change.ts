import type { PlanNode } from '@shared/model/project.ts';
import type { WorkOp } from '@shared/model/work.ts';

/** One step of editing a plan: the rows that it touches, before and after. A row in only one of the two was added or removed. */
export interface PlanChange {
  /** Name of the commit, e.g. 'plan.edit'. */
  readonly what: string;
  readonly before: readonly PlanNode[];
  readonly after: readonly PlanNode[];
}

/** What leads from one state of a table to another; null where they are the same. */
export function changeBetween(what: string, from: readonly PlanNode[], to: readonly PlanNode[]): PlanChange | null {
  const old = new Map(from.map((node) => [node.id, node]));
  const now = new Map(to.map((node) => [node.id, node]));
  const before = from.filter((node) => !sameNode(node, now.get(node.id)));
  const after = to.filter((node) => !sameNode(node, old.get(node.id)));
  return before.length + after.length === 0 ? null : { what, before, after };
}

export const inverseOf = (change: PlanChange, what: string): PlanChange => ({ what, before: change.after, after: change.before });

/** The table after a change, in its order. */
export function applyChange(nodes: readonly PlanNode[], { before, after }: PlanChange): PlanNode[] {
  const touched = new Set([...before, ...after].map((node) => node.id));
  return [...nodes.filter((node) => !touched.has(node.id)), ...after].sort((a, b) => a.order - b.order);
}

export function opsOf({ before, after }: PlanChange): WorkOp[] {
  const kept = new Set(after.map((node) => node.id));
  const puts = after.map((put): WorkOp => ({ table: 'planNodes', put }));
  return [...puts, ...before.filter((node) => !kept.has(node.id)).map((node): WorkOp => ({ table: 'planNodes', remove: node.id }))];
}

/** The new rows, but with the old objects where nothing in them changed: rows that are the same object are not drawn again. */
export function keepingSame(old: readonly PlanNode[], rows: readonly PlanNode[]): PlanNode[] {
  const known = new Map(old.map((node) => [node.id, node]));
  return rows.map((node) => {
    const before = known.get(node.id);
    return before && sameNode(node, before) ? before : node;
  });
}

function sameNode(one: PlanNode, other: PlanNode | undefined): boolean {
  if (one === other || !other) return one === other;
  return (Object.keys(one) as (keyof PlanNode)[]).every((field) => one[field] === other[field]); // rows have the fields of their type and no others
}
