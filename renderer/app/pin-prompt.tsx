import { useState, type ReactNode } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { PinFailure } from '../pin-failure.tsx';
import { useWords } from '../words.tsx';

interface PinPromptProps {
  readonly personId: string;
  readonly name: string;
  readonly onPassed: () => void;
  /** Other ways out, beside the main button. */
  readonly others: ReactNode;
}

/** Asks for somebody's PIN until it is right. */
export function PinPrompt({ personId, name, onPassed, others }: PinPromptProps) {
  const { people } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    if (pin === '' || busy) return;
    setBusy(true);
    const result = await request('people:check-pin', personId, pin);
    setBusy(false);
    setPin('');
    if (result.ok) onPassed();
    else setFailure(result.failure);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      {failure && <PinFailure failure={failure} />}
      <label className="field">
        <span>{people.enterPin(name)}</span>
        <input type="password" autoFocus autoComplete="off" maxLength={100} value={pin} onChange={(event) => setPin(event.target.value)} />
      </label>
      <div className="row">
        <Button main type="submit" disabled={pin === '' || busy}>
          {people.confirm}
        </Button>
        {others}
      </div>
      <p className="soft">{people.forgot}</p>
    </form>
  );
}
