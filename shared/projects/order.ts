import type { PlanNode } from '../model/project.ts';

/**
 * The `order` of a row between two others; null stands for the start or the end of the table. Null comes back where no
 * number lies between the two any more (after some fifty rows put into the same gap): then the table is renumbered.
 */
export function orderBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? 1 : after - 1;
  if (after === null) return before + 1;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}

/**
 * Puts a row at a position (0 = first) of a plan sorted by order. Returns the rows to save: the row itself, and the rest
 * too where they had to be renumbered to make room.
 */
export function insertAt(nodes: readonly PlanNode[], position: number, node: PlanNode): PlanNode[] {
  const others = nodes.filter((other) => other.id !== node.id);
  const order = orderBetween(others[position - 1]?.order ?? null, others[position]?.order ?? null);
  if (order !== null) return [{ ...node, order }];
  return others.toSpliced(position, 0, node).map((row, index) => ({ ...row, order: index + 1 }));
}
