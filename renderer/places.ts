import { useCallback, useEffect, useState } from 'react';
import type { Drive, Place } from '@shared/ipc/contract.ts';
import { request } from './bridge.ts';

export interface Places {
  readonly drives: readonly Drive[];
  /** The folder that was chosen by hand, or null. */
  readonly folder: Place | null;
  /** Token of the place to write to; '' until one is chosen. */
  readonly chosen: string;
  readonly choose: (place: string) => void;
  readonly refresh: () => Promise<void>;
  readonly chooseFolder: () => Promise<void>;
}

/** Removable drives and the folder that was chosen. A single drive is chosen already. */
export function usePlaces(): Places {
  const [drives, setDrives] = useState<readonly Drive[]>([]);
  const [folder, setFolder] = useState<Place | null>(null);
  const [wanted, setWanted] = useState('');
  const there = [...drives, ...(folder ? [folder] : [])].some(({ place }) => place === wanted);
  const refresh = useCallback(async (): Promise<void> => setDrives(await request('exports:places')), []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return {
    drives,
    folder,
    // a drive that was pulled out is no longer chosen
    chosen: there ? wanted : drives.length === 1 && !folder ? (drives[0]?.place ?? '') : '',
    choose: setWanted,
    refresh,
    async chooseFolder() {
      const place = await request('exports:choose-place');
      if (!place) return;
      setFolder(place);
      setWanted(place.place);
    },
  };
}
