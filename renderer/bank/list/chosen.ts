import type { BankQuery } from '@shared/bank/search.ts';
import type { EntryRef } from '@shared/model/bank.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import type { Selection } from '../../ui/list/selection.ts';

/** The entries that the chosen rows of a list stand for. */
export async function chosenRefs(search: BankSearch, query: BankQuery, { stretches }: Selection): Promise<readonly EntryRef[]> {
  const pages = await Promise.all(stretches.map(({ from, last }) => search.find(query, from, last - from + 1)));
  return pages.flatMap(({ refs }) => refs);
}
