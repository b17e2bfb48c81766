import type { Dependency, PlanNode } from '../model/project.ts';

/** True where every field of two nodes is the same; links are compared by what they say. */
export function sameNode(one: PlanNode, other: PlanNode | undefined): boolean {
  if (one === other) return true;
  return other !== undefined && changedFieldsOf(one, other).length === 0;
}

/** Names of the fields in which two nodes differ. Rows have the fields of their type and no others. */
export const changedFieldsOf = (one: PlanNode, other: PlanNode): (keyof PlanNode)[] =>
  (Object.keys(one) as (keyof PlanNode)[]).filter((field) => !sameField(one, other, field));

function sameField(one: PlanNode, other: PlanNode, field: keyof PlanNode): boolean {
  return one[field] === other[field] || (field === 'dependencies' && sameLinks(one.dependencies, other.dependencies));
}

function sameLinks(links: readonly Dependency[], others: readonly Dependency[]): boolean {
  return links.length === others.length && links.every((link, place) => sameLink(link, others[place]));
}

const sameLink = (one: Dependency, other: Dependency | undefined): boolean =>
  one.nodeId === other?.nodeId && one.type === other.type && one.lag === other.lag && one.elapsed === other.elapsed;

/** What leads from one state of a table to another: rows that are gone, and rows to put, new or changed. */
export function differingNodes(
  from: readonly PlanNode[],
  to: readonly PlanNode[],
): { readonly removed: readonly PlanNode[]; readonly put: readonly PlanNode[] } {
  const old = new Map(from.map((node) => [node.id, node]));
  const kept = new Set(to.map(({ id }) => id));
  return { removed: from.filter(({ id }) => !kept.has(id)), put: to.filter((node) => !sameNode(node, old.get(node.id))) };
}
