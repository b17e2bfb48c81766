import { Activity, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Repair, Settings } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { useLive } from '../data/live.ts';
import { findPerson } from '../data/people.ts';
import { navigate, useRoute } from '../route.ts';
import { SessionContext, type Session } from '../session.tsx';
import { FirstRun } from './first-run.tsx';
import { Locked } from './locked.tsx';
import { Shell } from './shell.tsx';
import { useIdle } from './use-idle.ts';

interface SignedProps {
  readonly settings: Settings;
  readonly changeSettings: Session['changeSettings'];
  readonly repairs: readonly Repair[];
}

/** Everything that needs to know who is at the computer. */
export function Signed({ settings, changeSettings, repairs }: SignedProps) {
  const person = useLive(() => findPerson(settings.personId), [settings.personId]);
  const session = useMemo(() => person && { person, settings, changeSettings }, [person, settings, changeSettings]);
  const change = useChange(changeSettings);
  /** Who chose the own name on this page, and gave the PIN where there is one. */
  const [passed, setPassed] = useState('');
  // Where the person before was (settings, an open test) is not where the next one begins.
  const begin = async (personId: string): Promise<void> => {
    navigate('home');
    setPassed(personId);
    await changeSettings({ personId });
  };
  if (person === undefined || (person && person.id !== settings.personId)) return null;
  if (!session) return <FirstRun onChosen={begin} />;
  // By person: nothing that one did is on the screen of the next.
  return <Guarded key={session.person.id} session={session} passed={passed === session.person.id} repairs={repairs} onChange={change} />;
}

/** The place `#/switch` lets another person begin. It is a place, so that an open test can ask first whether to leave it. */
function useChange(changeSettings: Session['changeSettings']): () => Promise<void> {
  const [place] = useRoute();
  const change = async (): Promise<void> => {
    navigate('home');
    await changeSettings({ personId: '' });
  };
  const changeNow = useEffectEvent(change);
  useEffect(() => {
    if (place === 'switch') void changeNow();
  }, [place]);
  return change;
}

interface GuardedProps {
  readonly session: Session;
  /** Whether this person needs no PIN any more on this page. */
  readonly passed: boolean;
  readonly repairs: readonly Repair[];
  readonly onChange: () => Promise<void>;
}

const idleMs = 10 * 60_000;

/** `open` shows the screens · `closed` has never shown them · `paused` keeps what was typed, but shows and hears nothing. */
type Door = 'asking' | 'open' | 'closed' | 'paused';

/** Where somebody has a PIN, the screens open after it, and close when nobody has used the computer for a while. */
function Guarded({ session, passed, repairs, onChange }: GuardedProps) {
  const { person } = session;
  const [place, step] = useRoute();
  const [door, setDoor] = useState<Door>(passed ? 'open' : 'asking');
  useEffect(() => {
    if (passed) return;
    void hasPin(person.id).then((pinned) => setDoor((now) => (now === 'asking' ? (pinned ? 'closed' : 'open') : now)));
  }, [passed, person.id]);
  useIdle(idleMs, () => {
    if (door === 'open' && !isSitting(place, step)) void hasPin(person.id).then((pinned) => pinned && setDoor('paused'));
  });
  if (door === 'asking') return null;
  return (
    <>
      {door !== 'open' && (
        <Locked person={person} paused={door === 'paused'} onPassed={() => setDoor('open')} onChange={() => void onChange()} />
      )}
      {door !== 'closed' && (
        <Activity mode={door === 'open' ? 'visible' : 'hidden'}>
          <SessionContext value={session}>
            <Shell repairs={repairs} />
          </SessionContext>
        </Activity>
      )}
    </>
  );
}

const hasPin = async (personId: string): Promise<boolean> => (await request('people:pins')).protected.includes(personId);

/** A test that is being sat is never locked: its time runs. */
const isSitting = (place: string | undefined, step: string | undefined): boolean => place === 'exam' && step === 'sit';
