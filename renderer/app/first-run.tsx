import { useEffect, useState, type FormEvent } from 'react';
import { useLive } from '../data/live.ts';
import { findLocalPerson, readPeople } from '../data/people.ts';
import { commit } from '../data/work.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import type { Failure } from '@shared/model/failure.ts';

interface FirstRunProps {
  readonly onChosen: (personId: string) => Promise<void>;
}

/** Two choices and the work can begin. Somebody who is not in the roster enters unit and name instead. */
export function FirstRun({ onChosen }: FirstRunProps) {
  const { app, failures } = useWords();
  const [own, setOwn] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    document.title = `${app.firstRun.title} · ${app.name}`;
  }, [app]);
  return (
    <main className="main page" style={{ maxWidth: 640 }}>
      <p className="soft">
        {app.name} — {app.tagline}
      </p>
      <h1>{app.firstRun.title}</h1>
      <p>{app.firstRun.hint}</p>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {own ? <OwnName onChosen={onChosen} onFailure={setFailure} /> : <FromRoster onChosen={onChosen} />}
      <p style={{ marginTop: 24 }}>
        <Button onClick={() => setOwn(!own)}>{own ? app.firstRun.backToList : app.firstRun.notListed}</Button>
      </p>
    </main>
  );
}

function FromRoster({ onChosen }: FirstRunProps) {
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
    if (personId) void onChosen(personId);
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

interface OwnNameProps extends FirstRunProps {
  readonly onFailure: (failure: Failure | null) => void;
}

function OwnName({ onChosen, onFailure }: OwnNameProps) {
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
    if (known) return onChosen(known.id);
    const id = `local-${crypto.randomUUID()}`;
    const put = { ...identity, id, staffNumber: '', unitId: id, duty: 'partTime', position: '' } as const;
    const saved = await commit('person.add', [{ table: 'localPeople', put }]);
    onFailure(saved.ok ? null : saved.failure);
    if (saved.ok) await onChosen(id);
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
        <input name="unit" maxLength={100} autoComplete="off" />
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
