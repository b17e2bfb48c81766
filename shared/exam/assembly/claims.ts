import type { Blueprint } from '../../model/policy.ts';
import type { Cell, Sorted } from './cells.ts';

/** Something that has to hold exactly. Places count from 0. */
export type Claim =
  | { readonly kind: 'part'; readonly part: number; readonly count: number }
  | { readonly kind: 'demand'; readonly part: number; readonly demand: number; readonly count: number }
  /** The must-have questions of one cell. */
  | { readonly kind: 'must'; readonly cell: Cell }
  /** So many questions stand on both papers. */
  | { readonly kind: 'overlap'; readonly count: number };

interface Claiming {
  readonly blueprint: Blueprint;
  readonly sorted: Sorted;
  readonly papers: { readonly kind: 'one' } | { readonly kind: 'two'; readonly shared: number };
}

export function claimsOf({ blueprint, sorted, papers }: Claiming): Claim[] {
  const parts = blueprint.parts.flatMap(({ count, demands = [] }, part): Claim[] => [
    { kind: 'part', part, count },
    ...demands.map((demand, place): Claim => ({ kind: 'demand', part, demand: place, count: demand.count })),
  ]);
  const musts = sorted.cells.flatMap((cell): Claim[] => (cell.must.length > 0 ? [{ kind: 'must', cell }] : []));
  return [...parts, ...musts, ...(papers.kind === 'two' ? [{ kind: 'overlap', count: papers.shared } as const] : [])];
}
