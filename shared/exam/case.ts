import type { PaperItem, PartItem } from '../model/exam.ts';
import type { Answer, SimpleAnswer } from '../model/question.ts';
import { fitsType } from './scoring/fits-type.ts';

/**
 * The parts of a case as items of their own, in their order: each with its option order, its share of the score and the
 * scoring rule of the case where it is one for its type. Empty for every other question.
 */
export function partItems({ question, partOrders, score, scoring }: PaperItem): readonly PartItem[] {
  if (question.type !== 'case') return [];
  const scores = splitScore(score, question.weights);
  return question.parts.map((part, place) => ({
    question: { ...part, id: `${question.id}/${place + 1}` },
    optionOrder: partOrders?.[place] ?? ('options' in part ? part.options.map((_, option) => option) : []),
    score: scores[place] ?? 0,
    ...(scoring && fitsType(scoring, part.type) && { scoring }),
  }));
}

/**
 * Splits a score by weights in whole hundredths: each share is rounded down, and what is left goes, a hundredth each, to
 * the shares that lost most by it, of equal ones to the earlier (largest remainder). The shares add up to the score.
 */
export function splitScore(score: number, weights: readonly number[]): number[] {
  const hundredths = Math.round(score * 100);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const lost = weights.map((weight) => (hundredths * weight) % sum); // a remainder is exact where the weights are whole, a quotient is not
  const shares = weights.map((weight, place) => Math.round((hundredths * weight - (lost[place] ?? 0)) / sum));
  const left = hundredths - shares.reduce((total, share) => total + share, 0);
  const raised = new Set(
    weights
      .map((_, place) => place)
      .toSorted((one, other) => (lost[other] ?? 0) - (lost[one] ?? 0) || one - other)
      .slice(0, left),
  );
  return shares.map((share, place) => (share + (raised.has(place) ? 1 : 0)) / 100);
}

/** What was answered to the part at a place; null where it was not answered. */
export const answerOfPart = (answer: Answer | null, place: number): SimpleAnswer | null =>
  answer?.kind === 'parts' ? (answer.answers[place] ?? null) : null;

/** The answer to a case after one of its parts was answered, or its answer taken back. Null where none is left. */
export function answerPart(
  answer: Answer | null,
  { place, parts, given }: { place: number; parts: number; given: SimpleAnswer | null },
): Answer | null {
  const answers = Array.from({ length: parts }, (_, each) => (each === place ? given : answerOfPart(answer, each)));
  return answers.every((each) => each === null) ? null : { kind: 'parts', answers };
}
