import { useState, type ReactNode } from 'react';
import type { Project } from '@shared/model/project.ts';
import { isDay } from '@shared/projects/days.ts';
import { useWords } from '../../words.tsx';
import { fieldId } from './field-id.ts';
import type { ProjectDraft } from './use-draft.ts';

export interface FieldProps {
  readonly draft: ProjectDraft;
  readonly isLocked: boolean;
}

type Line = 'title' | 'unitName' | 'branch' | 'secretary' | 'contact' | 'specialty';
type Text = 'background' | 'problem' | 'measures' | 'effect' | 'outcome';

interface LineFieldProps extends FieldProps {
  readonly name: Line;
  /** An empty one is not taken: the former text stays saved. */
  readonly isNeeded?: boolean;
}

export function LineField({ name, isNeeded = false, draft: { project, change }, isLocked }: LineFieldProps) {
  const { form } = useWords().projectApplication;
  const [isEmptied, setEmptied] = useState(false);
  const take = (text: string): void => {
    const refused = isNeeded && text.trim() === '';
    setEmptied(refused);
    if (!refused) change({ [name]: text });
  };
  return (
    <Labelled name={name} problem={isEmptied ? form.titleNeeded : ''}>
      <input
        id={fieldId(name)}
        maxLength={1_000}
        value={isEmptied ? '' : project[name]}
        readOnly={isLocked}
        onChange={(event) => take(event.target.value)}
      />
    </Labelled>
  );
}

export function TextField({ name, draft: { project, change }, isLocked }: FieldProps & { readonly name: Text }) {
  return (
    <Labelled name={name} problem="">
      <textarea
        id={fieldId(name)}
        rows={3}
        maxLength={32_767}
        value={project[name]}
        readOnly={isLocked}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
  );
}

/** The year as it is typed; only a whole one is taken. */
export function YearField({ draft: { project, change }, isLocked }: FieldProps) {
  const { form } = useWords().projectApplication;
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    const year = Number(text);
    const isYear = Number.isInteger(year) && year >= 1900 && year <= 2999;
    setTyped(isYear ? null : text);
    if (isYear) change({ year });
  };
  return (
    <Labelled name="year" problem={typed === null ? '' : form.yearWrong}>
      <input
        id={fieldId('year')}
        inputMode="numeric"
        maxLength={4}
        value={typed ?? project.year}
        readOnly={isLocked}
        onChange={(event) => take(event.target.value)}
      />
    </Labelled>
  );
}

/** A year that is still being typed is no day of a plan yet: it stays in the field, and the former date stays saved. */
export function DateField({ name, draft: { project, change }, isLocked }: FieldProps & { readonly name: 'startDate' | 'endDate' }) {
  const { form } = useWords().projectApplication;
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    const isWhole = text === '' || isDay(text);
    setTyped(isWhole ? null : text);
    if (isWhole) change({ [name]: text });
  };
  return (
    <Labelled name={name} problem={typed === null ? '' : form.dateWrong}>
      <input
        id={fieldId(name)}
        type="date"
        min="1900-01-01"
        max="2999-12-31"
        value={typed ?? project[name]}
        readOnly={isLocked}
        onChange={(event) => take(event.target.value)}
      />
    </Labelled>
  );
}

interface LabelledProps {
  readonly name: keyof Project;
  /** '' where nothing is wrong. */
  readonly problem: string;
  readonly children: ReactNode;
}

function Labelled({ name, problem, children }: LabelledProps) {
  const { field } = useWords().projectApplication;
  const names: Partial<Record<keyof Project, string>> = field;
  return (
    <label className="field" htmlFor={fieldId(name)}>
      <span>{names[name]}</span>
      {children}
      {problem && (
        <span role="alert" className="application-problem">
          ⚠ {problem}
        </span>
      )}
    </label>
  );
}
