import type { Result } from '@shared/model/failure.ts';
import type { Attempt, AttemptAnswer, AttemptClock, AttemptResult } from '@shared/model/exam.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { eventOps, type Noted } from './exam-events.ts';
import { commit } from '../work.ts';

/** A sitting as it stands in the database. */
export interface Sitting {
  readonly attempt: Attempt;
  readonly answers: readonly AttemptAnswer[];
  /** Milliseconds of the budget that are used. */
  readonly elapsedMs: number;
  /** Wall clock when that was saved, milliseconds since 1970. */
  readonly savedAt: number;
}

/** A past sitting as the list shows it; its paper stays in the database. */
export interface PastAttempt {
  readonly id: string;
  readonly title: string;
  readonly kind: Attempt['kind'];
  /** Milliseconds since 1970. */
  readonly handedInAt: number;
  readonly endedBy: Attempt['endedBy'];
  readonly result: Omit<AttemptResult, 'items'>;
}

/** The attempt that this person has not handed in, with the time used; an exam before a mock test. Null where there is none. */
export async function openAttempt(personId: string): Promise<{ readonly attempt: Attempt; readonly elapsedMs: number } | null> {
  const open = await database.attempts.where('[personId+state]').equals([personId, 'open']).toArray();
  const attempt = open.find(({ kind }) => kind === 'exam') ?? open[0];
  return attempt ? { attempt, elapsedMs: await elapsedOf(attempt.id) } : null;
}

/** What this person has handed in, newest first. Row by row, because every row carries its whole paper. */
export async function pastAttempts(personId: string): Promise<PastAttempt[]> {
  const past: PastAttempt[] = [];
  await database.attempts
    .where('[personId+state]')
    .equals([personId, 'handedIn'])
    .each(({ id, paper, exam, handedInAt, endedBy, result }) => {
      if (!result) return;
      const { items: _items, ...totals } = result;
      past.push({
        id,
        title: exam?.title ?? paper.title,
        kind: exam ? 'exam' : 'mock',
        handedInAt: handedInAt ?? 0,
        endedBy,
        result: totals,
      });
    });
  return past.toSorted((one, other) => other.handedInAt - one.handedInAt);
}

export const attemptWith = async (id: string): Promise<Attempt | null> => (await database.attempts.get(id)) ?? null;

export const answersOf = (attemptId: string): Promise<AttemptAnswer[]> =>
  database.attemptAnswers.where('attemptId').equals(attemptId).toArray();

/** Everything to go on with a sitting, or null where there is no such attempt. */
export async function readSitting(id: string): Promise<Sitting | null> {
  const attempt = await attemptWith(id);
  if (!attempt) return null;
  const clock = await database.attemptClocks.get(id);
  return { attempt, answers: await answersOf(id), elapsedMs: clock?.elapsedMs ?? 0, savedAt: clock?.at ?? attempt.startedAt };
}

/** Begins a sitting with its whole paper and its clock at 0. */
export function startAttempt(attempt: Attempt): Promise<Result<null>> {
  return commit('exam.start', [{ table: 'attempts', put: attempt }, clockOp(attempt.id, 0, attempt.startedAt)]);
}

/** What is new of a sitting: answers, and of an exam what happened. */
export interface SittingNews {
  readonly answers: readonly AttemptAnswer[];
  readonly noted: readonly Noted[];
}

/** Saves what is new together with the time used, in one commit; without anything new it is the heartbeat that keeps the clock. */
export async function saveSitting(attemptId: string, news: SittingNews, elapsedMs: number, at: number): Promise<Result<null>> {
  const { answers, noted } = news;
  const ops = [...answers.map(answerOp), clockOp(attemptId, elapsedMs, at), ...(await eventOps(attemptId, noted))];
  return commit(answers.length > 0 ? 'exam.answer' : 'exam.beat', ops);
}

let lastMark: Promise<unknown> = Promise.resolve();

/** Adds a person's own mark to the result of a handed-in attempt. One after another, so that no mark undoes another. */
export function saveMark(attemptId: string, mark: (result: AttemptResult) => AttemptResult): Promise<Result<null>> {
  const step = async (): Promise<Result<null>> => {
    const attempt = await attemptWith(attemptId);
    if (!attempt?.result) throw new Error(`attempt ${attemptId} has no result to mark`);
    return commit('exam.mark', [{ table: 'attempts', put: { ...attempt, result: mark(attempt.result) } }]);
  };
  const saving = lastMark.then(step, step);
  lastMark = saving;
  return saving;
}

export const answerOp = (put: AttemptAnswer): WorkOp => ({ table: 'attemptAnswers', put });

export function clockOp(attemptId: string, elapsedMs: number, at: number): WorkOp {
  const put: AttemptClock = { id: attemptId, attemptId, elapsedMs, at };
  return { table: 'attemptClocks', put };
}

/** Milliseconds of its budget that a sitting has used. */
export async function elapsedOf(attemptId: string): Promise<number> {
  return (await database.attemptClocks.get(attemptId))?.elapsedMs ?? 0;
}
