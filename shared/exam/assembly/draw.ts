import type { Question } from '../../model/question.ts';
import { findAlike } from './alike.ts';
import { assemble, type Assembling, type Assembly, type Pick, type Refusal } from './assemble.ts';
import { assemblePair, type PairAssembly } from './pair.ts';

/** Fetches questions by their ids. */
export type ReadQuestions = (ids: readonly string[]) => Promise<ReadonlyMap<string, Question>>;

type Success<A> = Extract<A, { readonly ok: true }>;

/** What was drawn, with the texts of its questions. */
export type Drawn<A> = (Success<A> & { readonly questions: ReadonlyMap<string, Question> }) | Refusal;

/** Like assemble, and no two questions ask the same (see findAlike). */
export const drawPaper = (assembling: Assembling, read: ReadQuestions): Promise<Drawn<Assembly>> =>
  draw(assembling, read, { assembleOnce: assemble, picksOf: ({ picks }) => picks });

/** Like assemblePair, and no two questions of both papers ask the same. */
export const drawPair = (assembling: Assembling & { readonly shared: number }, read: ReadQuestions): Promise<Drawn<PairAssembly>> =>
  draw(assembling, read, { assembleOnce: assemblePair, picksOf: ({ picks }) => picks.flat() });

interface Way<I extends Assembling, A extends { readonly ok: boolean }> {
  readonly assembleOnce: (assembling: I) => A | Refusal;
  readonly picksOf: (assembly: Success<A>) => readonly Pick[];
}

/** Searches for likenesses of ids end here; a pool with more of them holds the same questions over and over. */
const mostTries = 500;

/**
 * Draws, reads the texts, and where two ask the same draws again without one of them. A paper that may be drawn lacks one or the
 * other, so that looking at both ways finds it if there is one.
 */
async function draw<I extends Assembling, A extends { readonly ok: boolean }>(
  assembling: I,
  read: ReadQuestions,
  { assembleOnce, picksOf }: Way<I, A>,
): Promise<(Success<A> & { readonly questions: ReadonlyMap<string, Question> }) | Refusal> {
  const must = new Set(assembling.blueprint.must);
  const open: ReadonlySet<string>[] = [new Set()];
  let first: Refusal | null = null;
  for (let tries = 0; open.length > 0 && tries < mostTries; tries += 1) {
    const left = open.pop() as ReadonlySet<string>;
    const { blueprint } = assembling;
    const assembly = assembleOnce({ ...assembling, blueprint: { ...blueprint, mustNot: [...(blueprint.mustNot ?? []), ...left] } });
    if (!assembly.ok) {
      first ??= assembly as Refusal;
      continue;
    }
    const drawn = assembly as Success<A>;
    const questions = await read([...new Set(picksOf(drawn).map(({ id }) => id))]);
    const alike = findAlike(
      picksOf(drawn)
        .flatMap(({ id }) => questions.get(id) ?? [])
        .filter(isFirst()),
    );
    if (!alike) return { ...drawn, questions };
    const free = alike.filter((id) => !must.has(id));
    if (free.length === 0)
      first ??= { ok: false, shortfalls: [], absent: [], conflicts: [{ wanted: [{ kind: 'alike', ids: alike }], missing: 1 }] };
    open.push(...free.map((id) => new Set([...left, id])));
  }
  if (!first) throw new Error('the pool repeats its questions too often');
  return first;
}

/** Lets every question pass once: one that stands on both papers is not like itself. */
function isFirst(): (question: Question) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && seen.add(id) !== undefined;
}
