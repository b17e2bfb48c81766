import { useMemo, useRef, useState } from 'react';
import { unitOf } from '@shared/bank/imported.ts';
import type { Bank, BankBatch } from '@shared/model/bank.ts';
import type { BankSearch } from '../../../data/bank/search/search.ts';
import { Empty } from '../../../ui/empty.tsx';
import { onlyRow, within, type Selection } from '../../../ui/list/selection.ts';
import { useWords } from '../../../words.tsx';
import { StepBar } from '../../common/step-bar.tsx';
import { useEditing } from '../../common/use-editing.ts';
import { useFound } from '../../common/use-found.ts';
import { useMending } from '../../common/use-mending.ts';
import { useWork } from '../../common/use-work.ts';
import { WorkBar } from '../../common/work-bar.tsx';
import { LeaveDialog } from '../../edit/leave-dialog.tsx';
import { BatchActions } from './batch-actions.tsx';
import { BatchFilters } from './batch-filters.tsx';
import { BatchHead } from './batch-head.tsx';
import { batchQuery, type BatchView } from './batch-query.ts';
import { EntryList } from './entry-list.tsx';
import { EntryPane } from './entry-pane.tsx';
import { SourcePane } from './source-pane.tsx';
import { useBatchCounts } from './use-batch-counts.ts';

interface BatchProps {
  readonly bank: Bank;
  readonly search: BankSearch | null;
  readonly batch: BankBatch;
}

/** An import before it is accepted: the list, beside it the source as it stands and the question as it was understood. */
export function Batch({ bank, search, batch }: BatchProps) {
  const { edit } = useWords().bank;
  const [view, setView] = useState<BatchView>({ filter: 'all', code: null });
  const query = useMemo(() => batchQuery(batch.id, view), [batch.id, view]);
  const counts = useBatchCounts(search, batch.id);
  const found = useFound(search, query);
  const [chosen, setChosen] = useState<Selection>(onlyRow(0));
  const selection = within(chosen, found.total ?? Number.MAX_SAFE_INTEGER);
  const editing = useEditing();
  const work = useWork();
  const [news, setNews] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const ref = found.refAt(selection.active);
  const entry = found.entryAt(selection.active);
  const open = (): void => {
    if (ref && entry) editing.open({ kind: 'entry', ref, entry });
  };
  const onMend = useMending({ bankId: bank.id, search, query, problems: counts?.problems ?? [], entryRef: ref, work, onNews: setNews });
  const show = (next: BatchView): void =>
    editing.leaveFor(() => {
      setView(next);
      setChosen(onlyRow(0));
    });
  return (
    <>
      <BatchHead batch={batch} />
      <div className="bank-bars">
        <BatchActions bank={bank} search={search} batch={batch} counts={counts} work={work} onNews={setNews} />
        <StepBar bankId={bank.id} work={work} news={news} onNews={setNews} />
      </div>
      <WorkBar work={work} />
      <BatchFilters batch={batch} counts={counts} view={view} onView={show} />
      {found.total === 0 ? (
        <NothingHere view={view} />
      ) : (
        <div className="bank-panes bank-panes-three" ref={list}>
          <EntryList
            found={found}
            unit={unitOf(batch.format)}
            selection={selection}
            onSelect={(next) => editing.leaveFor(() => setChosen(next))}
            onOpen={open}
          />
          <SourcePane sha256={batch.sha256} origin={entry?.origin ?? null} unit={unitOf(batch.format)} />
          <EntryPane
            bankId={bank.id}
            search={search}
            entry={entry}
            editing={editing}
            onEdit={open}
            onMend={onMend}
            onClosed={() => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
          />
        </div>
      )}
      {editing.asks && <LeaveDialog text={edit.leaveText} onStay={editing.stay} onLeave={editing.leave} />}
    </>
  );
}

function NothingHere({ view }: { readonly view: BatchView }) {
  const { list } = useWords().bankImport;
  return <Empty>{view.filter === 'all' && view.code === null ? list.allDone : list.none}</Empty>;
}
