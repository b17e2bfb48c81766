import type { Attempt } from '@shared/model/exam.ts';

/** What a score report is about; dates are 'YYYY-MM-DD' or '' for no limit. */
export interface ScoreChoice {
  readonly who: 'me' | 'unit';
  readonly from: string;
  readonly to: string;
}

export const everyScoreOfMine: ScoreChoice = { who: 'me', from: '', to: '' };

/** Sittings that ended on one of the chosen days, both included. */
export function endedWithin(attempts: readonly Attempt[], { from, to }: ScoreChoice, dayOf: (at: number) => string): Attempt[] {
  return attempts.filter((attempt) => {
    const day = dayOf(attempt.handedInAt ?? attempt.startedAt);
    return (from === '' || day >= from) && (to === '' || day <= to);
  });
}
