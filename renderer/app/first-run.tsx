import { useEffect, useState, type FormEvent } from 'react';
import { request } from '../bridge.ts';
import { useLive } from '../data/live.ts';
import { findLocalPerson, readPeople } from '../data/people.ts';
import { commit } from '../data/work.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { PinPrompt } from './pin-prompt.tsx';
import type { Failure } from '@shared/model/failure.ts';

interface FirstRunProps {
  readonly onChosen: (personId: string) => Promise<void>;
}

interface Chosen {
  readonly id: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly onChoice: (person: Chosen) => Promise<void>;
}

/** Two choices and the work can begin; whoever has a PIN gives it. Somebody who is not in the roster enters unit and name instead. */
export function FirstRun({ onChosen }: FirstRunProps) {
  const { app, failures } = useWords();
  const [own, setOwn] = useState(false);
  const [asked, setAsked] = useState<Chosen | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (person: Chosen): Promise<void> => {
    const pins = await request('people:pins');
    if (pins.protected.includes(person.id)) setAsked(person);
    else await onChosen(person.id);
  };
  useEffect(() => {
    document.title = `${app.firstRun.title} · ${app.name}`;
  }, [app]);
  if (asked) {
    return (
      <main className="main page page-narrow">
        <h1>{asked.name}</h1>
        <PinPrompt
          personId={asked.id}
          name={asked.name}
          onPassed={() => void onChosen(asked.id)}
          others={<Button onClick={() => setAsked(null)}>{app.back}</Button>}
        />
      </main>
    );
  }
  return (
    <main className="main page page-narrow">
      <p className="soft">
        {app.name} — {app.tagline}
      </p>
      <h1>{app.firstRun.title}</h1>
      <p>{app.firstRun.hint}</p>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {own ? <OwnName onChoice={choose} onFailure={setFailure} /> : <FromRoster onChoice={choose} />}
      <p style={{ marginTop: 24 }}>
        <Button onClick={() => setOwn(!own)}>{own ? app.firstRun.backToList : app.firstRun.notListed}</Button>
      </p>
    </main>
  );
}

function FromRoster({ onChoice }: ChoiceProps) {
  const { firstRun } = useWords().app;
  const roster = useLive(readPeople, []);
  const [unit, setUnit] = useState('');
  const [personId, setPersonId] = useState('');
  // By name, because who entered a unit of their own belongs to no unit of the roster.
  const units = new Set(roster ? [...roster.units.map(({ name }) => name), ...roster.people.map(({ unitName }) => unitName)] : []);
  const people = roster?.people.filter((person) => person.unitName === unit) ?? [];
  const isExample = roster?.units.some(({ name }) => name.startsWith('示例')) ?? false;
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    const person = people.find(({ id }) => id === personId);
    if (person) void onChoice(person);
  };
  return (
    <form className="stack" onSubmit={begin}>
      {isExample && (
        <Notice tone="plain">
          <p>{firstRun.exampleRoster}</p>
        </Notice>
      )}
      <label className="field">
        <span>{firstRun.unit}</span>
        <select
          autoFocus
          value={unit}
          onChange={(event) => {
            setUnit(event.target.value);
            setPersonId('');
          }}
        >
          <option value="">{firstRun.chooseUnit}</option>
          {[...units].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{firstRun.name}</span>
        <select value={personId} disabled={!unit} onChange={(event) => setPersonId(event.target.value)}>
          <option value="">{firstRun.chooseName}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name} {person.position}
            </option>
          ))}
        </select>
      </label>
      <div>
        <Button main type="submit" disabled={!personId}>
          {firstRun.begin}
        </Button>
      </div>
    </form>
  );
}

interface OwnNameProps extends ChoiceProps {
  readonly onFailure: (failure: Failure | null) => void;
}

function OwnName({ onChoice, onFailure }: OwnNameProps) {
  const { firstRun } = useWords().app;
  const [missing, setMissing] = useState(false);
  const begin = async (form: FormData): Promise<void> => {
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    if (!text('unit') || !text('name')) return setMissing(true);
    const identity = { name: text('name'), unitName: text('unit'), branch: text('branch') };
    const known = await findLocalPerson(identity);
    if (known) return onChoice(known);
    const id = `local-${crypto.randomUUID()}`;
    const put = { ...identity, id, staffNumber: '', unitId: id, duty: 'partTime', position: '' } as const;
    const saved = await commit('person.add', [{ table: 'localPeople', put }]);
    onFailure(saved.ok ? null : saved.failure);
    if (saved.ok) await onChoice(put);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void begin(new FormData(event.currentTarget));
      }}
    >
      {missing && (
        <Notice tone="warn">
          <p>{firstRun.needed}</p>
        </Notice>
      )}
      <label className="field">
        <span>{firstRun.ownUnit}</span>
        <input name="unit" autoFocus maxLength={100} autoComplete="off" />
      </label>
      <label className="field">
        <span>{firstRun.ownName}</span>
        <input name="name" maxLength={50} autoComplete="off" />
      </label>
      <label className="field">
        <span>{firstRun.ownBranch}</span>
        <input name="branch" maxLength={100} autoComplete="off" />
      </label>
      <div>
        <Button main type="submit">
          {firstRun.begin}
        </Button>
      </div>
    </form>
  );
}
