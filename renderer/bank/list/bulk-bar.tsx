import { useState } from 'react';
import type { BankQuery } from '@shared/bank/search.ts';
import type { Labels } from '@shared/bank/work/edits.ts';
import type { Bank, EntryRef } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import { bulkEdit, restore, withdraw } from '../../data/bank/edits.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import type { Task } from '../../data/bank/steps.ts';
import { Button } from '../../ui/button.tsx';
import { selectedCount, type Selection } from '../../ui/list/selection.ts';
import { useWords } from '../../words.tsx';
import { LabelDialog } from '../common/label-dialog.tsx';
import { useSections } from '../common/use-sections.ts';
import { useStep } from '../common/use-step.ts';
import type { Work } from '../common/use-work.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { chosenRefs } from './chosen.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface BulkBarProps {
  readonly bank: Bank;
  readonly search: BankSearch | null;
  readonly query: BankQuery;
  readonly selection: Selection;
  readonly work: Work;
  readonly onNews: (news: string) => void;
  readonly onNew: () => void;
}

/** What can be done with the chosen questions together; and a new one. */
export function BulkBar({ bank, search, query, selection, work, onNews, onNew }: BulkBarProps) {
  const { bankList, failures } = useWords();
  const words = bankList.bulk;
  const newStep = useStep();
  const sections = useSections(search);
  const [open, setOpen] = useState<'section' | 'topic' | 'difficulty' | 'withdraw' | 'export' | null>(null);
  const count = selectedCount(selection);
  const apply = async (change: (refs: readonly EntryRef[], task: Task) => Promise<Result<number>>): Promise<void> => {
    setOpen(null);
    if (!search) return;
    const result = await work.run(words.running, async (task) => change(await chosenRefs(search, query, selection), task));
    onNews(result.ok ? words.done(result.value) : failures[result.failure.kind](result.failure.subject).what);
  };
  const edit = (fields: Labels): void => void apply((refs, task) => bulkEdit(bank.id, refs, fields, newStep(), task));
  const disabled = count === 0 || work.running !== null;
  return (
    <div className="row" role="group" aria-label={words.name}>
      <span className="bank-count">{words.selected(count)}</span>
      {(['section', 'topic', 'difficulty'] as const).map((field) => (
        <Button key={field} disabled={disabled} onClick={() => setOpen(field)}>
          {words[field]}
        </Button>
      ))}
      {query.state === 'withdrawn' ? (
        <Button disabled={disabled} onClick={() => void apply((refs, task) => restore(bank.id, refs, newStep(), task))}>
          {words.restore}
        </Button>
      ) : (
        <Button disabled={disabled} onClick={() => setOpen('withdraw')}>
          {words.withdraw}
        </Button>
      )}
      <Button disabled={work.running !== null} onClick={() => setOpen('export')}>
        {words.export}
      </Button>
      <Button onClick={onNew}>{bankList.create}</Button>
      {(open === 'section' || open === 'topic' || open === 'difficulty') && (
        <LabelDialog field={open} count={count} sections={sections} onApply={edit} onClose={() => setOpen(null)} />
      )}
      {open === 'withdraw' && (
        <WithdrawDialog
          count={count}
          onWithdraw={() => void apply((refs, task) => withdraw(bank.id, refs, newStep(), task))}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'export' && search && (
        <ExportDialog bank={bank} search={search} query={query} selection={selection} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
