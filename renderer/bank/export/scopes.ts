import type { BankQuery } from '@shared/bank/search.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { Bank } from '@shared/model/bank.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { selectedCount, type Selection } from '../../ui/list/selection.ts';
import { collect } from '../common/collect.ts';
import { pagesOfBank, pagesOfRefs } from '../common/entry-pages.ts';
import { chosenRefs } from '../list/chosen.ts';
import type { ExportScope } from './export-form.tsx';

type Words = Messages['bankPublish']['export'];

export const wholeBank = ({ id, counts }: Bank, words: Words): ExportScope => ({
  label: words.all(counts.kept),
  count: counts.kept,
  collect: (task) => collect(pagesOfBank(id), counts.kept, task),
});

/** What a list finds, `total` of them. */
export const foundByQuery = (search: BankSearch, query: BankQuery, total: number, words: Words): ExportScope => ({
  label: words.found(total),
  count: total,
  collect: async (task) => collect(pagesOfRefs(await search.all(query)), total, task),
});

/** What is chosen in a list. */
export function chosenRows(search: BankSearch, query: BankQuery, selection: Selection, words: Words): ExportScope {
  const count = selectedCount(selection);
  return {
    label: words.selected(count),
    count,
    collect: async (task) => collect(pagesOfRefs(await chosenRefs(search, query, selection)), count, task),
  };
}
