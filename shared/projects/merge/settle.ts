import { compare } from '../../compare.ts';
import type { ProjectReturn } from '../../model/reviewing.ts';
import { named, placed, plansOf, type FactsOf, type ReturnsOfProject } from './merge.ts';

/**
 * A person has decided which snapshot of a project counts. The others stay, set aside, and can be chosen later in the same way.
 * Throws where the snapshot is none of this project's.
 */
export function settleReturns(here: ReturnsOfProject, keptPlanId: string, factsOf: FactsOf): ReturnsOfProject {
  const kept = here.rows.find((row) => plansOf(here, row.id).some(({ id }) => id === keptPlanId));
  if (!kept) throw new Error(`no snapshot ${keptPlanId} here`);
  const mine = plansOf(here, kept.id);
  const [first, ...others] = [...mine.filter(({ id }) => id === keptPlanId), ...mine.filter(({ id }) => id !== keptPlanId)];
  if (!first) throw new Error(`no snapshot ${keptPlanId} here`);
  return {
    rows: here.rows.map((row) =>
      row === kept ? { ...row, state: 'current', facts: factsOf(first.snapshot) } : { ...row, state: 'setAside' },
    ),
    plans: named([
      ...here.plans.filter((plan) => !mine.includes(plan)),
      ...[first, ...others].map((plan, place) => placed(plan, kept.id, place)),
    ]),
  };
}

/**
 * The row that counts of each project: one that is current, else the first of those in conflict. In the order of the projects'
 * ids.
 */
export function countingReturns(rows: readonly ProjectReturn[]): readonly ProjectReturn[] {
  const counting = new Map<string, ProjectReturn>();
  for (const row of rows) {
    const before = counting.get(row.projectId);
    if (!before || precedes(row, before)) counting.set(row.projectId, row);
  }
  return [...counting.values()].toSorted((one, other) => compare(one.projectId, other.projectId));
}

const ranks = { current: 0, conflict: 1, setAside: 2 } as const;

const precedes = (one: ProjectReturn, other: ProjectReturn): boolean =>
  ranks[one.state] < ranks[other.state] || (one.state === other.state && compare(one.id, other.id) < 0);
