import type { Demand } from '../../model/policy.ts';
import type { QuestionType } from '../../model/question.ts';
import { isMeant, sizeOf, type Cell } from './cells.ts';
import { claimsOf, type Claim } from './claims.ts';
import { missedBy, type Planning } from './plan.ts';

/** What was asked for, with how many questions of the pool there are for it. */
export type Wanted =
  | { readonly kind: 'part'; readonly part: number; readonly type: QuestionType; readonly count: number; readonly available: number }
  | { readonly kind: 'demand'; readonly part: number; readonly type: QuestionType; readonly demand: Demand; readonly available: number }
  | { readonly kind: 'must'; readonly type: QuestionType; readonly section: string; readonly ids: readonly string[] }
  | { readonly kind: 'overlap'; readonly count: number }
  /** Two must-have questions that ask the same. */
  | { readonly kind: 'alike'; readonly ids: readonly [string, string] };

/** Wishes that cannot all hold; without any one of them the others can. */
export interface Conflict {
  readonly wanted: readonly Wanted[];
  /** How many questions are missing at least. */
  readonly missing: number;
}

/**
 * Why a plan cannot be: every wish that fails by itself; where none does, for each type a smallest set of wishes that fail
 * together (found by leaving out one after the other). Empty where they can all hold.
 */
export function findConflicts(planning: Planning): Conflict[] {
  const alone = groupsOf(planning).flatMap(({ claims, group }) =>
    claims.filter((claim) => missedBy([claim], group) > 0).map((claim) => [claim]),
  );
  const minimal = alone.length > 0 ? alone : groupsOf(planning).flatMap(({ claims, group }) => smallest(claims, group));
  const found = minimal.length > 0 ? minimal : smallest(claimsOf(planning), planning);
  return found.map((claims) => ({ wanted: claims.map((claim) => wantedBy(claim, planning)), missing: missedBy(claims, planning) }));
}

/** Types do not take questions from each other: each is looked at by itself, without what two papers have in common. */
function groupsOf(planning: Planning): { readonly claims: readonly Claim[]; readonly group: Planning }[] {
  const types = [...new Set(planning.blueprint.parts.map(({ type }) => type))];
  const all = claimsOf(planning);
  return types.map((type) => {
    const cells = planning.sorted.cells.filter((cell) => cell.type === type);
    const claims = all.filter((claim) => typeOf(claim, planning) === type);
    return { claims, group: { ...planning, sorted: { ...planning.sorted, cells } } };
  });
}

function typeOf(claim: Claim, { blueprint }: Planning): QuestionType | undefined {
  if (claim.kind === 'overlap') return undefined;
  return claim.kind === 'must' ? claim.cell.type : blueprint.parts[claim.part]?.type;
}

/** Leaves out every claim without which the others still fail; what is left is needed. */
function smallest(claims: readonly Claim[], planning: Planning): Claim[][] {
  if (claims.length === 0 || missedBy(claims, planning) === 0) return [];
  let kept = claims;
  for (const claim of claims) {
    const others = kept.filter((other) => other !== claim);
    if (missedBy(others, planning) > 0) kept = others;
  }
  return [[...kept]];
}

function wantedBy(claim: Claim, { blueprint, sorted: { cells } }: Planning): Wanted {
  if (claim.kind === 'overlap') return claim;
  if (claim.kind === 'must') {
    const { type, section, must } = claim.cell;
    return { kind: 'must', type, section, ids: must.map(({ id }) => id) };
  }
  const part = blueprint.parts[claim.part];
  if (!part) throw new Error(`there is no part ${claim.part}`);
  const { type } = part;
  const ofType = cells.filter((cell) => cell.type === type);
  const demand = claim.kind === 'demand' ? part.demands?.[claim.demand] : undefined;
  if (!demand) return { kind: 'part', part: claim.part, type, count: claim.count, available: sizeOfAll(ofType) };
  return { kind: 'demand', part: claim.part, type, demand, available: sizeOfAll(ofType.filter((cell) => isMeant(demand, cell))) };
}

const sizeOfAll = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + sizeOf(cell), 0);
