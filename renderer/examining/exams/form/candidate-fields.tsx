import { useState } from 'react';
import type { Candidate } from '@shared/model/examining.ts';
import { readRosterPeople } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { byUnit, dutyFilters, listed, matching, withPeople, withoutPeople, type DutyFilter } from './candidates.ts';
import type { FieldsProps } from './exam-form.tsx';

/** 应考人员: who must sit, chosen from the roster by unit. */
export function CandidateFields({ form, onChange }: FieldsProps) {
  const { exams, app } = useWords();
  const words = exams.form;
  const [duty, setDuty] = useState<DutyFilter>('all');
  const [typed, setTyped] = useState('');
  const people = useLive(readRosterPeople, []);
  if (!people) return <p className="soft">{app.loading}</p>;
  const all = listed(people, form.candidates);
  const shown = matching(all, typed, duty);
  const change = (candidates: readonly Candidate[]): void => onChange({ candidates });
  return (
    <fieldset className="choice">
      <legend>{words.candidates}</legend>
      {all.length === 0 && <Notice tone="warn">{words.noRoster}</Notice>}
      <div className="examining-fields">
        <Field label={words.filter}>
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Field label={words.duty}>
          <select value={duty} onChange={(event) => setDuty(dutyFilters.find((one) => one === event.target.value) ?? 'all')}>
            {dutyFilters.map((one) => (
              <option key={one} value={one}>
                {words.duties[one]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="row">
        <strong role="status">{words.chosen(form.candidates.length)}</strong>
        <Button onClick={() => change(withPeople(form.candidates, shown))}>{words.chooseShown}</Button>
        <Button onClick={() => change(withoutPeople(form.candidates, shown))}>{words.dropShown}</Button>
      </div>
      <div className="examining-people">
        {byUnit(shown).map(([unit, members]) => (
          <UnitPeople key={unit} unit={unit} people={members} chosen={form.candidates} isOpen={typed !== ''} onChange={change} />
        ))}
      </div>
    </fieldset>
  );
}

interface UnitPeopleProps {
  readonly unit: string;
  readonly people: readonly Candidate[];
  readonly chosen: readonly Candidate[];
  /** While somebody searches, what was found shows. */
  readonly isOpen: boolean;
  readonly onChange: (candidates: readonly Candidate[]) => void;
}

function UnitPeople({ unit, people, chosen, isOpen, onChange }: UnitPeopleProps) {
  const words = useWords().exams.form;
  const ids = new Set(chosen.map(({ id }) => id));
  const count = people.filter(({ id }) => ids.has(id)).length;
  const toggle = (some: readonly Candidate[], on: boolean): void => onChange(on ? withPeople(chosen, some) : withoutPeople(chosen, some));
  return (
    <details open={isOpen}>
      <summary>
        <strong>{unit}</strong>
        <span className="soft">{words.ofUnit(count, people.length)}</span>
      </summary>
      <div className="row">
        <Button onClick={() => toggle(people, true)}>{words.chooseShown}</Button>
        <Button onClick={() => toggle(people, false)}>{words.dropShown}</Button>
      </div>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <label className="check">
              <input type="checkbox" checked={ids.has(person.id)} onChange={(event) => toggle([person], event.target.checked)} />
              <span>
                {person.name} <span className="soft">{`${words.dutyNames[person.duty]} ${person.branch} ${person.position}`}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
