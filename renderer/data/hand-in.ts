import { isBegun } from '@shared/exam/answering.ts';
import { gradeAttempt } from '@shared/exam/grade.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { Attempt, AttemptAnswer, AttemptResult, ItemResult } from '@shared/model/exam.ts';
import type { Answer } from '@shared/model/question.ts';
import type { Mistake, Response } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { afterResponse } from '@shared/study/mistakes.ts';
import { database } from './database.ts';
import { answerOp, answersOf, clockOp } from './exam.ts';
import { findRefs, readMistakeRule } from './study.ts';
import { commit } from './work.ts';

export interface HandIn {
  readonly attemptId: string;
  /** Answers that could not be saved before; they count, and are saved with the result. */
  readonly unsaved: readonly AttemptAnswer[];
  readonly elapsedMs: number;
  readonly endedBy: 'person' | 'time';
  /** Wall clock, milliseconds since 1970. */
  readonly at: number;
}

const running = new Map<string, Promise<Result<AttemptResult>>>();

/**
 * Hands a sitting in (交卷): grades it and saves the result, the responses and the changes of the 错题本 in one commit.
 * Handing in again, at the same time or later, gives the first result and changes nothing.
 */
export function handIn(request: HandIn): Promise<Result<AttemptResult>> {
  const first = running.get(request.attemptId);
  if (first) return first;
  const ending = endAttempt(request).finally(() => running.delete(request.attemptId));
  running.set(request.attemptId, ending);
  return ending;
}

async function endAttempt(request: HandIn): Promise<Result<AttemptResult>> {
  const attempt = await database.attempts.get(request.attemptId);
  if (!attempt) throw new Error(`attempt ${request.attemptId} does not exist`);
  if (attempt.result) return succeed(attempt.result);
  const answers = await allAnswers(request);
  const result = gradeAttempt(attempt.paper, answers, attempt.passLine);
  const responses = await responsesOf(attempt, { result, answers, at: request.at });
  const saved = await commit('exam.hand-in', [
    { table: 'attempts', put: { ...attempt, state: 'handedIn', handedInAt: request.at, endedBy: request.endedBy, result } },
    clockOp(attempt.id, request.elapsedMs, request.at),
    ...request.unsaved.map(answerOp),
    ...responses.map((put): WorkOp => ({ table: 'responses', put })),
    ...(await mistakeOps(responses)),
  ]);
  return saved.ok ? succeed(result) : fail(saved.failure.kind, saved.failure.subject);
}

async function allAnswers({ attemptId, unsaved }: HandIn): Promise<ReadonlyMap<string, Answer>> {
  const rows = [...(await answersOf(attemptId)), ...unsaved];
  const last = new Map(rows.map((row) => [row.questionId, row.answer]));
  return new Map([...last].flatMap(([id, answer]) => (answer && isBegun(answer) ? [[id, answer] as const] : [])));
}

interface Graded {
  readonly result: AttemptResult;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly at: number;
}

/** One response for every item that was answered, of a case at least in part, and that the program could mark. A question that has left the bank has no revision. */
async function responsesOf(attempt: Attempt, { result, answers, at }: Graded): Promise<Response[]> {
  const refs = await findRefs([...answers.keys()]);
  const revisions = new Map(refs.map((ref) => [ref.id, ref.revision]));
  return result.items.flatMap((item) => responseOf(item) ?? []);

  function responseOf({ questionId, section, correct }: ItemResult): Response | null {
    const answer = answers.get(questionId);
    if (!answer || correct === null) return null;
    const revision = revisions.get(questionId) ?? '';
    return {
      id: `${attempt.id}:${questionId}`,
      personId: attempt.personId,
      questionId,
      section,
      revision,
      answer,
      correct,
      mode: 'mock',
      at,
    };
  }
}

async function mistakeOps(responses: readonly Response[]): Promise<WorkOp[]> {
  const rule = await readMistakeRule();
  const before = await database.mistakes.bulkGet(responses.map(({ personId, questionId }) => `${personId}:${questionId}`));
  return responses.flatMap((response, place) => {
    const known: Mistake | null = before[place] ?? null;
    const put = afterResponse(known, response.correct, rule, response.at, response);
    return put && put !== known ? [{ table: 'mistakes' as const, put }] : [];
  });
}
