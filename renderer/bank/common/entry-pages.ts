import type { CollectedItem } from '@shared/ipc/contract.ts';
import type { EntryRef } from '@shared/model/bank.ts';
import { readEntries } from '../../data/bank/entries.ts';
import { keptQuestions } from '../../data/bank/publishing.ts';
import { itemsOf } from './collect.ts';

const pageSize = 200;

/** The questions of these entries, page by page in their order. */
export async function* pagesOfRefs(refs: readonly EntryRef[]): AsyncGenerator<readonly CollectedItem[]> {
  for (let from = 0; from < refs.length; from += pageSize) yield itemsOf(await readEntries(refs.slice(from, from + pageSize)));
}

/** Every question that the bank keeps, page by page in its order. */
export async function* pagesOfBank(bankId: string): AsyncGenerator<readonly CollectedItem[]> {
  for await (const entries of keptQuestions(bankId)) yield itemsOf(entries);
}
