import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import type { GroupName, ListedProblem } from './check-groups.ts';
import { EntryProblem } from './entry-problem.tsx';
import { PairProblem } from './pair-problem.tsx';

interface CheckGroupProps {
  readonly bank: Bank;
  readonly name: GroupName;
  readonly problems: readonly ListedProblem[];
}

const shownAtOnce = 20;

/** The problems of one group; a long group is shown a part at a time. */
export function CheckGroup({ bank, name, problems }: CheckGroupProps) {
  const { bankChecks } = useWords();
  const [shown, setShown] = useState(shownAtOnce);
  if (problems.length === 0) return null;
  const blocking = problems.filter(({ problem, decided }) => problem.blocks && decided === null).length;
  return (
    <details open={name === 'contradiction'} className="bank-checks">
      <summary>{bankChecks.groupName(bankChecks.groups[name], problems.length, blocking)}</summary>
      <p className="soft">{bankChecks.groupHints[name]}</p>
      <div className="stack">
        {problems.slice(0, shown).map((problem) => (
          <Listed key={problem.key} bank={bank} listed={problem} />
        ))}
        {problems.length > shown && (
          <div>
            <Button onClick={() => setShown(shown + shownAtOnce)}>{bankChecks.more(Math.min(shownAtOnce, problems.length - shown))}</Button>
          </div>
        )}
      </div>
    </details>
  );
}

function Listed({ bank, listed }: { readonly bank: Bank; readonly listed: ListedProblem }) {
  const { problem, decided } = listed;
  switch (problem.kind) {
    case 'contradiction':
    case 'duplicate':
    case 'similar':
      return <PairProblem bank={bank} problem={problem} decided={decided} />;
    case 'document':
    case 'finding':
      return <EntryProblem bank={bank} problem={problem} decided={decided} />;
    default:
      return never(problem);
  }
}
