import type { Blueprint } from '../../model/policy.ts';
import type { Forecast } from '../../model/study.ts';
import { betaWith, quantileOf } from '../beta.ts';
import type { TopicStanding } from '../blind-spots/standing.ts';
import { coverage, scaleFrom, type Outcome } from './calibrate.ts';
import { drawsOf, type PartialShares } from './draws.ts';
import { modelSteps } from './model.ts';
import { predict } from './predict.ts';

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
      const { mean, deviation, full } = predict(model, drawsOf(blueprint, standings, partials));
      return full > 0
        ? rangeOf({ mean: mean / full, deviation: (scale * deviation) / full, step: stepOf(blueprint) / full, answers })
        : null;
    },
  };
}

interface Shape {
  /** Shares of the full score. */
  readonly mean: number;
  readonly deviation: number;
  /** The smallest difference between two scores. */
  readonly step: number;
  readonly answers: number;
}

/**
 * The ends belong to the range, and scores come in steps: an end lies half a step inside the share of the curve that it
 * bounds, on the nearest score that can be reached (or whole percent), and is shown as whole percent around it.
 */
function rangeOf({ mean, deviation, step, answers }: Shape): ScoreForecast {
  const beta = betaWith(mean, deviation ** 2);
  const unit = Math.max(step, 0.01);
  const reached = (share: number): number => 100 * unit * Math.round(share / unit);
  const expected = Math.round(100 * mean);
  const low = Math.floor(reached(quantileOf(beta, (1 - coverage) / 2) + step / 2) + tiny);
  const high = Math.ceil(reached(quantileOf(beta, (1 + coverage) / 2) - step / 2) - tiny);
  return { expected, low: Math.min(low, expected), high: Math.max(high, expected), answers };
}

/** Against 97.00000001. */
const tiny = 1e-6;

const stepOf = ({ parts }: Blueprint): number => Math.min(...parts.map(({ scoreEach }) => scoreEach));
