import type { Blueprint } from '../../model/policy.ts';
import type { Forecast } from '../../model/study.ts';
import type { TopicStanding } from '../blind-spots/standing.ts';
import { coverage, scaleFrom, type Outcome } from './calibrate.ts';
import { drawsOf, type PartialShares } from './draws.ts';
import { modelSteps } from './model.ts';
import { predict } from './predict.ts';
import type { ScoreDistribution } from './score-distribution.ts';

/** "Sit it today and you would score about …": percent of the full score, whole numbers. */
export type ScoreForecast = Pick<Forecast, 'expected' | 'low' | 'high' | 'answers'>;

/** Below so many answers nothing is forecast. */
export const fewestForForecast = 30;

export interface ForecastInput {
  readonly standings: readonly TopicStanding[];
  /** Forecasts of anybody on this computer whose mock tests have been handed in since. */
  readonly outcomes: readonly Outcome[];
  readonly personId: string;
  readonly partials: PartialShares;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is learned once and holds for every blueprint. */
export interface Forecaster {
  /** Null where there are too few answers, or the banks hold nothing that the blueprint asks. */
  forecast(blueprint: Blueprint): ScoreForecast | null;
  readonly answers: number;
}

/** Learns step by step, so that a page can answer in between. */
export function* forecasterSteps({ standings, outcomes, personId, partials, now }: ForecastInput): Generator<void, Forecaster> {
  const answers = standings.reduce((sum, { trials }) => sum + trials.length, 0);
  if (answers < fewestForForecast) return { answers, forecast: () => null };
  const scale = scaleFrom(outcomes, personId);
  const model = yield* modelSteps(standings, now);
  yield;
  return {
    answers,
    forecast: (blueprint) => {
      const scores = predict(model, drawsOf(blueprint, standings, partials));
      return scores && { ...rangeOf(scores, scale), answers };
    },
  };
}

/**
 * The whole percents that hold the score in 80 of 100 cases, as nearly as the steps of the scores allow: as likely to lie above
 * as below; what cannot lie above the full score lies below. A larger scale puts less outside.
 */
function rangeOf(scores: ScoreDistribution, scale: number): Pick<Forecast, 'expected' | 'low' | 'high'> {
  const outside = 2 / (1 + ((1 + coverage) / (1 - coverage)) ** scale);
  const percents = Array.from({ length: 101 }, (_, percent) => percent);
  const nearest = (wanted: number, chanceAt: (percent: number) => number): number =>
    percents.reduce((best, percent) => (Math.abs(chanceAt(percent) - wanted) <= Math.abs(chanceAt(best) - wanted) ? percent : best));
  const expected = Math.round(100 * scores.mean);
  const high = Math.max(expected, 100 - nearest(outside / 2, (rest) => scores.above(100 - rest)));
  const low = Math.min(expected, nearest(outside - scores.above(high), scores.below));
  return { expected, low, high };
}
