import { useEffect, useState } from 'react';
import type { CheckReport } from '@shared/bank/checks/report.ts';
import type { Failure } from '@shared/model/failure.ts';
import { checkBank } from '../../data/bank/checks/checks.ts';
import { useWords } from '../../words.tsx';
import { useWork, type Work } from '../common/use-work.ts';

/** A report and when it was made. */
export interface DatedReport {
  readonly report: CheckReport;
  readonly at: number;
}

// Kept while the program runs: going to a question and back does not ask for another check.
const reports = new Map<string, DatedReport>();

export interface Check {
  readonly last: DatedReport | null;
  readonly failure: Failure | null;
  readonly work: Work;
  /** Checks the whole bank; resolves to the report, or null where it was cancelled or failed. */
  readonly run: () => Promise<CheckReport | null>;
}

/** The checks of one bank. */
export function useCheck(bankId: string): Check {
  const { bankChecks } = useWords();
  const [last, setLast] = useState<DatedReport | null>(reports.get(bankId) ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const work = useWork();
  const { cancel } = work;
  useEffect(() => cancel, [cancel]); // a check that nobody waits for any more ends
  return {
    last,
    failure,
    work,
    async run() {
      const result = await work.run(bankChecks.running, (task) => checkBank(bankId, task));
      setFailure(result.ok || result.failure.kind === 'cancelled' ? null : result.failure);
      if (!result.ok) return null;
      const dated = { report: result.value, at: Date.now() };
      reports.set(bankId, dated);
      setLast(dated);
      return result.value;
    },
  };
}
