import type { ReactNode } from 'react';
import { checkNode, nodeGaps, type NodeGap } from '@shared/projects/check.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { cellText, type PlanColumn } from '@shared/projects/edits.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { deviationDays, nodeState } from '@shared/projects/states.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { AdjustedDate, DateCell, Forecast, LinksCell, MissingSign, State } from './cells.tsx';
import type { PlanField } from './edits/plan-field.ts';
import { isAdjusted, type PlanRow } from './plan-rows.ts';
import { isSpare } from './edits/spare-row.ts';

export type PlanWords = Messages['projects']['plan'];
export type PlanColumnId = keyof PlanWords['columns'];

export interface PlanGridColumn extends GridColumn<PlanRow> {
  readonly id: PlanColumnId;
  /** The field that is typed into; null where the column is computed. */
  readonly field: PlanField | null;
  /** It holds what was approved: somebody who types into it is told where the present plan stands. */
  readonly locked: boolean;
}

export interface ColumnOptions {
  readonly words: PlanWords;
  readonly states: Messages['projects']['state'];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly dueSoonDays: number;
  readonly calendar: LegalCalendar;
  /** The plan is approved: what was approved is shown and cannot be typed over, the present plan stands beside it. */
  readonly approved: boolean;
}

/** Columns of 推进计划表, in the order of the printed form. */
export function planColumns(options: ColumnOptions): PlanGridColumn[] {
  const typed = (field: PlanColumn, width: number): PlanGridColumn => typedColumn(field, width, options);
  return [
    numberColumn(options),
    { ...typed('phase', 92), frozen: true, view: (row) => phaseView(row) },
    { ...typed('title', 168), frozen: true },
    typed('duty', 250),
    typed('deliverable', 190),
    typed('owner', 88),
    typed('department', 110),
    typed('supporters', 110),
    linksColumn(options),
    typed('weight', 64),
    ...(options.approved ? approvedDates(options) : [typed('plannedStart', 132), typed('plannedFinish', 132)]),
    typed('actualStart', 124),
    typed('actualFinish', 124),
    typed('progress', 72),
    computed('workdays', 84, options, ({ node }) => workdays(node, options.calendar)),
    stateColumn(options),
    computed('deviation', 84, options, (row) => signed(deviation(row, options.today))),
    {
      ...computed('forecast', 128, options, (row) => row.forecast),
      align: 'left',
      view: (row) => <Forecast row={row} words={options.words} />,
    },
    computed('evidence', 72, options, ({ evidence }) => (evidence === 0 ? '' : options.words.files(evidence))),
    typed('nextSteps', 200),
    typed('note', 150),
  ];
}

/** 序号; the spare row has none, and is copied empty. */
function numberColumn(options: ColumnOptions): PlanGridColumn {
  const numbers = computed('number', 52, options, (row, index) => (isSpare(row) ? '' : String(index + 1)));
  return { ...numbers, view: (row, index) => (isSpare(row) ? '＋' : index + 1) };
}

const frozenIds: ReadonlySet<PlanColumnId> = new Set(['number', 'phase', 'title']);

function computed(id: PlanColumnId, width: number, { words }: ColumnOptions, text: PlanGridColumn['text']): PlanGridColumn {
  const isHead = id === 'number';
  const fixed = { editable: false, frozen: frozenIds.has(id), rowHead: isHead, align: 'right', field: null, locked: false } as const;
  return { id, title: words.columns[id], width, text, view: text, ...fixed };
}

const rightFields: ReadonlySet<PlanColumn> = new Set(['progress', 'weight']);

function typedColumn(field: PlanColumn, width: number, options: ColumnOptions): PlanGridColumn {
  return {
    id: field,
    title: options.words.columns[field],
    width,
    editable: true,
    frozen: false,
    rowHead: false,
    align: rightFields.has(field) ? 'right' : 'left',
    field,
    locked: false,
    text: (row) => (isSpare(row) ? '' : cellText(row.node, field)),
    view: (row) => typedView(row, field, options.words),
  };
}

function typedView(row: PlanRow, field: PlanColumn, words: PlanWords): ReactNode {
  const gaps: readonly NodeGap[] = checkNode(row.node);
  if (isSpare(row)) return '';
  if (gaps.some((gap) => gap === field)) return <MissingSign words={words} />;
  if (field === 'plannedStart' || field === 'plannedFinish') return <DateCell row={row} field={field} words={words} />;
  return cellText(row.node, field);
}

const phaseView = ({ node, repeatsPhase }: PlanRow): ReactNode =>
  repeatsPhase ? <span className="plan-repeated">{node.phase}</span> : node.phase;

/** 前置: numbers of rows. */
function linksColumn({ words }: ColumnOptions): PlanGridColumn {
  return {
    id: 'dependencies',
    title: words.columns.dependencies,
    width: 96,
    editable: true,
    frozen: false,
    rowHead: false,
    align: 'left',
    field: 'dependencies',
    locked: false,
    text: ({ links }) => links,
    view: (row) => <LinksCell row={row} words={words} />,
  };
}

/** 原计划 as it was approved, and 调整后, which is the present plan and takes the changes. */
function approvedDates(options: ColumnOptions): PlanGridColumn[] {
  const { words } = options;
  const original = (field: 'plannedStart' | 'plannedFinish'): PlanGridColumn => ({
    ...computed(field, 112, options, ({ approved }) => approved?.[field] ?? ''),
    align: 'left',
    locked: true,
  });
  const present = (id: 'adjustedStart' | 'adjustedFinish', field: 'plannedStart' | 'plannedFinish'): PlanGridColumn => ({
    ...typedColumn(field, 144, options),
    id,
    title: words.columns[id],
    view: (row) => !isSpare(row) && <AdjustedDate row={row} field={field} words={words} />,
  });
  return [
    original('plannedStart'),
    original('plannedFinish'),
    present('adjustedStart', 'plannedStart'),
    present('adjustedFinish', 'plannedFinish'),
  ];
}

function stateColumn(options: ColumnOptions): PlanGridColumn {
  const { states, words, today, approved } = options;
  return {
    ...computed('state', 132, options, (row) => {
      if (isSpare(row)) return '';
      const state = states[nodeState(row.node, today)];
      return approved && isAdjusted(row) ? `${state}${words.comma}${words.adjusted}` : state;
    }),
    align: 'left',
    view: (row) => !isSpare(row) && <State row={row} {...options} />,
  };
}

/** 工期: both ends counted; '' where a date is missing or the finish lies before the start. */
function workdays({ plannedStart, plannedFinish }: PlanNode, calendar: LegalCalendar): string {
  if (plannedStart === '' || plannedFinish === '' || plannedFinish < plannedStart) return '';
  return String(calendar.workdaysBetween(plannedStart, plannedFinish));
}

/** Against what was approved, where there is such a thing. */
function deviation({ node, approved }: PlanRow, today: string): number | null {
  return deviationDays(approved ? { ...node, plannedFinish: approved.plannedFinish } : node, today);
}

const signed = (days: number | null): string => (days === null ? '' : days > 0 ? `+${days}` : String(days));

/** How many nodes lack each part that 三化 asks for, in the order of the parts; only those that are lacking. */
export function missingParts(nodes: readonly PlanNode[]): [NodeGap, number][] {
  const counts = new Map<NodeGap, number>();
  for (const gap of nodes.flatMap(checkNode)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return nodeGaps.flatMap((gap): [NodeGap, number][] => (counts.has(gap) ? [[gap, counts.get(gap) ?? 0]] : []));
}
