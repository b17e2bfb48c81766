import type { Blueprint, ScoringRule } from '../../model/policy.ts';
import { difficulties, type Difficulty, type QuestionType } from '../../model/question.ts';
import { seedFrom, shuffle, type Dice } from '../random.ts';
import { sizeOf, sortIntoCells, type Cell, type Sorted } from './cells.ts';
import { findConflicts, type Conflict } from './conflicts.ts';
import { planShares, type Planning, type Share } from './plan.ts';
import type { Exposures, Pool } from './pool.ts';
import { Ranking } from './ranking.ts';

/** One question of a paper before its text is fetched. */
export interface Pick {
  readonly id: string;
  readonly score: number;
  readonly scoring?: ScoringRule;
}

/** A section that lacks questions, so that others gave more than their share. */
export interface SectionNote {
  readonly section: string;
  /** Its share by the blueprint's weights, rounded down. */
  readonly wanted: number;
  readonly given: number;
}

/** A difficulty that lacks questions, or of which the demands leave less room than its share. */
export interface DifficultyNote {
  readonly difficulty: Difficulty;
  readonly wanted: number;
  readonly given: number;
}

/** A type of which the pool does not hold enough. */
export interface Shortfall {
  readonly type: QuestionType;
  readonly wanted: number;
  readonly available: number;
  readonly sections: readonly { readonly section: string; readonly available: number }[];
}

/** Why there is no paper. */
export interface Refusal {
  readonly ok: false;
  readonly shortfalls: readonly Shortfall[];
  readonly conflicts: readonly Conflict[];
  /** Must-have questions that the pool does not hold, that no part takes, or that must not be on the paper. */
  readonly absent: readonly string[];
}

export interface Notes {
  readonly notes: readonly SectionNote[];
  readonly difficultyNotes: readonly DifficultyNote[];
}

export type Assembly = ({ readonly ok: true; readonly picks: readonly Pick[] } & Notes) | Refusal;

export interface Assembling {
  readonly pool: Pool;
  readonly blueprint: Blueprint;
  /** Any safe integer; the same seed gives the same paper, whatever the order of the pool. */
  readonly seed: number;
  /** Questions of earlier papers: they come last. */
  readonly exposure: Exposures;
}

/**
 * Draws a paper (组卷). Each part has exactly its count and its demands, all must-have questions are on it, no question comes
 * twice, and the parts stand in the blueprint's order; sections and difficulties come as near to their shares as that
 * allows (see planShares). Where it cannot be, the refusal names why.
 */
export function assemble({ pool, blueprint, seed, exposure }: Assembling): Assembly {
  const sorted = sortIntoCells(pool, blueprint, exposure);
  const planning: Planning = { blueprint, sorted, papers: { kind: 'one' }, dice: seedFrom(seed, planStream) };
  const plan = planOrRefuse(planning);
  if ('ok' in plan) return plan;
  const dice = seedFrom(seed);
  const ranking = new Ranking(seed, exposure);
  const drawn = Map.groupBy(plan, ({ cell }) => cell);
  const ofParts = blueprint.parts.map((): string[] => []);
  for (const [cell, shares] of drawn) {
    const ids = shuffle(drawFrom(cell, total(shares.map(({ own }) => own)), ranking), dice);
    for (const { part, own } of shares) ofParts[part]?.push(...ids.splice(0, own));
  }
  return { ok: true, picks: dealParts(blueprint, ofParts, dice), ...notesOf(plan, planning) };
}

/** The plan rolls dice of its own, so that what it needs does not change what is picked. */
export const planStream = 3;

/** A plan in which everything holds, or the refusal. */
export function planOrRefuse(planning: Planning): Share[] | Refusal {
  const { blueprint, sorted } = planning;
  const shortfalls = findShortfalls(blueprint, sorted);
  const plan = shortfalls.length > 0 || sorted.missing.length > 0 ? null : planShares(planning);
  if (plan) return plan;
  const short = new Set(shortfalls.map(({ type }) => type));
  const conflicts = findConflicts(planning).filter(({ wanted }) => wanted.some((one) => one.kind !== 'part' || !short.has(one.type)));
  return { ok: false, shortfalls, conflicts, absent: sorted.missing };
}

/** The questions of a part in an order of chance. */
export const dealParts = ({ parts }: Blueprint, ofParts: readonly (readonly string[])[], dice: Dice): Pick[] =>
  parts.flatMap(({ scoreEach, scoring }, place) =>
    shuffle(ofParts[place] ?? [], dice).map((id) => ({ id, score: scoreEach, ...(scoring ? { scoring } : {}) })),
  );

export function notesOf(plan: readonly Share[], { blueprint, sorted: { sections } }: Planning): Notes {
  const sizes = plan.map(({ cell, own, shared }) => ({ cell, count: own + shared }));
  const all = total(sizes.map(({ count }) => count));
  const weights = total(sections.map(({ weight }) => weight));
  const lacking = <T extends object>(
    about: T,
    share: number,
    isMeant: (cell: Cell) => boolean,
  ): (T & { wanted: number; given: number })[] => {
    const given = total(sizes.filter(({ cell }) => isMeant(cell)).map(({ count }) => count));
    const wanted = Math.floor(share + 1e-9);
    return given < wanted ? [{ ...about, wanted, given }] : [];
  };
  const shares = blueprint.difficulties;
  const sum = shares ? total(Object.values(shares)) : 0;
  return {
    notes: sections.flatMap(({ section, weight }) => lacking({ section }, (all * weight) / weights, (cell) => cell.section === section)),
    difficultyNotes: (shares && sum > 0 ? difficulties : []).flatMap((difficulty) =>
      lacking({ difficulty }, (all * (shares?.[difficulty] ?? 0)) / sum, (cell) => cell.difficulty === difficulty),
    ),
  };
}

const drawFrom = (cell: Cell, count: number, ranking: Ranking): string[] =>
  [...cell.must, ...ranking.first(cell, count - cell.must.length)].map(({ id }) => id);

function findShortfalls({ parts }: Blueprint, { cells, sections }: Sorted): Shortfall[] {
  return [...Map.groupBy(parts, ({ type }) => type)].flatMap(([type, ofType]) => {
    const wanted = total(ofType.map(({ count }) => count));
    const inType = cells.filter((cell) => cell.type === type);
    const available = sizeOfAll(inType);
    if (available >= wanted) return [];
    const bySection = sections.map(({ section }) => ({ section, available: sizeOfAll(inType.filter((cell) => cell.section === section)) }));
    return [{ type, wanted, available, sections: bySection }];
  });
}

const sizeOfAll = (cells: readonly Cell[]): number => total(cells.map(sizeOf));
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
