import type { Attempt } from '../../model/exam.ts';

/** What a handed-in attempt shows its person (成绩和答案的公布): nothing yet, the score only, or all of it. */
export type Shown = 'nothing' | 'score' | 'all';

/** `now` in milliseconds since 1970. A mock test shows everything at once. */
export function shownOf({ result, exam }: Pick<Attempt, 'result' | 'exam'>, now: number): Shown {
  if (result === null) return 'nothing';
  return exam?.release === 'score' && now < exam.closesAt ? 'score' : 'all';
}
