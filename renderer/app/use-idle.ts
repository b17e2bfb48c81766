import { useEffect, useEffectEvent } from 'react';

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const lookEveryMs = 5_000;

/**
 * Calls when nobody has used keyboard or mouse for so long, once until the next input. Time in which the computer slept
 * counts too (wall clock); a clock that was set back does not delay it for longer than the time itself.
 */
export function useIdle(afterMs: number, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    let last = Date.now();
    let told = false;
    const used = (): void => {
      last = Date.now();
      told = false;
    };
    const timer = setInterval(() => {
      last = Math.min(last, Date.now());
      if (told || Date.now() - last < afterMs) return;
      told = true;
      idle();
    }, lookEveryMs);
    for (const input of inputs) window.addEventListener(input, used, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const input of inputs) window.removeEventListener(input, used, { capture: true });
    };
  }, [afterMs]);
}
