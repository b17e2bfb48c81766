import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { guardPlace } from './route.ts';

export interface Leaving {
  /** The person wants to leave, and something would be lost. */
  readonly asks: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
  /** Everything is saved: from now on nobody is asked. */
  readonly settle: () => void;
}

/** Asks before a form is left that holds something unsaved. */
export function useLeaving(isChanged: boolean): Leaving {
  const [isSettled, setSettled] = useState(false);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const isDirty = isChanged && !isSettled;
  // a layout effect: its end comes before the way that was waited for is taken
  useLayoutEffect(() => (isDirty ? guardPlace((goOn) => setWaiting(() => goOn)) : undefined), [isDirty]);
  return {
    asks: waiting !== null,
    stay: () => setWaiting(null),
    leave() {
      setWaiting(null);
      setSettled(true);
      waiting?.();
    },
    // at once: the next step is to go
    settle: () => flushSync(() => setSettled(true)),
  };
}
