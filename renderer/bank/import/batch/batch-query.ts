import type { ProblemCode } from '@shared/bank/imported.ts';
import { everything, type BankQuery } from '@shared/bank/search.ts';

export const batchFilters = ['all', 'problem', 'refused', 'new', 'changed'] as const;
export type BatchFilter = (typeof batchFilters)[number];

/** What of an import is shown. */
export interface BatchView {
  readonly filter: BatchFilter;
  /** One kind of problem, or null for any. */
  readonly code: ProblemCode | null;
}

/** What still waits in an import, as the search understands it. */
export function batchQuery(batchId: string, { filter, code }: BatchView): BankQuery {
  const about = filter === 'refused' || filter === 'new' || filter === 'changed' ? filter : null;
  const problem = code ?? (filter === 'problem' ? 'any' : null);
  return { ...everything, batch: batchId, state: 'staged', about, problem };
}
