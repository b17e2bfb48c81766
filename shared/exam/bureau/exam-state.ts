import type { Exam } from '../../model/examining.ts';
import { windowOf } from '../quarterly/exam-window.ts';

/**
 * How far an exam is, as its list says it: 草稿 · 已密封（未下发）· 已下发 · 进行中 · 已结束 · 已公布答案. What branches do not
 * have yet neither runs nor ends, whatever the time.
 */
export const examStates = ['draft', 'sealed', 'published', 'running', 'ended', 'released'] as const;
export type ExamState = (typeof examStates)[number];

/** `now` in milliseconds since 1970. */
export function stateOf(exam: Pick<Exam, 'sealed' | 'publications' | 'opensAt' | 'closesAt'>, now: number): ExamState {
  if (exam.sealed === null) return 'draft';
  const last = exam.publications.at(-1);
  if (!last) return 'sealed';
  if (last.withKey) return 'released';
  return ({ before: 'published', open: 'running', closed: 'ended' } as const)[windowOf(exam, now)];
}
