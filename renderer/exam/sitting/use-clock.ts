import { useEffect, useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { timeLeft } from '@shared/exam/clock.ts';
import type { Sheet } from './sheet.ts';
import type { Ending } from './use-hand-in.ts';

const tickMs = 250;
/** After a power cut at most this much of the time used is forgotten. */
const heartbeatMs = 2_000;

/**
 * Runs the clock of a sitting while its screen stands, and hands the paper in when the time is up. Only performance.now
 * counts, never the date: where the page was hidden or the computer slept, the gap between two ticks is what
 * performance.now says it was, be it short or long, and nothing is added from the wall clock. Returns whether the time is up.
 */
export function useClock(sheet: Sheet, budgetMs: number, ending: Ending): boolean {
  const timeUp = useSyncExternalStore(sheet.subscribe, () => timeLeft(budgetMs, sheet.elapsedMs) === 0);
  useTicks(sheet);
  const handInByTime = useEffectEvent(() => {
    if (ending.state.kind !== 'running') void ending.finish('time');
  });
  useEffect(() => {
    if (timeUp) handInByTime();
  }, [timeUp]);
  return timeUp;
}

/** Ticks, the heartbeat, and a last write whenever the page may be about to go. Begins together with the question's appearance, not after it. */
function useTicks(sheet: Sheet): void {
  useLayoutEffect(() => {
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
