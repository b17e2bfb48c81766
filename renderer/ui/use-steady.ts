import { useCallback, useLayoutEffect, useRef } from 'react';

/** One and the same function from draw to draw, which does what the newest one does: for what is drawn again only when something else changes. */
export function useSteady<Arguments extends readonly unknown[]>(handler: (...args: Arguments) => void): (...args: Arguments) => void {
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  return useCallback((...args) => newest.current(...args), []);
}
