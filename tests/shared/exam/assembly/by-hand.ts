import { isMeant } from '@shared/exam/assembly/cells.ts';
import type { Wanted } from '@shared/exam/assembly/conflicts.ts';
import type { PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Blueprint } from '@shared/model/policy.ts';

/** Into which part each question goes; −1 where it stays out. */
export type Placing = readonly number[];

/** Every way to put questions into the parts of a blueprint that may take them. All questions and parts are of one type. */
export function placings(entries: readonly PoolEntry[], blueprint: Blueprint): Placing[] {
  return entries.reduce<number[][]>(
    (all, entry) => {
      const parts = blueprint.parts.flatMap((_, part) => (mayTake(blueprint, part, entry) ? [part] : []));
      return all.flatMap((placing) => [-1, ...parts].map((part) => [...placing, part]));
    },
    [[]],
  );
}

function mayTake({ parts, sections, must = [], mustNot = [] }: Blueprint, part: number, entry: PoolEntry): boolean {
  if (mustNot.includes(entry.id)) return false;
  const isListed = sections.length === 0 || sections.some(({ section }) => section === entry.section);
  const demands = parts[part]!.demands ?? [];
  return isListed || must.includes(entry.id) || demands.some((demand) => demand.section === entry.section && isMeant(demand, entry));
}

/** By how many questions a placing misses these wishes. */
export function missedIn(placing: Placing, wanted: readonly Wanted[], entries: readonly PoolEntry[]): number {
  const count = (part: number, fits: (entry: PoolEntry) => boolean): number =>
    placing.filter((chosen, place) => chosen === part && fits(entries[place]!)).length;
  return wanted.reduce((sum, one) => {
    if (one.kind === 'part') return sum + Math.abs(one.count - count(one.part, () => true));
    if (one.kind === 'demand') return sum + Math.abs(one.demand.count - count(one.part, (entry) => isMeant(one.demand, entry)));
    if (one.kind === 'must') return sum + one.ids.filter((id) => placing[entries.findIndex((entry) => entry.id === id)] === -1).length;
    throw new Error(`no wish of one paper: ${one.kind}`);
  }, 0);
}

/** All wishes of a blueprint. */
export const allWanted = ({ parts, must = [] }: Blueprint): Wanted[] => [
  ...parts.flatMap(({ type, count, demands = [] }, part): Wanted[] => [
    { kind: 'part', part, type, count, available: 0 },
    ...demands.map((demand): Wanted => ({ kind: 'demand', part, type, demand, available: 0 })),
  ]),
  ...(must.length > 0 ? [{ kind: 'must', type: 'single', section: '', ids: must } as const] : []),
];
