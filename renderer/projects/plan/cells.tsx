import type { Messages } from '@shared/messages/index.ts';
import type { NodeState } from '@shared/model/project.ts';
import { daysBetween } from '@shared/projects/days.ts';
import { dueSoon, nodeState } from '@shared/projects/states.ts';
import { Tag } from '../../ui/tag.tsx';
import { isAdjusted, type PlanRow } from './plan-rows.ts';

interface CellProps {
  readonly row: PlanRow;
  readonly words: Messages['projects']['plan'];
}

type DateField = 'plannedStart' | 'plannedFinish';

export const MissingSign = ({ words }: Pick<CellProps, 'words'>) => <span className="plan-missing">{words.missingSign}</span>;

/** A planned date, and what is wrong with it in words. */
export function DateCell({ row, field, words }: CellProps & { readonly field: DateField }) {
  const { node, startsAfter, finishesAfter } = row;
  const isReversed = field === 'plannedFinish' && node.plannedFinish !== '' && node.plannedFinish < node.plannedStart;
  const isEarly = (field === 'plannedStart' ? startsAfter : finishesAfter) !== '';
  return (
    <>
      {(isReversed || isEarly) && '⚠ '}
      {node[field]} {isReversed && <span className="plan-missing">{words.earlySign}</span>}
      {isEarly && <span className="plan-missing">{words.linkSign}</span>}
    </>
  );
}

/** The present plan beside what was approved: soft where nothing was changed. */
export function AdjustedDate({ row, field, words }: CellProps & { readonly field: DateField }) {
  const isSame = row.approved?.[field] === row.node[field];
  return (
    <span className={isSame ? 'plan-repeated' : ''}>
      {!isSame && row.node[field] !== '' && '△ '}
      <DateCell row={row} field={field} words={words} />
    </span>
  );
}

/** 前置, or what is wrong with it. */
export function LinksCell({ row, words }: CellProps) {
  return (
    <>
      {row.links} {row.linkFault && <span className="plan-missing">{words.linkFaults[row.linkFault]}</span>}
    </>
  );
}

/** 预测完成; one that lies behind the plan carries a sign. */
export function Forecast({ row, words }: CellProps) {
  const isLate = row.forecast !== '' && row.node.plannedFinish !== '' && row.forecast > row.node.plannedFinish;
  return (
    <>
      {isLate && <span className="plan-late">{words.lateSign} </span>}
      {row.forecast}
    </>
  );
}

const tones = { notStarted: 'plain', underway: 'plain', done: 'good', overdue: 'bad' } as const satisfies Record<NodeState, string>;

interface StateProps extends CellProps {
  readonly states: Messages['projects']['state'];
  readonly today: string;
  readonly dueSoonDays: number;
  readonly approved: boolean;
}

/** The state in words; an overdue node says by how many days, one that is due soon says how many are left. */
export function State({ row, words, states, today, dueSoonDays, approved }: StateProps) {
  const { node } = row;
  const state = nodeState(node, today);
  const adjusted = approved && isAdjusted(row) && <span className="plan-adjusted">{words.adjusted}</span>;
  return (
    <>
      <Tag tone={state === 'overdue' ? 'bad' : dueSoon(node, today, dueSoonDays) ? 'warn' : tones[state]}>
        {state === 'overdue'
          ? words.overdueDays(daysBetween(node.plannedFinish, today))
          : dueSoon(node, today, dueSoonDays)
            ? words.dueIn(daysBetween(today, node.plannedFinish))
            : states[state]}
      </Tag>
      {adjusted && ' '}
      {adjusted}
    </>
  );
}
