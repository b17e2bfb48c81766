import { questionTypes } from '@shared/model/question.ts';
import type { FoundQuery } from '@shared/study/sets.ts';
import type { FoundFacets } from '@shared/study/search/content-index.ts';
import { useWords } from '../../words.tsx';

interface SearchBarProps {
  readonly query: FoundQuery;
  readonly facets: FoundFacets | null;
  readonly onQuery: (query: FoundQuery) => void;
  /** The down key and Enter go on to the results. */
  readonly onDown: () => void;
}

/** The value of 'all' among names that may be ''. */
const all = '\u0000';

/** The words that are searched for, and in which section and type. */
export function SearchBar({ query, facets, onQuery, onDown }: SearchBarProps) {
  const { study, studySearch: words } = useWords();
  const { section: _section, ...withoutSection } = query;
  const { type: _type, ...withoutType } = query;
  return (
    <div className="row" role="search">
      <input
        type="search"
        className="input study-search"
        aria-label={words.field}
        placeholder={words.hint}
        maxLength={100}
        autoFocus
        value={query.text}
        onChange={(event) => onQuery({ ...query, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
          event.preventDefault();
          onDown();
        }}
      />
      <select
        className="input"
        aria-label={words.sections}
        value={query.section ?? all}
        onChange={({ target: { value } }) => onQuery(value === all ? withoutSection : { ...query, section: value })}
      >
        <option value={all}>{words.allSections}</option>
        {withChosen(facets?.sections ?? [], query.section).map(([section, count]) => (
          <option key={section} value={section}>
            {words.counted(section, count)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={words.types}
        value={query.type ?? all}
        onChange={({ target: { value } }) => {
          const type = questionTypes.find((name) => name === value);
          onQuery(type === undefined ? withoutType : { ...query, type });
        }}
      >
        <option value={all}>{words.allTypes}</option>
        {withChosen(facets?.types ?? [], query.type).map(([type, count]) => (
          <option key={type} value={type}>
            {words.counted(study.types[type], count)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is chosen stays in the list, also where nothing of it is found any more. */
const withChosen = <T extends string>(
  counts: readonly (readonly [T, number])[],
  chosen: T | undefined,
): readonly (readonly [T, number])[] =>
  chosen === undefined || counts.some(([label]) => label === chosen) ? counts : [...counts, [chosen, 0]];
