import type { PlanNode } from '@shared/model/project.ts';
import { insertAt } from '@shared/projects/order.ts';
import { setField, type FieldEdit, type PlanField } from './plan-field.ts';

type Rows = readonly PlanNode[];

/** Puts rows one after another at a position (0 = first). */
export function insertRows(rows: Rows, position: number, nodes: readonly PlanNode[]): PlanNode[] {
  const place = Math.max(0, Math.min(position, rows.length));
  const saved = new Map(insertAt(rows, place, ...nodes).map((row) => [row.id, row]));
  return rows.toSpliced(place, 0, ...nodes).map((row) => saved.get(row.id) ?? row);
}

export interface Removed {
  readonly rows: PlanNode[];
  /** Links of other nodes to the removed ones, which go away with them. */
  readonly links: number;
}

/** Removes rows from `top` to `bottom`, both included, and what others had as 前置 in them. */
export function removeRows(rows: Rows, top: number, bottom: number): Removed {
  const gone = new Set(rows.slice(top, bottom + 1).map(({ id }) => id));
  let links = 0;
  const left = rows.toSpliced(top, bottom - top + 1).map((node) => {
    const dependencies = node.dependencies.filter(({ nodeId }) => !gone.has(nodeId));
    links += node.dependencies.length - dependencies.length;
    return dependencies.length === node.dependencies.length ? node : { ...node, dependencies };
  });
  return { rows: left, links };
}

/** Moves rows one place up or down as a block; at the edge of the table nothing moves. */
export function moveRows(rows: Rows, top: number, bottom: number, by: -1 | 1): readonly PlanNode[] {
  const from = by < 0 ? top - 1 : bottom + 1;
  const neighbour = rows[from];
  if (!neighbour) return rows;
  // the block moves by its neighbour going to the other side of it: one row to save instead of many
  return insertRows(rows.toSpliced(from, 1), by < 0 ? bottom : top, [neighbour]);
}

/** Empties cells; columns that are computed (null) are passed over. */
export function clearCells(rows: Rows, top: number, bottom: number, columns: readonly (PlanField | null)[]): PlanNode[] {
  const empty = (node: PlanNode, column: PlanField | null): PlanNode =>
    column === null ? node : taken(node, setField(node, column, '', { rows, year: 0 })); // an empty cell needs no year
  return rows.map((row, index) => (index < top || index > bottom ? row : columns.reduce(empty, row)));
}

/** Copies the first row's cells of a range into the rows below it. */
export function fillDown(rows: Rows, top: number, bottom: number, columns: readonly (PlanField | null)[]): PlanNode[] {
  const source = rows[top];
  if (!source) return [...rows];
  const fields = columns.filter((column) => column !== null);
  const values = Object.fromEntries(fields.map((field) => [field, source[field]]));
  return rows.map((row, index) => (index <= top || index > bottom ? row : withoutItself({ ...row, ...values })));
}

/** No node comes before itself, whatever was copied into it. */
function withoutItself(node: PlanNode): PlanNode {
  const dependencies = node.dependencies.filter(({ nodeId }) => nodeId !== node.id);
  return dependencies.length === node.dependencies.length ? node : { ...node, dependencies };
}

const taken = (node: PlanNode, edit: FieldEdit): PlanNode => ('node' in edit ? edit.node : node);

/** A pasted cell that its column did not take. */
export interface RefusedCell {
  readonly nodeId: string;
  /** Counted from 0. */
  readonly row: number;
  readonly column: PlanField;
  readonly text: string;
  readonly refusal: Exclude<FieldEdit, { readonly node: PlanNode }>;
}

export interface Pasted {
  readonly rows: readonly PlanNode[];
  readonly added: number;
  readonly refused: readonly RefusedCell[];
}

interface PasteOptions {
  /** Columns from the first pasted one on; null where a column is computed. */
  readonly columns: readonly (PlanField | null)[];
  /** For dates without a year. */
  readonly year: number;
  readonly newNode: () => PlanNode;
}

/** Fills cells from row `top` on and adds the rows that are missing at the end. Cells beyond the last column are left out. */
export function pasteCells(rows: Rows, top: number, cells: readonly (readonly string[])[], options: PasteOptions): Pasted {
  const missing = Math.max(0, top + cells.length - rows.length);
  const long = missing === 0 ? rows : insertRows(rows, rows.length, Array.from({ length: missing }, options.newNode));
  const context = { rows: long, year: options.year };
  const refused: RefusedCell[] = [];
  const filled = long.map((node, row) => {
    const texts = row < top ? [] : (cells[row - top] ?? []);
    return texts.reduce((now, text, place) => {
      const column = options.columns[place];
      if (!column) return now;
      const edit = setField(now, column, text.trim(), context);
      if (!('node' in edit)) refused.push({ nodeId: node.id, row, column, text, refusal: edit });
      return taken(now, edit);
    }, node);
  });
  return { rows: filled, added: missing, refused };
}

/** Takes the proposals of refused cells; cells of nodes that are gone, and those without a proposal, are passed over. */
export function takeProposals(rows: Rows, refused: readonly RefusedCell[], year: number): PlanNode[] {
  const byNode = Map.groupBy(refused, ({ nodeId }) => nodeId);
  return rows.map((row) =>
    (byNode.get(row.id) ?? []).reduce(
      (node, { column, refusal }) =>
        refusal.proposal === '' ? node : taken(node, setField(node, column, refusal.proposal, { rows, year })),
      row,
    ),
  );
}
