import type { Blueprint } from '@shared/model/policy.ts';
import { masteryOf, weakestFirst, type SectionMastery } from '@shared/study/blind-spots/mastery.ts';
import { repairSet, type RepairReason } from '@shared/study/blind-spots/repair.ts';
import type { ScoreForecast } from '@shared/study/forecast/forecast.ts';
import { readPackage } from '../content.ts';
import { readForecasterOf } from './forecasts.ts';
import { readStandings } from './mastery.ts';

/** What one blueprint would bring today; null where nothing can be said. */
export interface BlueprintForecast {
  readonly blueprint: Blueprint;
  readonly forecast: ScoreForecast | null;
}

/** One person's blind spots and what they would score. */
export interface BlindSpots {
  readonly sections: readonly SectionMastery[];
  /** Percentage that passes. */
  readonly passLine: number;
  readonly forecasts: readonly BlueprintForecast[];
  /** How many answers the forecasts rest on. */
  readonly answers: number;
  /** What the repair set is made of, and why. */
  readonly repair: readonly RepairReason[];
}

/** What passes where no policy says it. */
const usualPassLine = 80;

/** The standing is read once for all of it. `now` in milliseconds since 1970. */
export async function readBlindSpots(personId: string, now: number): Promise<BlindSpots> {
  const [standings, policy] = await Promise.all([readStandings(personId), readPackage('policy')]);
  const forecaster = await readForecasterOf(standings, personId, now);
  const sections = masteryOf(standings, now);
  return {
    sections,
    passLine: policy?.policy.passLine ?? usualPassLine,
    forecasts: (policy?.policy.blueprints ?? []).map((blueprint) => ({ blueprint, forecast: forecaster.forecast(blueprint) })),
    answers: forecaster.answers,
    repair: repairSet(weakestFirst(sections), standings, 0).why, // whatever the seed, the topics share alike
  };
}
