import type { PublishedProjects } from '../../model/reviewing.ts';

/**
 * The contents of several packages, the oldest first, as one: where two have an item of the same id the later one's counts.
 * Null where there is no package.
 */
export function unionOfPublished(packages: readonly PublishedProjects[]): PublishedProjects | null {
  const [first, ...others] = packages;
  return first ? others.reduce(both, first) : null;
}

const both = (one: PublishedProjects, other: PublishedProjects): PublishedProjects => ({
  offers: byId(one.offers, other.offers),
  assignments: byId(one.assignments, other.assignments),
  decisions: byId(one.decisions, other.decisions),
  events: byId(one.events, other.events),
  benchmarks: byId(one.benchmarks, other.benchmarks),
  receiving: other.receiving,
});

const byId = <Item extends { readonly id: string }>(one: readonly Item[], other: readonly Item[]): readonly Item[] => [
  ...new Map([...one, ...other].map((item) => [item.id, item])).values(),
];
