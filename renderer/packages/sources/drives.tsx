import { useCallback, useEffect, useState } from 'react';
import type { Drive } from '@shared/ipc/contract.ts';
import { listen, request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';

/** Drives with a repository: looked for when the page opens, when one comes or goes, and when somebody asks. */
export function Drives({ onChosen }: { readonly onChosen: (place: string) => void }) {
  const { packageSources: words } = useWords();
  const { drives, refresh } = useDrives();
  return (
    <div className="stack">
      <div className="row">
        <strong>{words.driveTitle}</strong>
        <Button onClick={() => void refresh()}>{words.refresh}</Button>
      </div>
      {drives?.length === 0 && <p className="soft">{words.noDrives}</p>}
      {drives?.map(({ place, label, freeBytes }) => (
        <div className="row" key={place}>
          <span>{words.drive(label, sizeOf(freeBytes))}</span>
          <Button onClick={() => onChosen(place)}>{words.useDrive}</Button>
        </div>
      ))}
    </div>
  );
}

function useDrives() {
  const [drives, setDrives] = useState<readonly Drive[] | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    setDrives((await request('packages:drives')).filter(({ hasRepository }) => hasRepository));
  }, []);
  useEffect(() => {
    void refresh();
    return listen('packages:changed', () => void refresh());
  }, [refresh]);
  return { drives, refresh };
}
