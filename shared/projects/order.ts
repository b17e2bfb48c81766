import type { PlanNode } from '../model/project.ts';

/**
 * The `order` of a row between two others; null stands for the start or the end of the table. Null comes back where no
 * number lies between the two any more (after some fifty rows put into the same gap): then the table is renumbered.
 */
export function orderBetween(before: number | null, after: number | null): number | null {
  return ordersBetween(before, after, 1)?.[0] ?? null;
}

/** The same for several rows that stand one after another. */
function ordersBetween(before: number | null, after: number | null, count: number): readonly number[] | null {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  if (before === null && after === null) return places;
  if (after === null) return places.map((place) => (before ?? 0) + place);
  if (before === null) return places.map((place) => after - count + place - 1);
  const between = places.map((place) => before + ((after - before) * place) / (count + 1));
  return isRising([before, ...between, after]) ? between : null;
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));

/**
 * Puts rows, one after another, at a position (0 = first) of a plan sorted by order. Returns the rows to save: these rows, and
 * the rest too where they had to be renumbered to make room.
 */
export function insertAt(nodes: readonly PlanNode[], position: number, ...added: readonly PlanNode[]): PlanNode[] {
  const ids = new Set(added.map(({ id }) => id));
  const others = nodes.filter((other) => !ids.has(other.id));
  const orders = ordersBetween(others[position - 1]?.order ?? null, others[position]?.order ?? null, added.length);
  if (orders) return added.map((node, index) => ({ ...node, order: orders[index] ?? node.order }));
  return others.toSpliced(position, 0, ...added).map((row, index) => ({ ...row, order: index + 1 }));
}
