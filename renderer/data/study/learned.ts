import type { Schedule } from '@shared/model/study.ts';
import { remembered, type Kept } from '../kept/kept-rows.ts';
import { keptSchedules } from '../kept/rows.ts';

/** By question id, the revision in which this person answered it last; only questions that have a schedule. */
export async function readLearned(personId: string): Promise<ReadonlyMap<string, string>> {
  return revisionsOf(await keptSchedules(personId));
}

const revisionsOf = remembered(
  ({ rows }: Kept<Schedule>): ReadonlyMap<string, string> =>
    new Map(rows.values().map(({ questionId, revision }) => [questionId, revision])),
);
