import { succeed, type Result } from '@shared/model/failure.ts';
import type { Response, Schedule } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { afterReview } from '@shared/study/schedule.ts';
import { database } from '../database.ts';
import { keptResponses, keptSchedules } from '../kept/rows.ts';
import { commit } from '../work.ts';

export { readDue } from './due.ts';

/** When one question is due again for this person; null where it was never answered. */
export const readSchedule = async (personId: string, questionId: string): Promise<Schedule | null> =>
  (await database.schedules.get(`${personId}:${questionId}`)) ?? null;

/** What an answer does to the schedule of its question. Null where the question has left the banks: nobody will be asked it. */
export const scheduleOp = (response: Response, before: Schedule | null): WorkOp | null =>
  response.revision === '' ? null : scheduleRow(afterReview(before, response, response));

/** What answers given together do to the schedules of their questions. */
export async function scheduleOps(responses: readonly Response[]): Promise<WorkOp[]> {
  const before = await database.schedules.bulkGet(responses.map(({ personId, questionId }) => `${personId}:${questionId}`));
  return responses.flatMap((response, place) => scheduleOp(response, before[place] ?? null) ?? []);
}

/** Of so many questions the answers are read, and their schedules kept, at once. */
const questionsAtOnce = 200;

/**
 * Gives schedules to questions that were answered before schedules were kept, as if they had been kept from the first
 * answer on. Where nothing is missing it changes nothing.
 */
export async function scheduleOldAnswers(personId: string): Promise<Result<null>> {
  const missing = await answeredWithoutSchedule(personId);
  for (let start = 0; start < missing.length; start += questionsAtOnce) {
    const keys = missing.slice(start, start + questionsAtOnce).map((questionId) => [personId, questionId]);
    const responses = await database.responses.where('[personId+questionId]').anyOf(keys).toArray();
    const ops = [...Map.groupBy(responses, ({ questionId }) => questionId).values()].flatMap((own) => fromAll(own) ?? []);
    const saved = ops.length > 0 ? await commit('study.schedules', ops) : succeed(null);
    if (!saved.ok) return saved;
  }
  return succeed(null);
}

async function answeredWithoutSchedule(personId: string): Promise<string[]> {
  const [answers, scheduled] = await Promise.all([keptResponses(personId), keptSchedules(personId)]);
  const answered = new Set(answers.rows.values().map(({ questionId }) => questionId));
  return [...answered].filter((questionId) => !scheduled.rows.has(`${personId}:${questionId}`));
}

/** From all answers to one question; null where none was to a question that had a revision. */
function fromAll(responses: readonly Response[]): WorkOp | null {
  const inOrder = responses
    .filter(({ revision }) => revision !== '')
    .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  const schedule = inOrder.reduce<Schedule | null>((before, response) => afterReview(before, response, response), null);
  return schedule && scheduleRow(schedule);
}

const scheduleRow = (put: Schedule): WorkOp => ({ table: 'schedules', put });
