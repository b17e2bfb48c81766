import { useMemo } from 'react';
import type { Repair, Settings } from '@shared/ipc/contract.ts';
import { useLive } from '../data/live.ts';
import { findPerson } from '../data/people.ts';
import { SessionContext, type Session } from '../session.tsx';
import { FirstRun } from './first-run.tsx';
import { Shell } from './shell.tsx';

interface SignedProps {
  readonly settings: Settings;
  readonly changeSettings: Session['changeSettings'];
  readonly repairs: readonly Repair[];
}

/** Everything that needs to know who is at the computer. */
export function Signed({ settings, changeSettings, repairs }: SignedProps) {
  const person = useLive(() => findPerson(settings.personId), [settings.personId]);
  const session = useMemo(() => person && { person, settings, changeSettings }, [person, settings, changeSettings]);
  if (person === undefined) return null;
  if (!session) return <FirstRun onChosen={(personId) => changeSettings({ personId })} />;
  return (
    <SessionContext value={session}>
      <Shell repairs={repairs} />
    </SessionContext>
  );
}
