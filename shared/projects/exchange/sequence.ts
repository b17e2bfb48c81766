import type { PlanNode } from '../../model/project.ts';
import { orderBetween } from '../order.ts';
import type { ComparedRow } from './compare.ts';
import { longestRun } from './longest-run.ts';

/**
 * Keys of all rows in the order that the plan gets. With the file's order, nodes that the file lacks stay behind the node
 * they stood behind; with the plan's, new rows stand behind the row they stand behind in the file.
 */
export function sequenceOf(nodes: readonly PlanNode[], rows: readonly ComparedRow[], fileOrder: boolean): string[] {
  const [plan, file] = [nodes.map(({ id }) => id), rows.map(({ key }) => key)];
  return fileOrder ? woven(file, plan) : woven(plan, file);
}

/** The first list, with those of the second that it lacks behind the one that stands before them there. */
function woven(first: readonly string[], second: readonly string[]): string[] {
  const own = new Set(first);
  const behind = new Map<string, string[]>(); // '' is the start
  let last = '';
  for (const key of second) {
    if (own.has(key)) last = key;
    else behind.set(last, [...(behind.get(last) ?? []), key]);
  }
  return [...(behind.get('') ?? []), ...first.flatMap((key) => [key, ...(behind.get(key) ?? [])])];
}

/** The order of a node that has no place yet. */
export const unplaced = Number.NaN;

/** Orders that make this sequence. As many nodes as possible keep theirs, so that little is saved; all are numbered anew where no room is left. */
export function renumbered(nodes: readonly PlanNode[]): PlanNode[] {
  const placed = nodes.flatMap(({ order }, place) => (Number.isNaN(order) ? [] : [place]));
  const kept = new Set(longestRun(placed.map((place) => nodes[place]?.order ?? 0)).map((place) => placed[place]));
  const behind = ordersBehind(nodes, kept);
  const next: PlanNode[] = [];
  for (const [place, node] of nodes.entries()) {
    const order = kept.has(place) ? node.order : orderBetween(next.at(-1)?.order ?? null, behind[place] ?? null);
    if (order === null) return nodes.map((row, index) => (row.order === index + 1 ? row : { ...row, order: index + 1 }));
    next.push(order === node.order ? node : { ...node, order });
  }
  return next;
}

/** For every position the order of the next node behind it that keeps its own. */
function ordersBehind(nodes: readonly PlanNode[], kept: ReadonlySet<number | undefined>): (number | null)[] {
  let order: number | null = null;
  return nodes
    .map((node, place) => ({ node, place }))
    .toReversed()
    .map(({ node, place }) => {
      const behind = order;
      if (kept.has(place)) order = node.order;
      return behind;
    })
    .toReversed();
}
