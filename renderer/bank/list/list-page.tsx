import { useCallback, useEffect, useRef, useState } from 'react';
import { everything, type BankFacets, type BankQuery } from '@shared/bank/search.ts';
import type { Bank } from '@shared/model/bank.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { nothingSelected, onlyRow, selectedCount, within, type Selection } from '../../ui/list/selection.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { StepBar } from '../common/step-bar.tsx';
import { useAnswer } from '../common/use-answer.ts';
import { useEditing } from '../common/use-editing.ts';
import { useFound } from '../common/use-found.ts';
import { useMending } from '../common/use-mending.ts';
import { useWork } from '../common/use-work.ts';
import { WorkBar } from '../common/work-bar.tsx';
import { LeaveDialog } from '../edit/leave-dialog.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Detail } from './detail.tsx';
import { Filters } from './filters.tsx';
import { NewQuestion } from './new-question.tsx';
import { QuestionList } from './question-list.tsx';

interface ListPageProps {
  readonly bank: Bank;
  readonly search: BankSearch | null;
  /** A question to begin with; '' for the first of the bank. */
  readonly questionId: string;
}

const kept: BankQuery = { ...everything, state: 'kept' };
const keptFacets = (search: BankSearch): Promise<BankFacets> => search.facets(kept);

/** The questions of a bank: search, filters, what is chosen, and one of them in full. */
export function ListPage({ bank, search, questionId }: ListPageProps) {
  const { bank: words, bankList } = useWords();
  const [query, setQuery] = useState<BankQuery>(questionId === '' ? kept : everything);
  const found = useFound(search, query);
  const [chosen, setChosen] = useState<Selection>(questionId === '' ? onlyRow(0) : nothingSelected);
  const selection = within(chosen, found.total ?? Number.MAX_SAFE_INTEGER);
  const editing = useEditing();
  const work = useWork();
  const [news, setNews] = useState('');
  const facets = useAnswer(search, keptFacets);
  const onMend = useMending({
    bankId: bank.id,
    search,
    query: kept,
    problems: facets?.problems ?? [],
    entryRef: found.refAt(selection.active),
    work,
    onNews: setNews,
  });
  const box = useRef<HTMLDivElement>(null);
  useStart(search, questionId, setChosen);
  useKeys((key) => {
    if (key !== '/') return false;
    box.current?.querySelector<HTMLElement>('input[type=search]')?.focus();
    return true;
  });
  const ref = found.refAt(selection.active);
  const entry = found.entryAt(selection.active);
  const open = (): void => {
    if (ref && entry) editing.open({ kind: 'entry', ref, entry });
  };
  const focusList = (): void => box.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const ask = (next: BankQuery): void =>
    editing.leaveFor(() => {
      setQuery(next);
      setChosen(onlyRow(0));
    });
  const { counts } = bank;
  if (counts.kept + counts.withdrawn + counts.staged + counts.refused === 0 && editing.form === null) {
    return <NoQuestions bankId={bank.id} onNew={() => editing.open({ kind: 'new' })} />;
  }
  const several = selectedCount(selection) > 1;
  return (
    <div className="stack" ref={box}>
      <Filters search={search} query={query} total={found.total} onQuery={ask} onDown={focusList} />
      <div className="bank-bars">
        <BulkBar
          bank={bank}
          search={search}
          query={query}
          selection={selection}
          work={work}
          onNews={setNews}
          onNew={() => editing.leaveFor(() => editing.open({ kind: 'new' }))}
        />
        <StepBar bankId={bank.id} work={work} news={news} onNews={setNews} />
      </div>
      <WorkBar work={work} />
      <div className="bank-panes bank-panes-two">
        {found.total === 0 ? (
          <Empty>{bankList.none}</Empty>
        ) : (
          <QuestionList found={found} selection={selection} onSelect={(next) => editing.leaveFor(() => setChosen(next))} onOpen={open} />
        )}
        {editing.form?.kind === 'new' ? (
          <NewQuestion bankId={bank.id} search={search} editing={editing} onClosed={focusList} />
        ) : (
          <Detail
            bank={bank}
            search={search}
            entryRef={ref}
            several={several ? selectedCount(selection) : 0}
            editing={editing}
            onMend={onMend}
            onClosed={focusList}
          />
        )}
      </div>
      {editing.asks && <LeaveDialog text={words.edit.leaveText} onStay={editing.stay} onLeave={editing.leave} />}
    </div>
  );
}

/** Goes to the question that the address names, as soon as the bank has been read so far. */
function useStart(search: BankSearch | null, questionId: string, onChosen: (selection: Selection) => void): void {
  const ask = useCallback(async (asked: BankSearch) => (questionId === '' ? -1 : asked.placeOf(everything, questionId)), [questionId]);
  const row = useAnswer(search, ask) ?? -1;
  useEffect(() => {
    if (row >= 0) onChosen(onlyRow(row));
  }, [row, onChosen]);
}

function NoQuestions({ bankId, onNew }: { readonly bankId: string; readonly onNew: () => void }) {
  const { bankList } = useWords();
  return (
    <Empty>
      <p>{bankList.empty}</p>
      <div className="row bank-center">
        <a className="button button-main" href={hrefOf('bank', bankId, 'import')}>
          {bankList.toImport}
        </a>
        <button type="button" className="button" onClick={onNew}>
          {bankList.create}
        </button>
      </div>
    </Empty>
  );
}
