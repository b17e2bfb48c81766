import { useState } from 'react';
import type { CheckProblem } from '@shared/bank/checks/report.ts';
import type { Bank, BankDecision } from '@shared/model/bank.ts';
import type { Failure } from '@shared/model/failure.ts';
import { decide, undecide } from '../../data/bank/decisions.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { decisionFor, decisionKindOf } from './check-groups.ts';
import { ReasonDialog } from './reason-dialog.tsx';

interface DecisionProps {
  readonly bank: Bank;
  readonly problem: CheckProblem;
  readonly decided: BankDecision | null;
  readonly onFailure: (failure: Failure | null) => void;
}

/** That a problem is none: decided with a reason where one is owed, and taken back. */
export function Decision({ bank, problem, decided, onFailure }: DecisionProps) {
  const { bankChecks } = useWords();
  const [asks, setAsks] = useState(false);
  const id = decisionFor(problem, bank.id);
  const kind = decisionKindOf(problem);
  if (id === null || kind === null) return null;
  const save = async (reason: string): Promise<void> => {
    const saved = await decide({ id, bankId: bank.id, kind, reason, at: Date.now() });
    onFailure(saved.ok ? null : saved.failure);
    if (saved.ok) setAsks(false);
  };
  const takeBack = async (): Promise<void> => {
    const saved = await undecide(id);
    onFailure(saved.ok ? null : saved.failure);
  };
  if (decided) {
    return (
      <>
        <span>{bankChecks.decidedBecause(decided.reason)}</span>
        <Button onClick={() => void takeBack()}>{bankChecks.takeBack}</Button>
      </>
    );
  }
  if (kind === 'not-duplicate') return <Button onClick={() => void save('')}>{bankChecks.notDuplicate}</Button>;
  const [label, title] =
    kind === 'not-contradiction' ? [bankChecks.bothRight, bankChecks.bothRightTitle] : [bankChecks.stillValid, bankChecks.stillValidTitle];
  return (
    <>
      <Button onClick={() => setAsks(true)}>{label}</Button>
      {asks && <ReasonDialog title={title} onDecide={(reason) => void save(reason)} onClose={() => setAsks(false)} />}
    </>
  );
}
