import { fitsKey, withKey } from '@shared/exam/quarterly/answer-key.ts';
import { gradeAttempt } from '@shared/exam/grade.ts';
import { shownOf } from '@shared/exam/quarterly/release.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { RecordHeader } from '@shared/model/exam-record.ts';
import type { PublishedExam } from '@shared/model/examining.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { answersIn, studyOps } from './attempt-responses.ts';
import { readPackages } from '../content.ts';
import { database } from '../database.ts';
import { answersOf, attemptWith, clockOp } from './exam.ts';
import { eventOps } from './exam-events.ts';
import { commit } from '../work.ts';

/** A quarterly exam (每季一考) that is installed here. */
export interface InstalledExam {
  /** Name of the package it came in. */
  readonly package: string;
  readonly exam: PublishedExam;
}

/** The exam together with this person's sitting of it, or null where there is none. */
export interface OwnExam extends InstalledExam {
  readonly attempt: Attempt | null;
}

/** All quarterly exams that are installed here, the latest first. */
export async function readPublishedExams(): Promise<InstalledExam[]> {
  const exams = [...(await readPackages('exam'))].map(([name, { exam }]) => ({ package: name, exam }));
  return exams.toSorted((one, other) => other.exam.opensAt - one.exam.opensAt);
}

/** Everybody has one attempt: its id says so. */
export const attemptIdOf = (examId: string, personId: string): string => `${examId}:${personId}`;

export async function readOwnExams(personId: string): Promise<OwnExam[]> {
  const exams = await readPublishedExams();
  const attempts = await database.attempts.bulkGet(exams.map(({ exam }) => attemptIdOf(exam.id, personId)));
  return exams.map((installed, place) => ({ ...installed, attempt: attempts[place] ?? null }));
}

/** Begins a sitting of an exam with its paper, its clock at 0 and the first entry of its record. Where it was begun before, that one stays. */
export async function startExam(attempt: Attempt, header: RecordHeader): Promise<Result<null>> {
  if (await attemptWith(attempt.id)) return succeed(null);
  const { id, startedAt } = attempt;
  return commit('exam.start', [
    { table: 'attempts', put: attempt },
    clockOp(id, 0, startedAt),
    ...(await eventOps(id, [{ at: startedAt, elapsedMs: 0, happening: { kind: 'begun', header } }])),
  ]);
}

/** Ids of all sittings of exams at this computer: those of mock tests have no exam before them. */
export const examAttemptIds = async (): Promise<string[]> =>
  (await database.attempts.toCollection().primaryKeys()).filter((id) => id.includes(':'));

/** Those of these sittings that are handed in; their exam may be withdrawn since. */
export async function handedInAmong(ids: readonly string[]): Promise<Attempt[]> {
  const attempts = await database.attempts.bulkGet([...ids]);
  return attempts.flatMap((attempt) => (attempt?.exam && attempt.state === 'handedIn' ? [attempt] : []));
}

/** Handed-in sittings of anybody at this computer, of the exams that are installed here. */
async function handedInExams(): Promise<Attempt[]> {
  const exams = await readPublishedExams();
  const found = await Promise.all(exams.map(({ exam }) => database.attempts.where('id').startsWith(attemptIdOf(exam.id, '')).toArray()));
  return found.flat().filter(({ state }) => state === 'handedIn');
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Gives every handed-in sitting what has been released since: the result where the answers were published, and what the
 * person's study learns from it. Each once, in one commit. `now` in milliseconds since 1970. One run after the other.
 */
export function settleExams(now: number): Promise<void> {
  const settling = last.then(() => settleAll(now));
  last = settling.catch(() => undefined);
  return settling;
}

async function settleAll(now: number): Promise<void> {
  const keys = new Map((await readPublishedExams()).map(({ exam }) => [exam.id, exam.key]));
  for (const attempt of await handedInExams()) {
    const released = withResult(attempt, keys.get(attempt.exam?.examId ?? '') ?? null, answersIn(await answersOf(attempt.id)));
    if (shownOf(released, now) === 'all' && !(await isSettled(attempt))) await settle(attempt, released);
  }
}

/** A sitting of a paper without its answers gets them, and its result, from the published key. A key to another paper gives nothing. */
function withResult(attempt: Attempt, key: PublishedExam['key'], answers: ReturnType<typeof answersIn>): Attempt {
  if (attempt.result || !key || !fitsKey(attempt.paper, key)) return attempt;
  const paper = withKey(attempt.paper, key);
  return { ...attempt, paper, result: gradeAttempt(paper, answers, attempt.passLine) };
}

/** Nothing new, as with a blank sheet, is not written again. */
async function settle(before: Attempt, released: Attempt): Promise<void> {
  const { result } = released;
  if (!result) return;
  const answers = answersIn(await answersOf(released.id));
  const at = released.handedInAt ?? released.startedAt;
  const ops = await studyOps(released, { result, answers, at });
  if (released !== before || ops.length > 0) await commit('exam.release', [{ table: 'attempts', put: released }, ...ops]);
}

/** Its responses were made in the same commit as everything else. A blank sheet makes none, and settling it again changes nothing. */
async function isSettled({ id, result }: Attempt): Promise<boolean> {
  return result !== null && (await database.responses.where('id').startsWith(`${id}:`).count()) > 0;
}
