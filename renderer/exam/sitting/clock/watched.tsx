import { useSyncExternalStore } from 'react';
import type { Attempt, SatExam } from '@shared/model/exam.ts';
import { hrefOf } from '../../../route.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { useWallClock } from '../../quarterly/use-wall-clock.ts';
import type { Sheet } from '../sheet.ts';

interface WatchedProps {
  readonly attempt: Attempt;
  readonly exam: SatExam;
  readonly sheet: Sheet;
}

/** What a candidate has to know besides the paper: who sits, how often the window was left, that the exam has closed. */
export function Watched({ attempt, exam, sheet }: WatchedProps) {
  const { quarterly } = useWords();
  const times = useSyncExternalStore(sheet.subscribe, sheet.timesAway);
  const closed = useWallClock((now) => now >= exam.closesAt);
  return (
    <>
      {closed && (
        <Notice tone="plain">
          <p>{quarterly.sit.closed(Math.round(attempt.budgetMs / 60_000))}</p>
        </Notice>
      )}
      <p className="row exam-watched soft">
        <span role="status">{times > 0 ? quarterly.sit.away(times) : quarterly.sit.neverAway}</span>
        <a className="exam-link" href={hrefOf('exam')}>
          {quarterly.sit.leave}
        </a>
      </p>
    </>
  );
}
