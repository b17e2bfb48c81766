import { gradeAttempt } from '@shared/exam/grade.ts';
import { shownOf } from '@shared/exam/quarterly/release.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { Attempt, AttemptAnswer, AttemptResult } from '@shared/model/exam.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { answersIn, studyOps } from './attempt-responses.ts';
import { database } from '../database.ts';
import { answerOp, answersOf, clockOp } from './exam.ts';
import { eventOps, type Noted } from './exam-events.ts';
import { commit } from '../work.ts';

export interface HandIn {
  readonly attemptId: string;
  /** Answers that could not be saved before; they count, and are saved with the result. */
  readonly unsaved: readonly AttemptAnswer[];
  /** What could not be written to the record of an exam before. */
  readonly noted: readonly Noted[];
  readonly elapsedMs: number;
  readonly endedBy: 'person' | 'time';
  /** Wall clock, milliseconds since 1970. */
  readonly at: number;
}

/** Null where the answers are with the bureau: the result comes when they are published. */
export type HandedIn = AttemptResult | null;

const running = new Map<string, Promise<Result<HandedIn>>>();

/**
 * Hands a sitting in (交卷): saves what was still unsaved, the result as far as it can be computed, what the person may
 * know of it already (responses, 错题本, schedules), and of an exam the last entry of its record, in one commit. Handing in
 * again, at the same time or later, gives the first result and changes nothing.
 */
export function handIn(request: HandIn): Promise<Result<HandedIn>> {
  const first = running.get(request.attemptId);
  if (first) return first;
  const ending = endAttempt(request).finally(() => running.delete(request.attemptId));
  running.set(request.attemptId, ending);
  return ending;
}

async function endAttempt(request: HandIn): Promise<Result<HandedIn>> {
  const attempt = await database.attempts.get(request.attemptId);
  if (!attempt) throw new Error(`attempt ${request.attemptId} does not exist`);
  if (attempt.state === 'handedIn') return succeed(attempt.result);
  const ended = await graded(attempt, request);
  const saved = await commit('exam.hand-in', [
    { table: 'attempts', put: ended.attempt },
    clockOp(attempt.id, request.elapsedMs, request.at),
    ...request.unsaved.map(answerOp),
    ...(attempt.exam ? await eventOps(attempt.id, [...request.noted, lastNote(request)]) : []),
    ...ended.ops,
  ]);
  return saved.ok ? succeed(ended.attempt.result) : fail(saved.failure.kind, saved.failure.subject);
}

const lastNote = ({ at, elapsedMs, endedBy }: HandIn): Noted => ({ at, elapsedMs, happening: { kind: 'handedIn', endedBy } });

interface Ended {
  readonly attempt: Attempt;
  readonly ops: readonly WorkOp[];
}

/** A paper without its answers is not graded; what shows only the score must not show in the 错题本 either. */
async function graded(attempt: Attempt, { attemptId, unsaved, endedBy, at }: HandIn): Promise<Ended> {
  const handedIn = { ...attempt, state: 'handedIn', handedInAt: at, endedBy } as const;
  if (attempt.exam?.release === 'key') return { attempt: handedIn, ops: [] };
  const answers = answersIn([...(await answersOf(attemptId)), ...unsaved]);
  const result = gradeAttempt(attempt.paper, answers, attempt.passLine);
  const ended = { ...handedIn, result };
  return { attempt: ended, ops: shownOf(ended, at) === 'all' ? await studyOps(ended, { result, answers, at }) : [] };
}
