import type { PoolEntry } from '@shared/exam/assemble.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Attempt, AttemptAnswer, AttemptClock, AttemptResult } from '@shared/model/exam.ts';
import type { Question } from '@shared/model/question.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { readIndexes } from './content.ts';
import { database } from './database.ts';
import { findRefs, readQuestion } from './study.ts';
import { commit } from './work.ts';

/** A sitting as it stands in the database. */
export interface Sitting {
  readonly attempt: Attempt;
  readonly answers: readonly AttemptAnswer[];
  /** Milliseconds of the budget that are used. */
  readonly elapsedMs: number;
}

/** A past sitting as the list shows it; its paper stays in the database. */
export interface PastAttempt {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly handedInAt: number;
  readonly endedBy: Attempt['endedBy'];
  readonly result: Omit<AttemptResult, 'items'>;
}

/** The one attempt that this person has not handed in, with the time used; null where there is none. */
export async function openAttempt(personId: string): Promise<{ readonly attempt: Attempt; readonly elapsedMs: number } | null> {
  const attempt = await database.attempts.where('[personId+state]').equals([personId, 'open']).first();
  return attempt ? { attempt, elapsedMs: await elapsedOf(attempt.id) } : null;
}

/** What this person has handed in, newest first. Row by row, because every row carries its whole paper. */
export async function pastAttempts(personId: string): Promise<PastAttempt[]> {
  const past: PastAttempt[] = [];
  await database.attempts
    .where('[personId+state]')
    .equals([personId, 'handedIn'])
    .each(({ id, paper, handedInAt, endedBy, result }) => {
      if (!result) return;
      const { items: _items, ...totals } = result;
      past.push({ id, title: paper.title, handedInAt: handedInAt ?? 0, endedBy, result: totals });
    });
  return past.toSorted((one, other) => other.handedInAt - one.handedInAt);
}

export const attemptWith = async (id: string): Promise<Attempt | null> => (await database.attempts.get(id)) ?? null;

export const answersOf = (attemptId: string): Promise<AttemptAnswer[]> =>
  database.attemptAnswers.where('attemptId').equals(attemptId).toArray();

/** Everything to go on with a sitting, or null where there is no such attempt. */
export async function readSitting(id: string): Promise<Sitting | null> {
  const attempt = await attemptWith(id);
  return attempt && { attempt, answers: await answersOf(id), elapsedMs: await elapsedOf(id) };
}

/** What all installed banks hold, as the assembler wants it. */
export async function readPool(): Promise<PoolEntry[]> {
  const blocks = await readIndexes(null);
  return blocks.flatMap(({ index: { section, ids, types } }) =>
    ids.flatMap((id, place) => (types[place] ? [{ id, section, type: types[place] }] : [])),
  );
}

/** The questions with these ids; one that is in no installed bank is left out. */
export async function readPicked(ids: readonly string[]): Promise<ReadonlyMap<string, Question>> {
  const questions = new Map<string, Question>();
  for (const ref of await findRefs(ids)) {
    const question = await readQuestion(ref);
    if (question) questions.set(question.id, question);
  }
  return questions;
}

/** Begins a sitting with its whole paper and its clock at 0. */
export function startAttempt(attempt: Attempt): Promise<Result<null>> {
  return commit('exam.start', [{ table: 'attempts', put: attempt }, clockOp(attempt.id, 0, attempt.startedAt)]);
}

/** Saves answers together with the time used; without answers it is the heartbeat that keeps the clock. */
export function saveAnswers(attemptId: string, answers: readonly AttemptAnswer[], elapsedMs: number, at: number): Promise<Result<null>> {
  return commit(answers.length > 0 ? 'exam.answer' : 'exam.beat', [...answers.map(answerOp), clockOp(attemptId, elapsedMs, at)]);
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

async function elapsedOf(attemptId: string): Promise<number> {
  return (await database.attemptClocks.get(attemptId))?.elapsedMs ?? 0;
}
