import { useState } from 'react';
import type { CheckProblem } from '@shared/bank/checks/report.ts';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { ProblemCode } from '@shared/bank/imported.ts';
import { mendFor } from '@shared/bank/work/mend.ts';
import { problemsOf } from '@shared/bank/work/problems.ts';
import type { Bank, BankDecision, BankEntry } from '@shared/model/bank.ts';
import type { Failure } from '@shared/model/failure.ts';
import { mendAll } from '../../data/bank/edits.ts';
import { readEntry } from '../../data/bank/entries.ts';
import { unwatched } from '../../data/bank/steps.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { useStep } from '../common/use-step.ts';
import { Decision } from './decision.tsx';

type OneEntry = Extract<CheckProblem, { entry: unknown }>;

interface EntryProblemProps {
  readonly bank: Bank;
  readonly problem: OneEntry;
  readonly decided: BankDecision | null;
}

/** Something about one question: what it is, and the way to the question. */
export function EntryProblem({ bank, problem, decided }: EntryProblemProps) {
  const { bankChecks, bankImport, bankProblems, failures } = useWords();
  const newStep = useStep();
  const [failure, setFailure] = useState<Failure | null>(null);
  const entry = useLive(() => readEntry(problem.entry), [problem.entry.id]);
  const mend = entry && problem.kind === 'finding' ? mendFor(problem.finding.code, entry) : null;
  const apply = async (): Promise<void> => {
    if (problem.kind !== 'finding') return;
    const mended = await mendAll(bank.id, [problem.entry], problem.finding.code, newStep(), unwatched());
    setFailure(mended.ok ? null : mended.failure);
  };
  const settled = entry !== undefined && isSettled(problem, entry);
  const stem = withoutEmphasis(entry?.question?.stem ?? '');
  return (
    <article className="bank-check">
      <p>
        <a href={hrefOf('bank', bank.id, 'questions', problem.entry.id)} aria-label={bankChecks.openNamed(stem)}>
          {stem}
        </a>
      </p>
      {settled && <p>{bankChecks.settledOne}</p>}
      <div className="row">
        {entry?.state === 'staged' && <Tag tone="warn">{bankChecks.staged}</Tag>}
        {problem.kind === 'finding' ? (
          <>
            <Tag tone={problem.finding.severity === 'error' ? 'bad' : 'warn'}>{bankProblems[problem.finding.code]}</Tag>
            <span>{bankImport.finding(problem.finding.code, problem.finding.message)}</span>
            {mend && <Button onClick={() => void apply()}>{bankImport.mends[mend.kind]}</Button>}
          </>
        ) : (
          <DocumentFact problem={problem} />
        )}
        <Decision bank={bank} problem={problem} decided={decided} onFailure={setFailure} />
      </div>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </article>
  );
}

/** What two questions have with each other is not seen in one alone; the next check tells. */
const ofSeveral: readonly ProblemCode[] = ['id-repeated', 'stem-repeated', 'answer-contradicts'];

/** Whether a look at the question today no longer finds the problem. */
function isSettled(problem: OneEntry, entry: BankEntry | null): boolean {
  if (!entry || entry.state === 'withdrawn') return true;
  if (problem.kind === 'document' || ofSeveral.includes(problem.finding.code)) return false;
  return problemsOf(entry).every(({ code }) => code !== problem.finding.code);
}

function DocumentFact({ problem }: { readonly problem: Extract<CheckProblem, { kind: 'document' }> }) {
  const { bankChecks } = useWords();
  const { document, year } = problem;
  return (
    <span>
      {bankChecks.superseded(document.title, year, document.by, document.byYear)} <span className="soft">{document.source}</span>
    </span>
  );
}
