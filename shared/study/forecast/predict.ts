import { logistic, oddsOf } from './fit.ts';
import type { Draw } from './draws.ts';
import type { Model } from './model.ts';

/** A score to come, in points. */
export interface Prediction {
  readonly mean: number;
  readonly deviation: number;
  readonly full: number;
}

/** How much better or worse a person's day is than usual, as deviation of log odds. */
const formDeviation = 0.1;

/**
 * The score of a paper drawn like this. Its variance adds up from the luck of single answers, the luck of the draw (less
 * where most of a small bank is drawn), how little the rates are known, and the form of the day.
 */
export function predict(model: Model, draws: readonly Draw[]): Prediction {
  const columns = Array.from({ length: model.columns }, () => 0);
  const groups = Array.from({ length: model.groups }, () => 0);
  let [mean, full, luck, pull] = [0, 0, 0, 0];
  for (const { count, scoreEach, partial, chances, from } of draws) {
    const gain = scoreEach * (1 - partial);
    const moments = { rate: 0, square: 0, spread: 0 };
    for (const { section, topic, pool, share } of chances) {
      const kind = { columns: model.columnsOf(section, { ...pool, timed: true }), group: model.groupOf({ section, topic }) };
      const rate = logistic(oddsOf(kind, model.fit.columns, model.fit.groups));
      const spread = rate * (1 - rate);
      moments.rate += share * rate;
      moments.square += share * rate ** 2;
      moments.spread += share * spread;
      const slope = count * gain * share * spread;
      pull += slope;
      for (const column of kind.columns) columns[column] = (columns[column] ?? 0) + slope;
      groups[kind.group] = (groups[kind.group] ?? 0) + slope;
    }
    full += count * scoreEach;
    mean += count * (gain * moments.rate + scoreEach * partial);
    const left = Math.max(0, 1 - count / Math.max(1, from));
    luck += count * gain ** 2 * (moments.spread + left * Math.max(0, moments.square - moments.rate ** 2));
  }
  const unknown = model.fit.varianceOf(columns, groups);
  return { mean, full, deviation: Math.sqrt(luck + unknown + (pull * formDeviation) ** 2) };
}
