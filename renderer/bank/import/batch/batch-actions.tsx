import { useMemo, useState } from 'react';
import type { Labels } from '@shared/bank/work/edits.ts';
import type { Bank, BankBatch } from '@shared/model/bank.ts';
import { acceptBatch, dropBatch, type Accepted } from '../../../data/bank/batches.ts';
import { bulkEdit } from '../../../data/bank/edits.ts';
import type { BankSearch } from '../../../data/bank/search/search.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words.tsx';
import { LabelDialog } from '../../common/label-dialog.tsx';
import { useSections } from '../../common/use-sections.ts';
import { useStep } from '../../common/use-step.ts';
import type { Work } from '../../common/use-work.ts';
import { readAsOf } from '../reread/read-as.ts';
import { RereadDialog } from '../reread/reread-dialog.tsx';
import { batchQuery } from './batch-query.ts';
import { ErrorsDialog } from './errors-dialog.tsx';
import type { BatchCounts } from './use-batch-counts.ts';

interface BatchActionsProps {
  readonly bank: Bank;
  readonly search: BankSearch | null;
  readonly batch: BankBatch;
  readonly counts: BatchCounts | undefined;
  readonly work: Work;
  readonly onNews: (news: string) => void;
}

/** Take the questions into the bank, write what is still open into a workbook, read the file in another way, or give it up. */
export function BatchActions({ bank, search, batch, counts, work, onNews }: BatchActionsProps) {
  const { bankImport, bankList, failures } = useWords();
  const sections = useSections(search);
  const [open, setOpen] = useState<'drop' | 'errors' | 'reread' | 'section' | null>(null);
  const newStep = useStep();
  const { all, refused } = counts?.totals ?? { all: 0, refused: 0 };
  const questions = all - refused;
  const accept = async (): Promise<void> => {
    const result = await work.run(bankImport.accepting, (task) => acceptBatch(bank.id, batch.id, null, newStep(), task));
    onNews(result.ok ? acceptedText(result.value, bankImport) : failures[result.failure.kind](result.failure.subject).what);
  };
  const drop = async (): Promise<void> => {
    setOpen(null);
    const result = await work.run(bankImport.dropping, (task) => dropBatch(bank.id, batch.id, null, newStep(), task));
    onNews(result.ok ? bankImport.dropped : failures[result.failure.kind](result.failure.subject).what);
  };
  const withoutSection = counts?.problems.find(([code]) => code === 'section-missing')?.[1] ?? 0;
  const giveSection = async (labels: Labels): Promise<void> => {
    setOpen(null);
    if (!search) return;
    const query = batchQuery(batch.id, { filter: 'all', code: 'section-missing' });
    const result = await work.run(bankList.bulk.running, async (task) =>
      bulkEdit(bank.id, await search.all(query), labels, newStep(), task),
    );
    onNews(result.ok ? bankList.bulk.done(result.value) : failures[result.failure.kind](result.failure.subject).what);
  };
  const source = useMemo(() => ({ file: batch.file, sha256: batch.sha256, asked: readAsOf(batch) }), [batch]);
  const busy = work.running !== null;
  return (
    <div className="row">
      <Button main disabled={busy || questions === 0} onClick={() => void accept()}>
        {bankImport.accept(questions)}
      </Button>
      {withoutSection > 0 && (
        <Button disabled={busy} onClick={() => setOpen('section')}>
          {bankImport.giveSection(withoutSection)}
        </Button>
      )}
      <Button disabled={busy || refused === 0} onClick={() => setOpen('errors')}>
        {bankImport.errors.open}
      </Button>
      <Button disabled={busy} onClick={() => setOpen('reread')}>
        {bankImport.reread.open}
      </Button>
      <Button disabled={busy || all === 0} onClick={() => setOpen('drop')}>
        {bankImport.drop}
      </Button>
      {open === 'section' && (
        <LabelDialog
          field="section"
          count={withoutSection}
          sections={sections}
          onApply={(labels) => void giveSection(labels)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'drop' && <DropDialog count={all} onDrop={() => void drop()} onClose={() => setOpen(null)} />}
      {open === 'errors' && <ErrorsDialog search={search} batch={batch} count={refused} onClose={() => setOpen(null)} />}
      {open === 'reread' && <RereadDialog bank={bank} source={source} batch={batch} work={work} onClose={() => setOpen(null)} />}
    </div>
  );
}

function acceptedText(
  { accepted, changed, unchanged, refused, conflicting }: Accepted,
  words: ReturnType<typeof useWords>['bankImport'],
): string {
  const parts = [words.accepted(accepted, changed)];
  if (unchanged > 0) parts.push(words.outcome.unchanged(unchanged));
  if (refused > 0) parts.push(words.stillRefused(refused));
  if (conflicting > 0) parts.push(words.conflicting(conflicting));
  return parts.join('');
}

interface DropDialogProps {
  readonly count: number;
  readonly onDrop: () => void;
  readonly onClose: () => void;
}

function DropDialog({ count, onDrop, onClose }: DropDialogProps) {
  const { bankImport, app } = useWords();
  return (
    <Dialog
      title={bankImport.dropTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main onClick={onDrop}>
            {bankImport.dropConfirm}
          </Button>
        </>
      }
    >
      <p>{bankImport.dropText(count)}</p>
    </Dialog>
  );
}
