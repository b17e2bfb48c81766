import { unitOf } from '@shared/bank/imported.ts';
import type { BankBatch, BankEntry } from '@shared/model/bank.ts';
import { fail } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import type { BankSearch } from '../../../data/bank/search/search.ts';
import { ExportOutcomeNotice } from '../../../export-outcome.tsx';
import { useExporting } from '../../../exporting.ts';
import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words.tsx';
import { collect } from '../../common/collect.ts';
import { useWork } from '../../common/use-work.ts';
import { WorkBar } from '../../common/work-bar.tsx';
import { batchQuery } from './batch-query.ts';
import { refusedItems } from './refused-items.ts';

interface ErrorsDialogProps {
  readonly search: BankSearch | null;
  readonly batch: BankBatch;
  /** How many rows were refused. */
  readonly count: number;
  readonly onClose: () => void;
}

/** 错误表: the refused rows with their reasons as a workbook, to be filled in by whoever made the file. */
export function ErrorsDialog({ search, batch, count, onClose }: ErrorsDialogProps) {
  const { bankImport, bankPublish, reports, app } = useWords();
  const places = usePlaces();
  const exporting = useExporting();
  const work = useWork();
  const placeOf = ({ origin }: BankEntry): string => (origin ? bankImport.source.rows(origin, unitOf(batch.format)) : '');
  const start = async (): Promise<void> => {
    const refs = (await search?.all(batchQuery(batch.id, { filter: 'refused', code: null }))) ?? [];
    const collection = await work.run(bankPublish.export.collecting, (task) =>
      collect(refusedItems(refs, batch.sha256, placeOf), refs.length, task),
    );
    if (collection === null) return exporting.start(async () => fail('cancelled'));
    const title = batch.file.replace(/\.[^.]*$/, '');
    await exporting.start((task) => request('bank:export', { collection, format: 'errors', title, place: places.chosen }, task));
  };
  const busy = work.running !== null || exporting.state.kind === 'writing';
  return (
    <Dialog
      title={bankImport.errors.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.close}</Button>
          <Button main disabled={busy || places.chosen === ''} onClick={() => void start()}>
            {reports.export}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{bankImport.errors.hint(count)}</p>
        <PlaceChoice legend={reports.place} places={places} />
        <WorkBar work={work} />
        <ExportOutcomeNotice task={exporting} />
      </div>
    </Dialog>
  );
}
