import type { PlanNode } from '../model/project.ts';
import { parseTypedDate, parseTypedProgress } from './typed.ts';

const textColumns = ['phase', 'title', 'duty', 'deliverable', 'owner', 'department', 'note'] as const;
const dateColumns = ['plannedStart', 'plannedFinish', 'actualFinish'] as const;

/** The columns that a person can type into. */
export type PlanColumn = (typeof textColumns)[number] | (typeof dateColumns)[number] | 'progress';

export type CellProblem = 'not-a-date' | 'not-a-percentage' | 'too-long';
export type CellEdit = { readonly node: PlanNode } | { readonly problem: CellProblem };

/** As in the schema of work: what one cell may hold. */
const longestText = 32_767;

/** What stands in a cell; typing it again changes nothing. */
export function cellText(node: PlanNode, column: PlanColumn): string {
  return String(node[column]);
}

/** The node with one cell typed over; the very same node where that changes nothing. Dates without a year take `year`. */
export function setCell(node: PlanNode, column: PlanColumn, text: string, year: number): CellEdit {
  if (text === cellText(node, column)) return { node };
  if (column === 'progress') return setProgress(node, parseTypedProgress(text));
  if (isDateColumn(column)) return setDate(node, column, parseTypedDate(text, year));
  return text.length > longestText ? { problem: 'too-long' } : { node: { ...node, [column]: text } };
}

function setProgress(node: PlanNode, progress: number): CellEdit {
  if (!(progress >= 0 && progress <= 100)) return { problem: 'not-a-percentage' };
  return { node: progress === node.progress ? node : { ...node, progress } };
}

function setDate(node: PlanNode, column: (typeof dateColumns)[number], date: string | null): CellEdit {
  if (date === null) return { problem: 'not-a-date' };
  return { node: date === node[column] ? node : { ...node, [column]: date } };
}

function isDateColumn(column: PlanColumn): column is (typeof dateColumns)[number] {
  return (dateColumns as readonly string[]).includes(column);
}
