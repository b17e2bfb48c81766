import { problemsOf } from '@shared/bank/work/problems.ts';
import type { CollectedItem } from '@shared/ipc/contract.ts';
import type { BankEntry, EntryRef } from '@shared/model/bank.ts';
import { request } from '../../../bridge.ts';
import { readEntries } from '../../../data/bank/entries.ts';

const pageSize = 50;

/** Refused rows for the error workbook, page by page: what was understood, the row as it stands in the source, and why it is none. `placeOf` says where it stands. */
export async function* refusedItems(
  refs: readonly EntryRef[],
  sha256: string,
  placeOf: (entry: BankEntry) => string,
): AsyncGenerator<readonly CollectedItem[]> {
  for (let from = 0; from < refs.length; from += pageSize) {
    const entries = await readEntries(refs.slice(from, from + pageSize));
    yield await Promise.all(entries.flatMap((entry) => (entry?.draft ? [refusedItem(entry, entry.draft, sha256, placeOf(entry))] : [])));
  }
}

async function refusedItem(
  entry: BankEntry,
  draft: NonNullable<BankEntry['draft']>,
  sha256: string,
  source: string,
): Promise<CollectedItem> {
  const text = await sourceText(entry, sha256);
  const reasons = problemsOf(entry).map(({ message }) => message);
  return { question: null, score: entry.score, refused: { entryId: entry.id, draft, source, text, reasons } };
}

/** Cells apart by tabs, rows by line breaks; '' where the copy of the file cannot be read. */
async function sourceText({ origin }: BankEntry, sha256: string): Promise<string> {
  if (!origin) return '';
  const { sheet, row, lastRow } = origin;
  const rows = await request('bank:source', sha256, { sheet, row, lastRow });
  return rows.ok ? rows.value.map(({ cells }) => cells.join('\t').trimEnd()).join('\n') : '';
}
