import type { PlanNode } from '@shared/model/project.ts';
import { goTo, type CellRange, type GridCommand, type GridState } from '../../../ui/grid/grid-state.ts';
import { clearCells, fillDown, insertRows, moveRows, pasteCells, removeRows, type RefusedCell } from './plan-edits.ts';
import type { PlanField } from './plan-field.ts';

/** What the person is told after a step; it stays until the next one. */
export type PlanNews =
  /** `links`: 前置 of other nodes that went away with the rows. */
  | { readonly kind: 'removed'; readonly count: number; readonly links: number }
  | { readonly kind: 'pasted'; readonly count: number; readonly added: number; readonly refused: readonly RefusedCell[] }
  | { readonly kind: 'tooMany'; readonly limit: number }
  | { readonly kind: 'tooLong'; readonly limit: number }
  | { readonly kind: 'locked' };

export interface PlanStep {
  /** Name of the commit. */
  readonly what: string;
  readonly rows: readonly PlanNode[];
  /** Where the grid goes. */
  readonly grid: GridState;
  readonly news: PlanNews | null;
}

export interface StepContext {
  readonly rows: readonly PlanNode[];
  /** Every column in order; null where it is computed. */
  readonly fields: readonly (PlanField | null)[];
  readonly grid: GridState;
  /** For dates without a year. */
  readonly year: number;
  readonly newNode: () => PlanNode;
}

/** A plan has some dozens of rows; a whole column of a worksheet on the clipboard is a slip. */
const mostPastedRows = 2_000;
/** As in the schema of what is handed in. */
const mostRows = 5_000;

export type EditCommand = Exclude<GridCommand, { readonly kind: 'undo' | 'redo' | 'leave' | 'locked' }>;

/** What a command of the grid makes of the plan. */
export function stepOf(command: EditCommand, context: StepContext): PlanStep {
  const { rows, fields, grid } = context;
  switch (command.kind) {
    case 'clear': {
      const { top, bottom, left, right } = command.range;
      return { what: 'plan.clear', rows: clearCells(rows, top, bottom, fields.slice(left, right + 1)), grid, news: null };
    }
    case 'fillDown': {
      const { top, bottom, left, right } = command.range;
      const from = top === bottom ? top - 1 : top;
      const long = bottom < rows.length ? rows : insertRows(rows, rows.length, [context.newNode()]);
      return { what: 'plan.fill', rows: fillDown(long, from, bottom, fields.slice(left, right + 1)), grid, news: null };
    }
    case 'paste':
      return paste(command, context);
    case 'insertRows':
      return insert(command, context);
    case 'removeRows':
      return remove(command.range, context);
    case 'moveRows':
      return move(command.range, command.by, context);
  }
}

function insert({ row, count }: Extract<GridCommand, { kind: 'insertRows' }>, context: StepContext): PlanStep {
  const { rows, fields, grid, newNode } = context;
  const what = 'plan.insert';
  if (rows.length + count > mostRows) return { what, rows, grid, news: { kind: 'tooLong', limit: mostRows } };
  const firstField = Math.max(
    0,
    fields.findIndex((field) => field !== null),
  );
  return {
    what,
    rows: insertRows(rows, row, Array.from({ length: count }, newNode)),
    grid: goTo({ row, column: firstField }),
    news: null,
  };
}

function remove({ top, bottom }: CellRange, { rows, grid }: StepContext): PlanStep {
  const left = removeRows(rows, top, bottom);
  const row = Math.max(0, Math.min(top, left.rows.length - 1));
  return {
    what: 'plan.remove',
    rows: left.rows,
    grid: goTo({ row, column: grid.active.column }),
    news: { kind: 'removed', count: bottom - top + 1, links: left.links },
  };
}

function move({ top, bottom }: CellRange, by: -1 | 1, { rows, grid }: StepContext): PlanStep {
  const moved = moveRows(rows, top, bottom, by);
  if (moved === rows) return { what: 'plan.move', rows, grid, news: null };
  const { active, anchor } = grid;
  return {
    what: 'plan.move',
    rows: moved,
    grid: { ...goTo({ ...active, row: active.row + by }), anchor: { ...anchor, row: anchor.row + by } },
    news: null,
  };
}

function paste({ at, cells }: Extract<GridCommand, { kind: 'paste' }>, { rows, fields, grid, year, newNode }: StepContext): PlanStep {
  const what = 'plan.paste';
  const used = cells.slice(0, cells.findLastIndex((row) => row.some((cell) => cell !== '')) + 1);
  if (used.length > mostPastedRows) return { what, rows, grid, news: { kind: 'tooMany', limit: mostPastedRows } };
  if (at.row + used.length > mostRows) return { what, rows, grid, news: { kind: 'tooLong', limit: mostRows } };
  const { refused, added, rows: filled } = pasteCells(rows, at.row, used, { columns: fields.slice(at.column), year, newNode });
  const width = Math.max(1, ...used.map((row) => row.length));
  const last = { row: at.row + Math.max(1, used.length) - 1, column: Math.min(at.column + width, fields.length) - 1 };
  return {
    what,
    rows: filled,
    grid: { ...goTo(at), anchor: last },
    news: { kind: 'pasted', count: used.length, added, refused },
  };
}
