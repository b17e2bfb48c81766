import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { ReturnedPlan } from '@shared/model/reviewing.ts';
import { snapshotDifferences } from '@shared/projects/merge/differences.ts';
import type { ReturnsOfProject } from '@shared/projects/merge/merge.ts';
import { countingReturns } from '@shared/projects/merge/settle.ts';
import { useLive } from '../../../data/live.ts';
import { readReturnsOf, settleReturn } from '../../../data/reviewing/returns.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { Differences } from './differences.tsx';
import { SnapshotSide } from './snapshot-side.tsx';

interface ConflictDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
}

/** What came in of one project side by side and cell by cell; one is chosen, the others are kept and set aside. */
export function ConflictDialog({ projectId, onClose }: ConflictDialogProps) {
  const { ledger, failures, app } = useWords();
  const { conflicts: words } = ledger;
  const [failure, setFailure] = useState<Failure | null>(null);
  const here = useLive(() => readReturnsOf(projectId), [projectId]);
  if (!here) return null;
  const [counting] = countingReturns(here.rows);
  const keep = async (plan: ReturnedPlan): Promise<void> => {
    const settled = await settleReturn(projectId, plan.id);
    if (settled.ok) onClose();
    else setFailure(settled.failure);
  };
  return (
    <Dialog
      title={words.dialog(counting?.facts.title ?? '')}
      onClose={onClose}
      wide
      actions={<Button onClick={onClose}>{app.close}</Button>}
    >
      <div className="stack">
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
        <div className="ledger-sides">
          {here.plans.map((plan, place) => (
            <SnapshotSide
              key={plan.id}
              plan={plan}
              place={place + 1}
              row={rowOf(here, plan)}
              counts={plan.id === counting?.id && counting.state === 'current'}
              onKeep={() => void keep(plan)}
            />
          ))}
        </div>
        <Differences plans={here.plans} differences={snapshotDifferences(here.plans.map(({ snapshot }) => snapshot))} />
      </div>
    </Dialog>
  );
}

const rowOf = ({ rows }: ReturnsOfProject, { id }: ReturnedPlan) => rows.find((row) => id === row.id || id.startsWith(`${row.id}#`));
