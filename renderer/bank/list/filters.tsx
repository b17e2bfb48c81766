import { useCallback } from 'react';
import { everything, type BankFacets, type BankQuery } from '@shared/bank/search.ts';
import { difficulties, questionTypes } from '@shared/model/question.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { useAnswer } from '../common/use-answer.ts';

interface FiltersProps {
  readonly search: BankSearch | null;
  readonly query: BankQuery;
  /** How many are found; null while it is not known. */
  readonly total: number | null;
  readonly onQuery: (query: BankQuery) => void;
  /** The down key in the search field goes on to the list. */
  readonly onDown: () => void;
}

const states = ['kept', 'withdrawn', 'staged'] as const;

/** Search as you type, and the filters, each with how many there are. */
export function Filters({ search, query, total, onQuery, onDown }: FiltersProps) {
  const { bank, bankList } = useWords();
  const words = bankList.filters;
  const { state } = query;
  const read = useCallback((asked: BankSearch) => asked.facets({ ...everything, state }), [state]);
  const facets = useAnswer(search, read);
  const choice = (value: string, label: string, count: number): Choice => ({ value, label: words.counted(label, count) });
  return (
    <div className="row bank-filters" role="search">
      <input
        type="search"
        className="input bank-search"
        aria-label={bankList.search}
        placeholder={bankList.searchHint}
        maxLength={100}
        value={query.text}
        onChange={(event) => onQuery({ ...query, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onDown();
        }}
      />
      <strong role="status">{total === null ? bankList.loading : query.text === '' ? bankList.total(total) : bankList.found(total)}</strong>
      <Choices
        label={words.section}
        value={query.section}
        choices={(facets?.sections ?? []).map(([name, count]) => choice(name, name || bank.withoutSection, count))}
        onChoose={(section) => onQuery({ ...query, section })}
      />
      <Choices
        label={words.type}
        value={query.type}
        choices={(facets?.types ?? []).map(([name, count]) => choice(name, bank.types[name], count))}
        onChoose={(name) => onQuery({ ...query, type: questionTypes.find((type) => type === name) ?? null })}
      />
      <Choices
        label={words.difficulty}
        value={query.difficulty}
        choices={(facets?.difficulties ?? []).map(([name, count]) => choice(name, bank.difficulties[name], count))}
        onChoose={(name) => onQuery({ ...query, difficulty: difficulties.find((difficulty) => difficulty === name) ?? null })}
      />
      <Choices
        label={words.state}
        value={state}
        choices={states.map((name) => ({ value: name, label: bank.states[name] }))}
        onChoose={(name) => onQuery({ ...query, state: states.find((one) => one === name) ?? null })}
      />
      <Choices
        label={words.about}
        value={aboutOf(query)}
        choices={aboutChoices(facets, words)}
        onChoose={(name) => onQuery({ ...query, problem: name === 'problem' ? 'any' : null, correction: name === 'correction' })}
      />
      {isNarrowed(query) && <Button onClick={() => onQuery({ ...everything, state: 'kept' })}>{words.clear}</Button>}
    </div>
  );
}

const isNarrowed = (query: BankQuery): boolean => JSON.stringify(query) !== JSON.stringify({ ...everything, state: 'kept' });

const aboutOf = ({ problem, correction }: BankQuery): string | null => (correction ? 'correction' : problem === null ? null : 'problem');

const aboutChoices = (facets: BankFacets | undefined, words: ReturnType<typeof useWords>['bankList']['filters']): Choice[] => [
  { value: 'problem', label: words.counted(words.problem, facets?.withProblems ?? 0) },
  { value: 'correction', label: words.counted(words.correction, facets?.withCorrections ?? 0) },
];

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoicesProps {
  readonly label: string;
  /** Null where all are shown. */
  readonly value: string | null;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string | null) => void;
}

/** The value of 'all' among names that may be ''. */
const all = '\u0000';

function Choices({ label, value, choices, onChoose }: ChoicesProps) {
  const { filters } = useWords().bankList;
  return (
    <select
      className="input bank-filter-field"
      aria-label={label}
      value={value ?? all}
      onChange={(event) => onChoose(event.target.value === all ? null : event.target.value)}
    >
      <option value={all}>{filters.allOf(label)}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
