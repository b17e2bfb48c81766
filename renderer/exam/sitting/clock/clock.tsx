import { useSyncExternalStore } from 'react';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import type { Sheet } from '../sheet.ts';

const fewMinutesMs = 5 * 60_000;

interface ClockProps {
  readonly sheet: Sheet;
  readonly budgetMs: number;
}

export function TimeLeft({ sheet, budgetMs }: ClockProps) {
  const { exam } = useWords();
  const text = useSyncExternalStore(sheet.subscribe, () => formatTime(timeLeft(budgetMs, sheet.elapsedMs)));
  return (
    <span className="exam-time" role="timer" aria-label={exam.sit.timeLeft}>
      {exam.sit.timeLeft} <strong>{text}</strong>
    </span>
  );
}

/** One sentence from five minutes on; it stands still. */
export function FewMinutes({ sheet, budgetMs }: ClockProps) {
  const { exam } = useWords();
  const few = useSyncExternalStore(sheet.subscribe, () => isFew(timeLeft(budgetMs, sheet.elapsedMs)));
  if (!few) return null;
  return (
    <Notice tone="warn">
      <p>{exam.sit.fewMinutes}</p>
    </Notice>
  );
}

const isFew = (left: number): boolean => left > 0 && left <= fewMinutesMs;
