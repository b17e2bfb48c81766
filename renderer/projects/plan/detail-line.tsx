import { checkNode } from '@shared/projects/check.ts';
import { useWords } from '../../words.tsx';
import type { PlanGridColumn } from './columns.tsx';
import type { PlanRow } from './plan-rows.ts';

interface DetailLineProps {
  readonly row: PlanRow | undefined;
  readonly column: PlanGridColumn | undefined;
  /** Counted from 0. */
  readonly index: number;
}

/** Below the table: the whole text of the active cell, which its row may cut off, and what its signs mean. */
export function DetailLine({ row, column, index }: DetailLineProps) {
  const { plan } = useWords().projects;
  if (!row || !column) return null;
  const text = column.text(row, index);
  return (
    <div className="plan-detail">
      <strong>{plan.detail(index + 1, column.title)}</strong> <span className="plan-detail-text">{text || plan.emptyCell}</span>
      {remarks(row, column, plan).map((remark) => (
        <p key={remark} className="plan-remark">
          {remark}
        </p>
      ))}
    </div>
  );
}

function remarks(row: PlanRow, { locked, field }: PlanGridColumn, plan: ReturnType<typeof useWords>['projects']['plan']): string[] {
  const found: string[] = [];
  if (locked) found.push(plan.lockedDates);
  if (field === 'plannedFinish' && checkNode(row.node).includes('finishBeforeStart')) found.push(plan.reversed);
  if (field === 'plannedStart' && row.startsAfter) found.push(plan.startsAfter(row.startsAfter));
  if (field === 'plannedFinish' && row.finishesAfter) found.push(plan.finishesAfter(row.finishesAfter));
  if (field === 'dependencies') found.push(row.linkFault ? plan.linkFaultMeans[row.linkFault] : plan.linksHelp);
  return found;
}
