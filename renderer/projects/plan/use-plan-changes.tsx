import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { PlanNode } from '@shared/model/project.ts';
import { changeNotes, differencesToExplain, type ChangeReason, type PlanDifference } from '@shared/projects/change-notes.ts';
import { actorOf } from '../../actor.ts';
import { noNotes } from '../../data/projects/plan.ts';
import { useSession } from '../../session.tsx';
import { ReasonDialog } from './tools/reason-dialog.tsx';
import type { PlanSession } from './session/plan-session.ts';

/** What happens to a step that may have to wait for its reason. */
export interface StepEnd {
  /** `asked`: the person was asked first, and the focus was in that question. */
  readonly onDone: (asked: boolean) => void;
  /** The person gave no reason: nothing was changed. */
  readonly onCancel: () => void;
}

export type ChangePlan = (what: string, rows: readonly PlanNode[], end: StepEnd) => void;

interface PlanChanges {
  /** Makes the shown table this one; at once, or once there is a reason where the plan is approved and the step asks for one. */
  readonly change: ChangePlan;
  /** Asks for the reason while a step waits. */
  readonly dialog: ReactNode;
}

interface Waiting {
  readonly what: string;
  readonly rows: readonly PlanNode[];
  readonly differences: readonly PlanDifference[];
  readonly end: StepEnd;
}

const noReason: ChangeReason = { reason: '', approvedBy: '' };

interface PlanChangesOptions {
  readonly session: PlanSession;
  readonly projectId: string;
  readonly approved: boolean;
  readonly baseline: readonly PlanNode[];
}

/** The one way in which screens change a plan: table, bars, imports and reckonings. */
export function usePlanChanges({ session, projectId, approved, baseline }: PlanChangesOptions): PlanChanges {
  const { person } = useSession();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [last, setLast] = useState(noReason);

  const change: ChangePlan = (what, rows, end) => {
    const differences = approved ? differencesToExplain(session.view()?.rows ?? [], rows, baseline) : [];
    if (differences.length > 0) return setWaiting({ what, rows, differences, end });
    session.change(what, rows, noNotes);
    end.onDone(false);
  };

  const finish = ({ what, rows, differences, end }: Waiting, reason: ChangeReason): void => {
    const newId = (): string => crypto.randomUUID();
    const add = changeNotes(differences, { ...reason, projectId, by: actorOf(person), at: Date.now(), newId });
    session.change(what, rows, { add, remove: [] });
    setLast(reason);
    flushSync(() => setWaiting(null)); // the question is gone before the focus goes on
    end.onDone(true);
  };

  const dialog = waiting && (
    <ReasonDialog
      differences={waiting.differences}
      last={last}
      onReason={(reason) => finish(waiting, reason)}
      onCancel={() => {
        flushSync(() => setWaiting(null));
        waiting.end.onCancel();
      }}
    />
  );
  return { change, dialog };
}
