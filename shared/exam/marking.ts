import type { Marking } from '../model/examining.ts';
import { splitScore } from './case.ts';
import { addPoints } from './points.ts';

/** One 采分点 of a short answer. */
export interface KeyPoint {
  readonly text: string;
  readonly score: number;
}

/** '（2分）', '(1.5 分)' or '【2分】' at the end of a line. */
const scoreAtEnd = /\s*[（(【[]\s*(\d{1,3}(?:\.\d{1,2})?)\s*分\s*[）)】\]]\s*[。.；;]?\s*$/u;

/**
 * The key points of a reference answer, one a line, with what each scores. A line may name its score at its end; the lines
 * that name none share what is left. Named scores that do not fit the full score count as shares of it. The points add up to
 * the full score: in steps of half a point where that is possible, else of a hundredth; what cannot be shared evenly goes a
 * step each to the earlier points (largest remainder).
 */
export function keyPointsOf(reference: string, full: number): readonly KeyPoint[] {
  const lines = reference
    .normalize('NFC')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const named = lines.map(namedScore);
  const scores = scoresOf(named, full);
  return lines.map((line, place) => ({ text: named[place] === null ? line : withoutScore(line), score: scores[place] ?? 0 }));
}

/** The line before the bracket that its score stands in. */
const withoutScore = (line: string): string =>
  line.slice(0, Math.max(...['（', '(', '【', '['].map((bracket) => line.lastIndexOf(bracket)))).trimEnd();

function namedScore(line: string): number | null {
  const digits = scoreAtEnd.exec(line.normalize('NFKC'))?.[1];
  const score = digits === undefined ? 0 : Number(digits);
  return score > 0 ? score : null;
}

function scoresOf(named: readonly (number | null)[], full: number): readonly number[] {
  const sum = addPoints(named.map((score) => score ?? 0));
  const open = named.filter((score) => score === null).length;
  if (open > 0 && sum < full) {
    const shares = shareEvenly(addPoints([full, -sum]), open);
    let next = 0;
    return named.map((score) => score ?? shares[next++] ?? 0);
  }
  if (open === 0 && sum === full) return named.map((score) => score ?? 0);
  if (named.length === 0) return [];
  const mean = sum / (named.length - open); // a line without a score weighs as much as the others do on average
  return inHalves(
    full,
    named.map((score) => score ?? mean),
  );
}

const shareEvenly = (score: number, count: number): number[] =>
  inHalves(
    score,
    Array.from({ length: count }, () => 1),
  );

/** Split by weights in steps of half a point where every point can get one, else in hundredths. */
function inHalves(score: number, weights: readonly number[]): number[] {
  const steps = score * 2;
  if (!Number.isInteger(steps) || steps < weights.length) return splitScore(score, weights);
  const halves = splitScore(steps / 100, weights).map((share) => Math.round(share * 100) / 2);
  return halves.every((share) => share > 0) ? halves : splitScore(score, weights);
}

/** What the points that are met add up to. */
export const scoreOfPoints = (points: readonly KeyPoint[], met: readonly boolean[]): number =>
  addPoints(points.map(({ score }, place) => (met[place] ? score : 0)));

/** Where the marking of one short answer stands. `waiting`: who has to mark it next. */
export type MarkingState =
  | { readonly kind: 'waiting'; readonly marker: 'first' | 'second' }
  | { readonly kind: 'differs'; readonly difference: number }
  | { readonly kind: 'settled'; readonly score: number };

/** 误差阈值: a difference above this share of the full score goes to a third marker. */
export const usualThreshold = 0.2;

/**
 * Settles the marks of two markers who do not see each other (双评). Up to the threshold the mean counts, rounded up to half
 * points but never above the full score; a larger difference is settled by a third, who sees both and whose mark counts as it
 * stands: the “2+1” way of marking systems for schools and public examinations (双评取平均，超过误差阈值由第三人定分). A third
 * mark counts also where the two agree. What was not answered is not marked and scores 0.
 */
export function settleMarks(
  marks: { readonly [M in Marking['marker']]: number | null },
  full: number,
  threshold = usualThreshold,
): MarkingState {
  const { first, second, settled } = marks;
  if (settled !== null) return { kind: 'settled', score: Math.min(full, settled) };
  if (first === null) return { kind: 'waiting', marker: 'first' };
  if (second === null) return { kind: 'waiting', marker: 'second' };
  const difference = Math.abs(addPoints([first, -second]));
  if (Math.round(difference * 100) > Math.round(full * threshold * 100)) return { kind: 'differs', difference };
  return { kind: 'settled', score: Math.min(full, first === second ? first : Math.ceil(addPoints([first, second])) / 2) };
}

/** The marks of one answer by marker; of two entries by one marker the later counts, of equal times the higher score. */
export function marksOf(markings: readonly Marking[]): { readonly [M in Marking['marker']]: Marking | null } {
  const last = (marker: Marking['marker']): Marking | null =>
    markings
      .filter((marking) => marking.marker === marker)
      .reduce<Marking | null>((best, next) => (best === null || isLater(next, best) ? next : best), null);
  return { first: last('first'), second: last('second'), settled: last('settled') };
}

const isLater = (one: Marking, other: Marking): boolean => one.at - other.at > 0 || (one.at === other.at && one.score > other.score);
