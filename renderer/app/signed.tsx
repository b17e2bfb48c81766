import { useMemo } from 'react';
import type { Repair, Settings } from '@shared/ipc/contract.ts';
import { useLive } from '../data/live.ts';
import { findPerson } from '../data/people.ts';
import { navigate } from '../route.ts';
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
  // Where the person before was (settings, an open test) is not where the next one begins.
  const begin = async (personId: string): Promise<void> => {
    navigate('home');
    await changeSettings({ personId });
  };
  if (person === undefined) return null;
  if (!session) return <FirstRun onChosen={begin} />;
  return (
    <SessionContext value={session}>
      <Shell repairs={repairs} />
    </SessionContext>
  );
}
