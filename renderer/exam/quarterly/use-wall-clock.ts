import { useSyncExternalStore } from 'react';

const everyMs = 1_000;

/** What somebody reads off the wall clock (milliseconds since 1970), looked at every second; draws again only when it changes. */
export const useWallClock = <T extends string | boolean>(read: (now: number) => T): T =>
  useSyncExternalStore(everySecond, () => read(Date.now()));

function everySecond(look: () => void): () => void {
  const looking = setInterval(look, everyMs);
  return () => clearInterval(looking);
}
