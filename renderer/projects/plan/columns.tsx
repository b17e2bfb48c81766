import type { ReactNode } from 'react';
import { type NodeState, type PlanNode } from '@shared/model/project.ts';
import type { Messages } from '@shared/messages/index.ts';
import { checkNode, nodeGaps, type NodeGap } from '@shared/projects/check.ts';
import { daysBetween } from '@shared/projects/days.ts';
import { cellText, type PlanColumn } from '@shared/projects/edits.ts';
import { deviationDays, dueSoon, nodeState } from '@shared/projects/states.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { Tag } from '../../ui/tag.tsx';

export interface PlanGridColumn extends GridColumn<PlanNode> {
  /** The field that is typed into; null where the column is computed. */
  readonly field: PlanColumn | null;
}

interface ColumnOptions {
  readonly words: Messages['projects']['plan'];
  readonly states: Messages['projects']['state'];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly dueSoonDays: number;
}

/** Columns of 推进计划表, in the order of the printed form. */
export function planColumns(options: ColumnOptions): PlanGridColumn[] {
  const { words, states, today } = options;
  const field = typedColumns(words);
  const number: ComputedColumn = { id: 'number', width: 52, align: 'right', frozen: true, text: (_node, index) => String(index + 1) };
  const state: ComputedColumn = {
    id: 'state',
    width: 124,
    align: 'left',
    frozen: false,
    text: (node) => states[nodeState(node, today)],
    view: (node) => <State node={node} {...options} />,
  };
  const deviation: ComputedColumn = {
    id: 'deviation',
    width: 94,
    align: 'right',
    frozen: false,
    text: (node) => signed(deviationDays(node, today)),
  };
  return [
    computed(number, words),
    field('phase', 92, true),
    field('title', 168, true),
    field('duty', 250),
    field('deliverable', 190),
    field('owner', 88),
    field('department', 110),
    field('plannedStart', 112),
    field('plannedFinish', 112),
    field('actualFinish', 112),
    field('progress', 72),
    computed(state, words),
    computed(deviation, words),
    field('note', 150),
  ];
}

type ComputedColumn = Omit<PlanGridColumn, 'title' | 'editable' | 'field' | 'view'> & {
  readonly id: 'number' | 'state' | 'deviation';
  readonly view?: PlanGridColumn['view'];
};

function computed(column: ComputedColumn, words: ColumnOptions['words']): PlanGridColumn {
  return { view: column.text, ...column, title: words.columns[column.id], editable: false, field: null };
}

const typedColumns =
  (words: ColumnOptions['words']) =>
  (field: PlanColumn, width: number, frozen = false): PlanGridColumn => ({
    id: field,
    title: words.columns[field],
    width,
    editable: true,
    frozen,
    align: field === 'progress' ? 'right' : 'left',
    field,
    text: (node) => cellText(node, field),
    view: (node) => typedView(node, field, words),
  });

function typedView(node: PlanNode, field: PlanColumn, words: ColumnOptions['words']): ReactNode {
  const gaps: readonly NodeGap[] = checkNode(node);
  const text = cellText(node, field);
  if (gaps.some((gap) => gap === field)) return <span className="plan-missing">{words.missingSign}</span>;
  if (field !== 'plannedFinish' || !gaps.includes('finishBeforeStart')) return text;
  return (
    <>
      {text} <span className="plan-missing">{words.earlySign}</span>
    </>
  );
}

const tones = { notStarted: 'plain', underway: 'plain', done: 'good', overdue: 'bad' } as const satisfies Record<NodeState, string>;

/** The state in words; an overdue node says by how many days, one that is due soon says how many are left. */
function State({ node, words, states, today, dueSoonDays }: ColumnOptions & { readonly node: PlanNode }) {
  const state = nodeState(node, today);
  if (state === 'overdue') return <Tag tone="bad">{words.overdueDays(daysBetween(node.plannedFinish, today))}</Tag>;
  if (dueSoon(node, today, dueSoonDays)) return <Tag tone="warn">{words.dueIn(daysBetween(today, node.plannedFinish))}</Tag>;
  return <Tag tone={tones[state]}>{states[state]}</Tag>;
}

const signed = (days: number | null): string => (days === null ? '' : days > 0 ? `+${days}` : String(days));

/** How many nodes lack each part that 三化 asks for, in the order of the parts; only those that are lacking. */
export function missingParts(nodes: readonly PlanNode[]): [NodeGap, number][] {
  const found = nodes.flatMap(checkNode);
  const counts = nodeGaps.map((gap): [NodeGap, number] => [gap, found.filter((other) => other === gap).length]);
  return counts.filter(([, count]) => count > 0);
}
