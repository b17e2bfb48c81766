import type { Forecast } from '../../model/study.ts';

/** A forecast and what came of it. */
export interface Outcome {
  readonly forecast: Forecast;
  /** Percent of the full score. */
  readonly percent: number;
}

/** Whether the score lay in the range; the ends belong to it. */
export const held = ({ forecast, percent }: Outcome): boolean => forecast.low <= percent && percent <= forecast.high;

/** How often a range should hold. */
export const coverage = 0.8;

/** By how much one outcome widens or narrows later ranges, and how far all together may. */
const ownRate = 0.2;
const othersRate = 0.03;
const narrowest = 0.75;
const widest = 1.6;

/**
 * What the ranges are multiplied by, learned from the forecasts of this person and, more slowly, from all others on this
 * computer: each miss widens, each hit narrows, so that in the long run 80 of 100 hold whatever the model got wrong
 * (adaptive conformal inference; Gibbs and Candès, NeurIPS 2021).
 */
export function scaleFrom(outcomes: readonly Outcome[], personId: string): number {
  const inOrder = outcomes.toSorted((one, other) => one.forecast.at - other.forecast.at || (one.forecast.id < other.forecast.id ? -1 : 1));
  return inOrder.reduce((scale, outcome) => {
    const rate = outcome.forecast.personId === personId ? ownRate : othersRate;
    const next = scale * Math.exp(rate * ((held(outcome) ? 0 : 1) - (1 - coverage)));
    return Math.min(widest, Math.max(narrowest, next));
  }, 1);
}
