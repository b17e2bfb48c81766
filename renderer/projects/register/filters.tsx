import { useMemo } from 'react';
import { topicSources } from '@shared/model/project.ts';
import { projectStages } from '@shared/model/project-event.ts';
import { everyProject, type ProjectCard, type RegisterQuery } from '@shared/projects/register.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { choicesOf } from './choices.ts';

interface FiltersProps {
  readonly projects: readonly ProjectCard[];
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
}

/** Which projects the register shows. */
export function Filters({ projects, query, onQuery }: FiltersProps) {
  const words = useWords().projects;
  const { register } = words;
  const { units, years, secretaries } = useMemo(() => choicesOf(projects), [projects]);
  const change = (fields: Partial<RegisterQuery>): void => onQuery({ ...query, ...fields });
  const isFiltering = JSON.stringify({ ...query, sort: null, withArchived: false }) !== JSON.stringify(everyProject);
  return (
    <div className="register-filters" role="search" aria-label={register.filters}>
      <label className="field register-search">
        <span>{register.search}</span>
        <input
          type="search"
          value={query.text}
          placeholder={register.searchHint}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <Choice
        label={register.unit}
        value={query.unit}
        choices={units.map((unit) => [unit, unit])}
        onChoose={(unit) => change({ unit: unit ?? '' })}
      />
      <Choice
        label={register.year}
        value={query.year}
        choices={years.map((year) => [year, String(year)])}
        onChoose={(year) => change({ year })}
      />
      <Choice
        label={register.stage}
        value={query.stage}
        choices={projectStages.map((stage) => [stage, words.stage[stage]])}
        onChoose={(stage) => change({ stage })}
      />
      <Choice
        label={register.secretary}
        value={query.secretary}
        choices={secretaries.map((name) => [name, name])}
        onChoose={(secretary) => change({ secretary: secretary ?? '' })}
      />
      <Choice
        label={register.source}
        value={query.source}
        choices={topicSources.map((source) => [source, words.source[source]])}
        onChoose={(source) => change({ source })}
      />
      {isFiltering && (
        <Button onClick={() => onQuery({ ...everyProject, sort: query.sort, withArchived: query.withArchived })}>{register.clear}</Button>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  /** Null or '' for any. */
  readonly value: T | null;
  readonly choices: readonly (readonly [value: T, label: string])[];
  readonly onChoose: (value: T | null) => void;
}

function Choice<T extends string | number>({ label, value, choices, onChoose }: ChoiceProps<T>) {
  const { register } = useWords().projects;
  const choose = (text: string): void => onChoose(choices.find(([one]) => String(one) === text)?.[0] ?? null);
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{register.all}</option>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
