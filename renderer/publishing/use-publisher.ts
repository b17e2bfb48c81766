import { useCallback, useEffect, useState } from 'react';
import type { PublisherState } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';

export interface Publisher {
  readonly state: PublisherState;
  /** When main answered, in milliseconds since 1970. */
  readonly at: number;
  /** Asks main again; to be called after everything that changes something. */
  readonly refresh: () => Promise<void>;
}

/** What main knows of repository, keys and destinations; null until it has answered the first time. */
export function usePublisher(): Publisher | null {
  const [answer, setAnswer] = useState<Omit<Publisher, 'refresh'> | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    const state = await request('publisher:state');
    setAnswer({ state, at: Date.now() });
  }, []);
  useEffect(() => {
    refresh().catch(setError);
  }, [refresh]);
  // nothing can be shown without it: the error screen takes the place of the page
  if (error) throw error;
  return answer && { ...answer, refresh };
}
