import { useEffect, useState } from 'react';

/** True once the first screen stands and nothing else is to be done: what may wait must not slow the start. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const call = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(call);
  }, []);
  return isIdle;
}
