import { useEffect, useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { timeLeft } from '@shared/exam/clock.ts';
import type { Attempt } from '@shared/model/exam.ts';
import { request } from '../../../bridge.ts';
import { endSitting } from '../end-sitting.ts';
import type { Sheet } from '../sheet.ts';
import type { Ending } from '../use-hand-in.ts';
import { watchOf } from './watches.ts';

const tickMs = 250;
/** After a power cut at most this much of the time used is forgotten. */
const heartbeatMs = 2_000;

/**
 * Runs the clock of a sitting and hands the paper in when the time is up. Only performance.now counts, never the date:
 * where the page was hidden, the gap between two ticks is what performance.now says it was, and nothing is added from the
 * wall clock. A mock test's clock runs while its screen stands, an exam's from its first screen on. Returns whether the
 * time is up.
 */
export function useClock(attempt: Attempt, sheet: Sheet, ending: Ending): boolean {
  const { budgetMs } = attempt;
  const timeUp = useSyncExternalStore(sheet.subscribe, () => timeLeft(budgetMs, sheet.elapsedMs) === 0);
  useTicks(attempt.exam ? null : sheet);
  useExamWatch(attempt, sheet);
  const handInByTime = useEffectEvent(() => {
    if (ending.state.kind !== 'running') void ending.finish('time');
  });
  useEffect(() => {
    if (timeUp) handInByTime();
  }, [timeUp]);
  return timeUp;
}

/** The whole screen belongs to an exam until it is left or handed in; Escape gives it back, and nobody is held. */
function useExamWatch({ id, budgetMs, exam }: Attempt, sheet: Sheet): void {
  const isExam = exam !== undefined;
  useLayoutEffect(() => {
    if (!isExam || sheet.closed) return;
    const watch = watchOf(id, { sheet, budgetMs, onTimeUp: () => void endSitting(sheet, 'time', true) });
    watch.onScreen(true);
    void request('window:full-screen', true);
    window.addEventListener('keydown', leaveFullScreen);
    return () => {
      window.removeEventListener('keydown', leaveFullScreen);
      void request('window:full-screen', false);
      watch.onScreen(false);
    };
  }, [id, budgetMs, isExam, sheet]);
}

function leaveFullScreen({ key }: KeyboardEvent): void {
  if (key === 'Escape' && !document.querySelector('dialog[open]')) void request('window:full-screen', false);
}

/** Ticks, the heartbeat, and a last write whenever the page may be about to go. Begins together with the question's appearance, not after it. */
function useTicks(sheet: Sheet | null): void {
  useLayoutEffect(() => {
    if (!sheet) return;
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      sheet.pass(last, now);
      last = now;
    };
    const beat = (): void => {
      tick();
      void sheet.flush();
    };
    const ticking = setInterval(tick, tickMs);
    const beating = setInterval(beat, heartbeatMs);
    document.addEventListener('visibilitychange', beat);
    window.addEventListener('pagehide', beat);
    return () => {
      clearInterval(ticking);
      clearInterval(beating);
      document.removeEventListener('visibilitychange', beat);
      window.removeEventListener('pagehide', beat);
      beat();
    };
  }, [sheet]);
}
