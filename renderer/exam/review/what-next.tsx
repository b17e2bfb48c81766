import { scoreBySection } from '@shared/exam/grade.ts';
import { shownOf } from '@shared/exam/quarterly/release.ts';
import type { Attempt, AttemptResult } from '@shared/model/exam.ts';
import { hrefOf } from '../../route.ts';
import { hrefOfSet } from '../../study-links.ts';
import { useWords } from '../../words.tsx';
import { useWallClock } from '../quarterly/use-wall-clock.ts';

interface WhatNextProps {
  readonly attempt: Attempt;
  readonly result: AttemptResult;
}

/** After the score comes what to study. An exam whose answers are not shown yet feeds nothing so far. */
export function WhatNext({ attempt, result }: WhatNextProps) {
  const { exam } = useWords();
  const shown = useWallClock((now) => shownOf(attempt, now));
  const weak = weakestSections(result);
  if (shown !== 'all') return null;
  return (
    <section className="card stack exam-next">
      <h2>{exam.review.next}</h2>
      <p>{weak.length === 0 ? exam.review.nothingLost : exam.review.lostMost(weak)}</p>
      <div className="row">
        <a className="button button-main" href={hrefOfSet('repair')}>
          {exam.review.repair}
        </a>
        <a className="button" href={hrefOf('study', 'mistakes')}>
          {exam.review.toMistakes}
        </a>
        <a className="button" href={hrefOf('study', 'blind-spots')}>
          {exam.review.toBlindSpots}
        </a>
      </div>
    </section>
  );
}

/** The three sections with the lowest rates, the lowest first; a section without a lost point is none of them. */
function weakestSections(result: AttemptResult): string[] {
  return scoreBySection(result)
    .filter(({ score, full }) => score < full)
    .toSorted((one, other) => one.score / one.full - other.score / other.full)
    .slice(0, 3)
    .map(({ section }) => section);
}
