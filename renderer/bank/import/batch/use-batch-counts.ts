import { useCallback } from 'react';
import type { ProblemCode } from '@shared/bank/imported.ts';
import type { BankFacets } from '@shared/bank/search.ts';
import type { BankSearch } from '../../../data/bank/search/search.ts';
import { useAnswer } from '../../common/use-answer.ts';
import { batchQuery, type BatchFilter } from './batch-query.ts';

export interface BatchCounts {
  readonly totals: Readonly<Record<BatchFilter, number>>;
  /** Kinds of problem with how many entries have each, the most frequent first. */
  readonly problems: readonly (readonly [ProblemCode, number])[];
}

/** How many entries of an import each filter would show. Undefined until it has been counted. */
export function useBatchCounts(search: BankSearch | null, batchId: string): BatchCounts | undefined {
  const count = useCallback(
    async (asked: BankSearch) => countsOf(await asked.facets(batchQuery(batchId, { filter: 'all', code: null }))),
    [batchId],
  );
  return useAnswer(search, count);
}

function countsOf({ total, abouts, problems, withProblems }: BankFacets): BatchCounts {
  const about = new Map(abouts);
  const of = (name: 'refused' | 'new' | 'changed'): number => about.get(name) ?? 0;
  return {
    totals: { all: total, problem: withProblems, refused: of('refused'), new: of('new'), changed: of('changed') },
    problems: problems.toSorted(([, one], [, other]) => other - one),
  };
}
