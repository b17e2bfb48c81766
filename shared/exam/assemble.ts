import type { Paper } from '../model/exam.ts';
import type { Blueprint } from '../model/policy.ts';
import type { Question, QuestionType } from '../model/question.ts';
import { orderItem } from './option-order.ts';
import { pick, seedFrom, shuffle, type Dice } from './random.ts';
import { shareOut, type ShareTable } from './share.ts';

/** What the assembler has to know of a question; the block index holds it. */
export interface PoolEntry {
  readonly id: string;
  readonly section: string;
  readonly type: QuestionType;
}

/** One question of a paper before its text is fetched. */
export interface Pick {
  readonly id: string;
  readonly score: number;
}

/** A section that lacks questions, so that others gave more than their share. */
export interface SectionNote {
  readonly section: string;
  /** Its share by the blueprint's weights, rounded down. */
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

export type Assembly =
  | { readonly ok: true; readonly picks: readonly Pick[]; readonly notes: readonly SectionNote[] }
  | { readonly ok: false; readonly shortfalls: readonly Shortfall[] };

/**
 * Draws a paper (组卷): each part has exactly its count, the sections share all questions by their weights (see shareOut),
 * no question comes twice, and the parts stand in the blueprint's order. The same pool, blueprint and seed give the same paper.
 */
export function assemblePaper({ pool, blueprint, seed }: { pool: readonly PoolEntry[]; blueprint: Blueprint; seed: number }): Assembly {
  const types = [...new Set(blueprint.parts.map((part) => part.type))];
  const entries = [...new Map(pool.map((entry) => [entry.id, entry])).values()].filter((entry) => types.includes(entry.type));
  const { sections, weights } = weighSections(blueprint, entries);
  const cells = sortIntoCells(entries, types, sections);
  const wanted = types.map((type) => total(blueprint.parts.filter((part) => part.type === type).map((part) => part.count)));
  const available = cells.map((row) => row.map((ids) => ids.length));
  const shortfalls = findShortfalls(types, sections, wanted, available);
  if (shortfalls.length > 0) return { ok: false, shortfalls };
  const shares = shareOut({ rowTotals: wanted, weights, available });
  const dice = seedFrom(seed);
  const drawn = new Map(types.map((type, row) => [type, drawType(cells[row] ?? [], shares[row] ?? [], dice)]));
  return { ok: true, picks: dealParts(blueprint, drawn), notes: noteLacks(sections, weights, shares) };
}

/**
 * The paper of an assembly, complete with its questions. Options stand in an order that the seed decides, except where
 * their order carries meaning; the answers stay indexes into the question's own options. Throws where a picked question is missing.
 */
export function makePaper(
  picks: readonly Pick[],
  questions: ReadonlyMap<string, Question>,
  { id, blueprint, seed }: { id: string; blueprint: Blueprint; seed: number },
): Paper {
  const dice = seedFrom(seed, optionStream);
  const items = picks.map((picked) => {
    const question = questions.get(picked.id);
    if (!question) throw new Error(`question ${picked.id} was picked but not fetched`);
    return { question, ...orderItem(question, dice), score: picked.score };
  });
  return { id, title: blueprint.title, blueprintId: blueprint.id, seed, minutes: blueprint.minutes, items };
}

/** Options are ordered by dice of their own, so that they do not depend on how many rolls the picking took. */
const optionStream = 1;

/** The blueprint's sections; where it names none, every section of the pool by its size. */
function weighSections(blueprint: Blueprint, entries: readonly PoolEntry[]): { sections: readonly string[]; weights: readonly number[] } {
  if (blueprint.sections.length > 0) {
    return { sections: blueprint.sections.map(({ section }) => section), weights: blueprint.sections.map(({ weight }) => weight) };
  }
  const sizes = Map.groupBy(entries, (entry) => entry.section);
  return { sections: [...sizes.keys()], weights: [...sizes.values()].map((ofSection) => ofSection.length) };
}

/** cells[type][section] = ids. */
function sortIntoCells(entries: readonly PoolEntry[], types: readonly QuestionType[], sections: readonly string[]): string[][][] {
  const columns = new Map(sections.map((section, column) => [section, column]));
  const cells = types.map(() => sections.map((): string[] => []));
  for (const { id, type, section } of entries) {
    const column = columns.get(section);
    if (column !== undefined) cells[types.indexOf(type)]?.[column]?.push(id);
  }
  return cells;
}

function findShortfalls(
  types: readonly QuestionType[],
  sections: readonly string[],
  wanted: readonly number[],
  available: ShareTable,
): Shortfall[] {
  return types.flatMap((type, row) => {
    const inSections = available[row] ?? [];
    const short = { type, wanted: wanted[row] ?? 0, available: total(inSections) };
    if (short.available >= short.wanted) return [];
    return [{ ...short, sections: sections.map((section, column) => ({ section, available: inSections[column] ?? 0 })) }];
  });
}

/** The questions of one type, mixed over the sections. */
function drawType(cells: readonly (readonly string[])[], shares: readonly number[], dice: Dice): string[] {
  const drawn = cells.flatMap((ids, column) => pick(ids, shares[column] ?? 0, dice));
  return shuffle(drawn, dice);
}

/** Two parts may ask for one type: each takes its questions off the same drawn list. */
function dealParts(blueprint: Blueprint, drawn: ReadonlyMap<QuestionType, readonly string[]>): Pick[] {
  const dealt = new Map<QuestionType, number>();
  return blueprint.parts.flatMap((part) => {
    const from = dealt.get(part.type) ?? 0;
    dealt.set(part.type, from + part.count);
    const ids = drawn.get(part.type)?.slice(from, from + part.count) ?? [];
    return ids.map((id) => ({ id, score: part.scoreEach }));
  });
}

function noteLacks(sections: readonly string[], weights: readonly number[], shares: ShareTable): SectionNote[] {
  const questions = total(shares.map(total));
  return sections.flatMap((section, column) => {
    const given = total(shares.map((row) => row[column] ?? 0));
    const wanted = Math.floor((questions * (weights[column] ?? 0)) / total(weights) + 1e-9);
    return given < wanted ? [{ section, wanted, given }] : [];
  });
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
