import { useCallback } from 'react';
import type { BankQuery } from '@shared/bank/search.ts';
import type { Bank } from '@shared/model/bank.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Selection } from '../../ui/list/selection.ts';
import { useWords } from '../../words.tsx';
import { useAnswer } from '../common/use-answer.ts';
import { ExportForm } from './export-form.tsx';
import { chosenRows, foundByQuery, wholeBank } from './scopes.ts';

interface ExportDialogProps {
  readonly bank: Bank;
  readonly search: BankSearch;
  readonly query: BankQuery;
  readonly selection: Selection;
  readonly onClose: () => void;
}

/** Exports what is chosen, what is found, or the whole bank. */
export function ExportDialog({ bank, search, query, selection, onClose }: ExportDialogProps) {
  const { bankPublish, app } = useWords();
  const words = bankPublish.export;
  const count = useCallback(async (asked: BankSearch) => (await asked.find(query, 0, 0)).total, [query]);
  const total = useAnswer(search, count);
  if (total === undefined) return null;
  const scopes = [chosenRows(search, query, selection, words), foundByQuery(search, query, total, words), wholeBank(bank, words)];
  return (
    <Dialog wide title={words.title} onClose={onClose} actions={<Button onClick={onClose}>{app.close}</Button>}>
      <ExportForm title={bank.title} scopes={scopes} />
    </Dialog>
  );
}
