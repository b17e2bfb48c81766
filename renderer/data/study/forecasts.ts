import type { TopicStanding } from '@shared/study/blind-spots/standing.ts';
import { forecasterSteps, type Forecaster, type ScoreForecast } from '@shared/study/forecast/forecast.ts';
import type { Outcome } from '@shared/study/forecast/calibrate.ts';
import { percentOf, partialsOf } from '@shared/study/forecast/results.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { Result } from '@shared/model/failure.ts';
import { succeed } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { database } from '../database.ts';
import { readStandings } from './mastery.ts';
import { inTurns } from '../turns.ts';
import { commit } from '../work.ts';

/** What somebody who stands like this would score today, for any blueprint. `now` in milliseconds since 1970. */
export async function readForecasterOf(standings: readonly TopicStanding[], personId: string, now: number): Promise<Forecaster> {
  const [outcomes, results] = await Promise.all([readOutcomes(), readResults(personId)]);
  return inTurns(forecasterSteps({ standings, outcomes, personId, partials: partialsOf(results), now }));
}

/** What this person would score today by a blueprint; null where there are too few answers to say. */
export async function readForecast(personId: string, blueprint: Blueprint, now: number): Promise<ScoreForecast | null> {
  const forecaster = await readForecasterOf(await readStandings(personId), personId, now);
  return forecaster.forecast(blueprint);
}

/** Keeps what is forecast for a mock test before it is sat, under the id of its attempt. Where nothing can be said, nothing is kept. */
export async function saveForecast({ id, personId, startedAt }: Attempt, blueprint: Blueprint): Promise<Result<null>> {
  const forecast = await readForecast(personId, blueprint, startedAt);
  if (!forecast) return succeed(null);
  const put = { id, personId, blueprintId: blueprint.id, at: startedAt, ...forecast };
  return commit('study.forecast', [{ table: 'forecasts', put }]);
}

/** One forecast and what came of it, as the page lists it. */
export interface PastForecast extends Outcome {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly handedInAt: number;
}

/** This person's forecasts whose mock tests have been handed in, the newest first. */
export async function readPastForecasts(personId: string): Promise<PastForecast[]> {
  const forecasts = await database.forecasts.where('personId').equals(personId).toArray();
  const past = await pastOf(forecasts);
  return past.toSorted((one, other) => other.handedInAt - one.handedInAt);
}

const readOutcomes = async (): Promise<PastForecast[]> => pastOf(await database.forecasts.toArray());

/** Row by row, because every attempt carries its whole paper. */
async function pastOf(forecasts: readonly PastForecast['forecast'][]): Promise<PastForecast[]> {
  const past: PastForecast[] = [];
  for (const forecast of forecasts) {
    const attempt = await database.attempts.get(forecast.id);
    const percent = attempt?.result ? percentOf(attempt.result) : null;
    if (!attempt || percent === null) continue;
    past.push({ forecast, percent, title: attempt.paper.title, handedInAt: attempt.handedInAt ?? attempt.startedAt });
  }
  return past;
}

async function readResults(personId: string): Promise<NonNullable<Attempt['result']>[]> {
  const results: NonNullable<Attempt['result']>[] = [];
  await database.attempts
    .where('[personId+state]')
    .equals([personId, 'handedIn'])
    .each(({ result }) => result && results.push(result));
  return results;
}
