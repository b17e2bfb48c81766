import { useState } from 'react';
import type { PinState } from '@shared/ipc/contract.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { request } from '../bridge.ts';
import { useLive } from '../data/live.ts';
import { readPeople } from '../data/people.ts';
import { PinFailure } from '../pin-failure.tsx';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { PinField } from './pin-form.tsx';

interface PinKeeperProps {
  readonly state: PinState;
  readonly onChanged: () => Promise<void>;
}

/** 口令管理人: who it is, becoming it, and clearing a forgotten PIN. */
export function PinKeeper({ state, onChanged }: PinKeeperProps) {
  const { keeper: words } = useWords().people;
  const { person } = useSession();
  const people = useLive(readPeople, [])?.people ?? [];
  const [step, setStep] = useState<'keep' | 'reset' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState('');
  const nameOf = (id: string): string => people.find((each) => each.id === id)?.name ?? id;
  const isKeeper = state.keeper === person.id;
  const ended = async (result: Result<null>, sentence: string): Promise<void> => {
    setFailure(result.ok ? null : result.failure);
    setSaid(result.ok ? sentence : '');
    if (result.ok) setStep(null);
    await onChanged();
  };
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p className="soft">{words.hint}</p>
      <p>{state.keeper === null ? words.none : words.is(nameOf(state.keeper))}</p>
      {failure && <PinFailure failure={failure} />}
      {said !== '' && <Notice tone="good">{said}</Notice>}
      {step === 'keep' && (
        <Keep
          others={state.keeper !== null}
          onKeep={async (pin, keeperPin) => ended(await request('people:keep-pins', person.id, pin, keeperPin), words.became)}
        />
      )}
      {step === 'reset' && (
        <Reset
          people={state.protected.filter((id) => id !== person.id).map((id) => ({ id, name: nameOf(id) }))}
          onReset={async (id, pin) => ended(await request('people:reset-pin', id, pin, person.name), words.done(nameOf(id)))}
        />
      )}
      <div className="row">
        {!isKeeper && step !== 'keep' && (
          <Button disabled={!state.protected.includes(person.id)} onClick={() => setStep('keep')}>
            {words.become}
          </Button>
        )}
        {!isKeeper && !state.protected.includes(person.id) && <span className="soft">{words.needPin}</span>}
        {isKeeper && step !== 'reset' && <Button onClick={() => setStep('reset')}>{words.reset}</Button>}
      </div>
    </section>
  );
}

interface KeepProps {
  /** Whether somebody else is keeper now. */
  readonly others: boolean;
  readonly onKeep: (pin: string, keeperPin: string | null) => Promise<void>;
}

function Keep({ others, onKeep }: KeepProps) {
  const { keeper: words, settings } = useWords().people;
  const [pin, setPin] = useState('');
  const [keeperPin, setKeeperPin] = useState('');
  return (
    <form
      className="stack page-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(pin, others ? keeperPin : null);
      }}
    >
      <PinField label={settings.old} value={pin} onChange={setPin} />
      {others && <PinField label={words.takeOver} value={keeperPin} onChange={setKeeperPin} />}
      <div>
        <Button main type="submit" disabled={pin === '' || (others && keeperPin === '')}>
          {words.become}
        </Button>
      </div>
    </form>
  );
}

interface ResetProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onReset: (personId: string, keeperPin: string) => Promise<void>;
}

function Reset({ people, onReset }: ResetProps) {
  const { keeper: words } = useWords().people;
  const [id, setId] = useState('');
  const [pin, setPin] = useState('');
  if (people.length === 0) return <p>{words.nobody}</p>;
  return (
    <form
      className="stack page-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void onReset(id, pin);
      }}
    >
      <Field label={words.whose}>
        <select value={id} onChange={(event) => setId(event.target.value)}>
          <option value="">{words.choose}</option>
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </Field>
      <PinField label={words.own} value={pin} onChange={setPin} />
      <div>
        <Button main type="submit" disabled={id === '' || pin === ''}>
          {words.doReset}
        </Button>
      </div>
    </form>
  );
}
