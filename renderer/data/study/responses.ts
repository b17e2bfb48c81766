import type { Result } from '@shared/model/failure.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Mistake, Response, Schedule } from '@shared/model/study.ts';
import { afterResponse } from '@shared/study/mistakes.ts';
import { afterReview } from '@shared/study/schedule.ts';
import { readMistake } from './mistakes.ts';
import { readSchedule, scheduleOp } from './schedules.ts';
import { confirm } from '../work.ts';

/** What is known of a question when it is shown, against which an answer to it is weighed. */
export interface BeforeAnswer {
  readonly mistake: Mistake | null;
  readonly schedule: Schedule | null;
}

export async function readBefore(personId: string, questionId: string): Promise<BeforeAnswer> {
  const [mistake, schedule] = await Promise.all([readMistake(personId, questionId), readSchedule(personId, questionId)]);
  return { mistake, schedule };
}

/** What is known of a question after an answer. */
export function afterAnswer(response: Response, { mistake, schedule }: BeforeAnswer, rule: Policy['mistakeRule']): BeforeAnswer {
  return {
    mistake: afterResponse(mistake, response.correct, rule, response.at, response),
    schedule: afterReview(schedule, response, response),
  };
}

/** Keeps one answer and what it means for the 错题本 and for the schedule of its question, together. */
export function saveResponse(response: Response, before: BeforeAnswer, rule: Policy['mistakeRule']): Promise<Result<null>> {
  const { mistake } = afterAnswer(response, before, rule);
  const scheduled = scheduleOp(response, before.schedule);
  return confirm('study.answer', [
    { table: 'responses', put: response },
    ...(mistake && mistake !== before.mistake ? [{ table: 'mistakes' as const, put: mistake }] : []),
    ...(scheduled ? [scheduled] : []),
  ]);
}
