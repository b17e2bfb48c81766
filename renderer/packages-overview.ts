import { useCallback, useEffect, useState } from 'react';
import type { PackagesOverview } from '@shared/ipc/contract.ts';
import { listen, request } from './bridge.ts';

export interface LiveOverview {
  /** Undefined until main has answered for the first time. */
  readonly overview: PackagesOverview | undefined;
  readonly refresh: () => Promise<void>;
}

/** The overview of packages, asked again whenever main says that it has changed. */
export function useOverview(): LiveOverview {
  const [overview, setOverview] = useState<PackagesOverview>();
  const refresh = useCallback(async (): Promise<void> => setOverview(await request('packages:overview')), []);
  useEffect(() => {
    void refresh();
    return listen('packages:changed', () => void refresh());
  }, [refresh]);
  return { overview, refresh };
}
