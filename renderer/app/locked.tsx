import { useEffect } from 'react';
import type { Session } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words.tsx';
import { PinPrompt } from './pin-prompt.tsx';

interface LockedProps {
  readonly person: Session['person'];
  /** Whether the person was here before; otherwise the program has just been started. */
  readonly paused: boolean;
  readonly onPassed: () => void;
  readonly onChange: () => void;
}

/** Nothing of a person shows before the PIN is right. Anybody else can change to the own name. */
export function Locked({ person, paused, onPassed, onChange }: LockedProps) {
  const { app, people } = useWords();
  useEffect(() => {
    document.title = `${people.locked.title} · ${app.name}`;
  }, [app, people]);
  return (
    <main className="main page page-narrow">
      <h1>{people.locked.title}</h1>
      <p>{paused ? people.locked.text(person.name) : people.locked.start(person.name)}</p>
      <PinPrompt personId={person.id} name={person.name} onPassed={onPassed} others={<Button onClick={onChange}>{people.notMe}</Button>} />
    </main>
  );
}
