import { isBegun } from '@shared/exam/answering.ts';
import type { Attempt, AttemptAnswer, AttemptResult, ItemResult } from '@shared/model/exam.ts';
import type { Answer } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { mistakeOps } from '../study/mistakes.ts';
import { scheduleOps } from '../study/schedules.ts';
import { findRefs } from '../study/study.ts';

/** The last answer to each question, as far as there is anything to mark. */
export function answersIn(rows: readonly AttemptAnswer[]): ReadonlyMap<string, Answer> {
  const last = new Map(rows.map((row) => [row.questionId, row.answer]));
  return new Map([...last].flatMap(([id, answer]) => (answer && isBegun(answer) ? [[id, answer] as const] : [])));
}

export interface Graded {
  readonly result: AttemptResult;
  readonly answers: ReadonlyMap<string, Answer>;
  /** When it was handed in, milliseconds since 1970. */
  readonly at: number;
}

/** What a graded attempt tells the person's study: its responses, and what they change in the 错题本 and the schedules. Once only. */
export async function studyOps(attempt: Attempt, graded: Graded): Promise<WorkOp[]> {
  const responses = await responsesOf(attempt, graded);
  return [
    ...responses.map((put): WorkOp => ({ table: 'responses', put })),
    ...(await mistakeOps(responses)),
    ...(await scheduleOps(responses)),
  ];
}

/** One response for every item that was answered, of a case at least in part, and that the program could mark. A question that has left the bank has no revision. */
async function responsesOf(attempt: Attempt, { result, answers, at }: Graded): Promise<Response[]> {
  const refs = await findRefs([...answers.keys()]);
  const revisions = new Map(refs.map((ref) => [ref.id, ref.revision]));
  return result.items.flatMap((item) => responseOf(item) ?? []);

  function responseOf({ questionId, section, correct }: ItemResult): Response | null {
    const answer = answers.get(questionId);
    if (!answer || correct === null) return null;
    const { id, personId, kind: mode } = attempt;
    const revision = revisions.get(questionId) ?? '';
    return { id: `${id}:${questionId}`, personId, questionId, section, revision, answer, correct, mode, at };
  }
}
