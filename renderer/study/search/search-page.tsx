import { useRef, useState } from 'react';
import type { Question } from '@shared/model/question.ts';
import type { FoundQuery } from '@shared/study/sets.ts';
import { readQuestions } from '../../data/content.ts';
import { hrefOf } from '../../route.ts';
import { hrefOfFound, hrefOfSearch } from '../../study-links.ts';
import { Empty } from '../../ui/empty.tsx';
import { onlyRow, within, type Selection } from '../../ui/list/selection.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { QuestionDialog } from '../question/question-dialog.tsx';
import { FoundList } from './found-list.tsx';
import { SearchBar } from './search-bar.tsx';
import { useContentSearch } from './use-content-search.ts';
import { useFacets, useFound } from './use-found.ts';

/** 搜题 as one types, over all installed banks; what is found can be read and practised. */
export function SearchPage({ initial }: { readonly initial: FoundQuery }) {
  const { studySearch: words } = useWords();
  const [query, setQuery] = useState(initial);
  const [chosen, setChosen] = useState<Selection>(onlyRow(0));
  const [opened, setOpened] = useState<Question | null>(null);
  const open = useContentSearch();
  const found = useFound(open, query);
  const facets = useFacets(open, query.text);
  const box = useRef<HTMLDivElement>(null);
  const focus = (selector: string): void => box.current?.querySelector<HTMLElement>(selector)?.focus();
  useKeys((key) => {
    if (key !== '/' && key !== 'Escape') return false;
    focus('input[type=search]');
    return true;
  });
  const isAsked = query.text.trim() !== '';
  const total = isAsked ? (found.total ?? 0) : 0;
  const selection = within(chosen, Math.max(1, total));
  const ask = (next: FoundQuery): void => {
    setQuery(next);
    setChosen(onlyRow(0));
    window.history.replaceState(null, '', hrefOfSearch(next)); // so that whoever comes back finds what was searched for
  };
  const read = async (): Promise<void> => {
    const row = found.rowAt(selection.active);
    if (row) setOpened((await readQuestions(row.key))[row.position] ?? null);
  };
  return (
    <div className="page stack study-page" ref={box}>
      <div className="head">
        <h1>{words.title}</h1>
        <a className="button" href={hrefOf('study')}>
          {words.back}
        </a>
      </div>
      <SearchBar query={query} facets={isAsked ? facets : null} onQuery={ask} onDown={() => focus('[role=grid]')} />
      <div className="row">
        <strong role="status">{isAsked && found.total !== null ? words.found(total) : ''}</strong>
        {open && isAsked && !open.search.complete && <span className="soft">{words.preparing}</span>}
        {total > 0 && (
          <a className="button button-main study-leave" href={hrefOfFound(query)}>
            {words.practise(total)}
          </a>
        )}
      </div>
      {total > 0 ? (
        <>
          <FoundList found={found} text={query.text} selection={selection} onSelect={setChosen} onOpen={() => void read()} />
          <p className="soft">{words.keys}</p>
        </>
      ) : (
        <Empty>{isAsked && found.total !== null && open?.search.complete ? words.none : words.start}</Empty>
      )}
      {opened && (
        <QuestionDialog
          question={opened}
          onClose={() => {
            setOpened(null);
            focus('[role=grid]');
          }}
        />
      )}
    </div>
  );
}
