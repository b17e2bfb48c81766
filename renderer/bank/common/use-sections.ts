import { everything } from '@shared/bank/search.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useAnswer } from './use-answer.ts';

const sectionsOf = async (search: BankSearch): Promise<readonly string[]> =>
  (await search.facets(everything)).sections.map(([name]) => name).filter((name) => name !== '');

/** Names of the sections that the bank has, to be proposed where one is typed. */
export const useSections = (search: BankSearch | null): readonly string[] => useAnswer(search, sectionsOf) ?? [];
