import { useSyncExternalStore } from 'react';
import { dayOf } from './format.ts';

/** Today as 'YYYY-MM-DD'. A screen that stays open over midnight turns the page within a minute. */
export const useToday = (): string => useSyncExternalStore(everyMinute, () => dayOf(Date.now()));

function everyMinute(look: () => void): () => void {
  const timer = setInterval(look, 60_000);
  return () => clearInterval(timer);
}
