import type { PlanNode } from '../model/project.ts';
import { parseTypedDate, parseTypedProgress, parseTypedWeight } from './typed.ts';
import { proposeDate, type DateEnd } from './vague-date.ts';

const textColumns = ['phase', 'title', 'duty', 'deliverable', 'owner', 'department', 'supporters', 'nextSteps', 'note'] as const;
const dateColumns = ['plannedStart', 'plannedFinish', 'actualStart', 'actualFinish'] as const;
type DateColumn = (typeof dateColumns)[number];

/** The columns that a person can type into and that need no other row to be understood. */
export type PlanColumn = (typeof textColumns)[number] | DateColumn | 'progress' | 'weight';

export type CellProblem = 'not-a-date' | 'not-a-percentage' | 'not-a-weight' | 'too-long';
export type CellEdit =
  | { readonly node: PlanNode }
  /** `proposal`: what the person may have meant, for them to take or not; '' where there is nothing to propose. */
  | { readonly problem: CellProblem; readonly proposal: string };

/** As in the schema of work: what one cell may hold. */
export const longestText = 32_767;
const heaviest = 1_000;

/** What stands in a cell; typing it again changes nothing. */
export function cellText(node: PlanNode, column: PlanColumn): string {
  return String(node[column]);
}

/** The node with one cell typed over; the very same node where that changes nothing. Dates without a year take `year`. */
export function setCell(node: PlanNode, column: PlanColumn, text: string, year: number): CellEdit {
  if (text === cellText(node, column)) return { node };
  if (column === 'progress') return setNumber(node, column, parseTypedProgress(text), 100);
  if (column === 'weight') return setNumber(node, column, parseTypedWeight(text), heaviest);
  if (isDateColumn(column)) return setDate(node, column, text, year);
  return text.length > longestText ? { problem: 'too-long', proposal: '' } : { node: { ...node, [column]: text } };
}

function setNumber(node: PlanNode, column: 'progress' | 'weight', value: number, most: number): CellEdit {
  if (!(value >= 0 && value <= most)) return { problem: column === 'progress' ? 'not-a-percentage' : 'not-a-weight', proposal: '' };
  return { node: value === node[column] ? node : { ...node, [column]: value } };
}

function setDate(node: PlanNode, column: DateColumn, text: string, year: number): CellEdit {
  const date = parseTypedDate(text, year);
  if (date === null) return { problem: 'not-a-date', proposal: proposeDate(text, year, endOf(column)) ?? '' };
  return { node: date === node[column] ? node : { ...node, [column]: date } };
}

const endOf = (column: DateColumn): DateEnd => (column === 'plannedStart' || column === 'actualStart' ? 'start' : 'finish');

function isDateColumn(column: PlanColumn): column is DateColumn {
  return (dateColumns as readonly string[]).includes(column);
}
