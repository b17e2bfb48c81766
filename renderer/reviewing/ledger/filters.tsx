import { useMemo } from 'react';
import { everything, ledgerChoices, ledgerOnly, type LedgerFilter } from '@shared/projects/merge/filter.ts';
import type { Ledger } from '../../data/reviewing/ledger.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';
import { Choice } from './choice.tsx';

interface FiltersProps {
  readonly ledger: Ledger;
  /** How many rows fit. */
  readonly shown: number;
  readonly filter: LedgerFilter;
  readonly onFilter: (filter: LedgerFilter) => void;
}

/** Which projects are shown, counted and exported. */
export function Filters({ ledger, shown, filter, onFilter }: FiltersProps) {
  const { ledger: words, projects, projectSchedule } = useWords();
  const choices = useMemo(() => ledgerChoices(ledger.rows), [ledger]);
  const change = (fields: Partial<LedgerFilter>): void => onFilter({ ...filter, ...fields });
  const chooseOnly = (only: LedgerFilter['only']): void => {
    change({ only });
    // an address that asks for some rows only would go on asking
    if (window.location.hash.startsWith(hrefOf('reviewing', 'ledger', 'rows'))) navigate('reviewing', 'ledger', 'rows');
  };
  const isFiltering = JSON.stringify(filter) !== JSON.stringify(everything);
  const clear = (): void => {
    chooseOnly('');
    onFilter(everything);
  };
  return (
    <div className="row ledger-filters" role="search" aria-label={words.filters}>
      <Field label={words.search}>
        <input
          type="search"
          value={filter.sought}
          placeholder={words.searchHint}
          onChange={(event) => change({ sought: event.target.value })}
        />
      </Field>
      <Choice
        label={words.unit}
        value={filter.unit}
        choices={choices.units.map((unit) => [unit, unit])}
        onChoose={(unit) => change({ unit })}
      />
      <Choice
        label={words.year}
        value={filter.year === null ? '' : String(filter.year)}
        choices={choices.years.map((year) => [String(year), String(year)])}
        onChoose={(year) => change({ year: year === '' ? null : Number(year) })}
      />
      <Choice
        label={words.stage}
        value={filter.stage}
        choices={choices.stages.map((stage) => [stage, projects.shortStage[stage]])}
        onChoose={(stage) => change({ stage: choices.stages.find((one) => one === stage) ?? '' })}
      />
      <Choice
        label={words.light}
        value={filter.light}
        choices={choices.lights.map((light) => [light, projectSchedule.lights[light]])}
        onChoose={(light) => change({ light: choices.lights.find((one) => one === light) ?? '' })}
      />
      <Choice
        label={words.only}
        value={filter.only}
        choices={ledgerOnly.map((only) => [only, words.onlyWords[only]])}
        onChoose={(only) => chooseOnly(ledgerOnly.find((one) => one === only) ?? '')}
      />
      {isFiltering && <Button onClick={clear}>{words.clear}</Button>}
      <span className="soft" role="status">
        {words.count(shown, ledger.rows.length)}
      </span>
    </div>
  );
}
