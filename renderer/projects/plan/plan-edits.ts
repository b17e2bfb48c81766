import type { PlanNode } from '@shared/model/project.ts';
import { setCell, type CellProblem, type PlanColumn } from '@shared/projects/edits.ts';
import { insertAt } from '@shared/projects/order.ts';

type Rows = readonly PlanNode[];

/** A row with nothing in it yet. */
export function blankNode(projectId: string, id: string): PlanNode {
  return {
    id,
    projectId,
    order: 1,
    phase: '',
    title: '',
    duty: '',
    deliverable: '',
    owner: '',
    department: '',
    plannedStart: '',
    plannedFinish: '',
    actualFinish: '',
    progress: 0,
    note: '',
    supporters: '',
    actualStart: '',
    dependencies: [],
    weight: 1,
    nextSteps: '',
  };
}

/** Puts a row at a position (0 = first). */
export function insertRow(rows: Rows, position: number, node: PlanNode): PlanNode[] {
  const place = Math.max(0, Math.min(position, rows.length));
  const saved = new Map(insertAt(rows, place, node).map((row) => [row.id, row]));
  return rows.toSpliced(place, 0, node).map((row) => saved.get(row.id) ?? row);
}

/** Removes rows from `top` to `bottom`, both included. */
export const removeRows = (rows: Rows, top: number, bottom: number): PlanNode[] => rows.toSpliced(top, bottom - top + 1);

/** Moves rows one place up or down as a block; at the edge of the table nothing moves. */
export function moveRows(rows: Rows, top: number, bottom: number, by: -1 | 1): readonly PlanNode[] {
  const from = by < 0 ? top - 1 : bottom + 1;
  const neighbour = rows[from];
  if (!neighbour) return rows;
  // the block moves by its neighbour going to the other side of it: one row to save instead of many
  return insertRow(rows.toSpliced(from, 1), by < 0 ? bottom : top, neighbour);
}

/** Empties cells; columns that are computed (null) are passed over. */
export function clearCells(rows: Rows, top: number, bottom: number, columns: readonly (PlanColumn | null)[]): PlanNode[] {
  return rows.map((row, index) => (index < top || index > bottom ? row : columns.reduce(emptied, row)));
}

function emptied(node: PlanNode, column: PlanColumn | null): PlanNode {
  const edit = column === null ? { node } : setCell(node, column, '', 0); // an empty cell needs no year
  return 'node' in edit ? edit.node : node;
}

/** A pasted cell that its column did not take. */
export interface RefusedCell {
  /** Counted from 0. */
  readonly row: number;
  readonly column: PlanColumn;
  readonly text: string;
  readonly problem: CellProblem;
}

export interface Pasted {
  readonly rows: readonly PlanNode[];
  readonly added: number;
  readonly refused: readonly RefusedCell[];
}

interface PasteOptions {
  /** Columns from the first pasted one on; null where a column is computed. */
  readonly columns: readonly (PlanColumn | null)[];
  /** For dates without a year. */
  readonly year: number;
  readonly newNode: () => PlanNode;
}

/** Fills cells from row `top` on and adds the rows that are missing at the end. Cells beyond the last column are left out. */
export function pasteCells(rows: Rows, top: number, cells: readonly (readonly string[])[], options: PasteOptions): Pasted {
  const missing = Math.max(0, top + cells.length - rows.length);
  const long = Array.from({ length: missing }, options.newNode).reduce<Rows>((all, node) => insertRow(all, all.length, node), rows);
  const refused: RefusedCell[] = [];
  const filled = long.map((node, row) => {
    const texts = row < top ? undefined : cells[row - top];
    return texts ? fill(node, texts, options, (column, text, problem) => refused.push({ row, column, text, problem })) : node;
  });
  return { rows: filled, added: missing, refused };
}

type Refuse = (column: PlanColumn, text: string, problem: CellProblem) => void;

function fill(node: PlanNode, texts: readonly string[], { columns, year }: PasteOptions, refuse: Refuse): PlanNode {
  return texts.reduce((filled, text, place) => {
    const column = columns[place];
    if (!column) return filled;
    const edit = setCell(filled, column, text.trim(), year);
    if ('node' in edit) return edit.node;
    refuse(column, text, edit.problem);
    return filled;
  }, node);
}
