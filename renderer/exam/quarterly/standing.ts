import { windowOf } from '@shared/exam/quarterly/exam-window.ts';
import type { OwnExam } from '../../data/exam/quarterly.ts';

/** Where somebody stands with an exam. A clock that says `before` or `closed` may be wrong, and locks nobody out. */
export type Standing = 'before' | 'open' | 'closed' | 'sitting' | 'done';

/** `now` in milliseconds since 1970. */
export function standingOf({ exam, attempt }: OwnExam, now: number): Standing {
  if (attempt) return attempt.state === 'open' ? 'sitting' : 'done';
  return windowOf(exam, now);
}

/** Whether it can be sat, or goes on, at this moment. */
export function callsNow(own: OwnExam, now: number): boolean {
  const standing = standingOf(own, now);
  return standing === 'open' || standing === 'sitting';
}
