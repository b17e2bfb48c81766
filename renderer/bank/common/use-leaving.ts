import { useLayoutEffect, useState } from 'react';
import { guardPlace } from '../../route.ts';

export interface Leaving {
  /** True while the person is asked whether to give up what is not saved. */
  readonly asks: boolean;
  /** Asks before something is done that gives it up. */
  readonly ask: (goOn: () => void) => void;
  readonly stay: () => void;
  readonly leave: () => void;
}

/**
 * As long as something is not saved, nobody goes to another place or closes the window unasked. `giveUp` is called when
 * the person wants to, before they get where they wanted to go.
 */
export function useLeaving(isDirty: boolean, giveUp: () => void): Leaving {
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const ask = (goOn: () => void): void => setWaiting(() => goOn);
  // a layout effect: its end comes before the way that was waited for is taken
  useLayoutEffect(() => (isDirty ? guardPlace((goOn) => setWaiting(() => goOn)) : undefined), [isDirty]);
  return {
    asks: waiting !== null,
    ask,
    stay: () => setWaiting(null),
    leave() {
      setWaiting(null);
      giveUp();
      waiting?.();
    },
  };
}
