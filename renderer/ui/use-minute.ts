import { useSyncExternalStore } from 'react';

const minute = 60_000;

/** The beginning of this minute, milliseconds since 1970: a screen that stays open sees an exam open and close. */
export const useMinute = (): number => useSyncExternalStore(everySecond, () => Math.floor(Date.now() / minute) * minute);

function everySecond(look: () => void): () => void {
  const timer = setInterval(look, 1_000);
  return () => clearInterval(timer);
}
