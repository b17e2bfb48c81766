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
  /** Offers a folder that is known already, unless the person has chosen one. */
  readonly propose: (place: Place) => void;
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
  const propose = useCallback((place: Place): void => {
    setFolder((chosen) => chosen ?? place);
    setWanted((chosen) => chosen || place.place);
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return {
    drives,
    folder,
    // a drive that was pulled out is no longer chosen
    chosen: there ? wanted : drives.length === 1 && !folder ? (drives[0]?.place ?? '') : '',
    choose: setWanted,
    propose,
    refresh,
    async chooseFolder() {
      const place = await request('exports:choose-place');
      if (!place) return;
      setFolder(place);
      setWanted(place.place);
    },
  };
}
