import type { ProblemCode } from '@shared/bank/imported.ts';
import type { BankBatch } from '@shared/model/bank.ts';
import { useWords } from '../../../words.tsx';
import { batchFilters, type BatchView } from './batch-query.ts';
import type { BatchCounts } from './use-batch-counts.ts';

interface BatchFiltersProps {
  readonly batch: BankBatch;
  readonly counts: BatchCounts | undefined;
  readonly view: BatchView;
  readonly onView: (view: BatchView) => void;
}

/** What of the import is shown: each filter with its count, and the kinds of problem. */
export function BatchFilters({ batch, counts, view, onView }: BatchFiltersProps) {
  const { bankImport, bankProblems } = useWords();
  const words = bankImport.filters;
  return (
    <div className="row" role="group" aria-label={words.name}>
      {batchFilters.map((filter) => (
        <button
          key={filter}
          type="button"
          className="button bank-filter"
          aria-pressed={view.filter === filter && view.code === null}
          onClick={() => onView({ filter, code: null })}
        >
          {words.count(words[filter], counts?.totals[filter] ?? 0)}
        </button>
      ))}
      {batch.unchanged > 0 && (
        <span className="soft" title={bankImport.unchangedHint}>
          {words.count(words.unchanged, batch.unchanged)}
        </span>
      )}
      {counts && counts.problems.length > 0 && (
        <select
          className="input"
          aria-label={words.code}
          value={view.code ?? ''}
          onChange={(event) =>
            onView({
              filter: view.code === null && event.target.value !== '' ? 'all' : view.filter,
              code: codeOf(event.target.value, counts),
            })
          }
        >
          <option value="">{words.anyCode}</option>
          {counts.problems.map(([code, count]) => (
            <option key={code} value={code}>
              {words.count(bankProblems[code], count)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

const codeOf = (value: string, { problems }: BatchCounts): ProblemCode | null => problems.find(([code]) => code === value)?.[0] ?? null;
