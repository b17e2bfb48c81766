import { addPoints } from '../../exam/points.ts';
import type { AttemptResult, ItemResult } from '../../model/exam.ts';
import { questionTypes, type QuestionType } from '../../model/question.ts';
import type { PartialShares } from './draws.ts';

/** What a forecast is held against: the percentage without short answers, which a person marks later. Null where nothing else was asked. */
export function percentOf({ items }: Pick<AttemptResult, 'items'>): number | null {
  const marked = items.filter(isForecast).flatMap(({ parts, ...item }) => parts ?? [item]);
  const counted = marked.filter(({ correct }) => correct !== null);
  const full = addPoints(counted.map((part) => part.full));
  return full > 0 ? Math.floor((10_000 * addPoints(counted.map((part) => part.score))) / full) / 100 : null;
}

/** After so few answers that were not fully right nothing is learned from them. */
const fewest = 10;

/** Which share of the score this person's answers brought that were not fully right, by type of question. */
export function partialsOf(results: readonly Pick<AttemptResult, 'items'>[]): PartialShares {
  const missed = Map.groupBy(
    results.flatMap(({ items }) => items).filter(({ correct }) => correct === false),
    ({ type }) => type,
  );
  const shareOf = (type: QuestionType): [QuestionType, number][] => {
    const items = missed.get(type) ?? [];
    return items.length < fewest ? [] : [[type, addPoints(items.map(({ score }) => score)) / addPoints(items.map(({ full }) => full))]];
  };
  return Object.fromEntries(questionTypes.flatMap(shareOf));
}

const isForecast = ({ type }: ItemResult): boolean => type !== 'short';
