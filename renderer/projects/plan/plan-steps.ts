import type { PlanNode } from '@shared/model/project.ts';
import type { PlanColumn } from '@shared/projects/edits.ts';
import { goTo, type CellRange, type GridCommand, type GridState } from '../../ui/grid/grid-state.ts';
import { clearCells, insertRow, moveRows, pasteCells, removeRows, type RefusedCell } from './plan-edits.ts';

/** What the person is told after a step; it stays until the next one. */
export type PlanNews =
  | { readonly kind: 'removed'; readonly count: number }
  | { readonly kind: 'pasted'; readonly count: number; readonly added: number; readonly refused: readonly RefusedCell[] }
  | { readonly kind: 'tooMany'; readonly limit: number };

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
  readonly fields: readonly (PlanColumn | null)[];
  readonly grid: GridState;
  /** For dates without a year. */
  readonly year: number;
  readonly newNode: () => PlanNode;
}

/** A plan has some dozens of rows; a whole column of a worksheet on the clipboard is a slip. */
const mostPastedRows = 1_000;

type EditCommand = Exclude<GridCommand, { readonly kind: 'undo' | 'redo' | 'leave' }>;

/** What a command of the grid makes of the plan. */
export function stepOf(command: EditCommand, context: StepContext): PlanStep {
  const { rows, fields, grid, newNode } = context;
  switch (command.kind) {
    case 'clear': {
      const { top, bottom, left, right } = command.range;
      return { what: 'plan.clear', rows: clearCells(rows, top, bottom, fields.slice(left, right + 1)), grid, news: null };
    }
    case 'paste':
      return paste(command, context);
    case 'insertRow':
      return {
        what: 'plan.insert',
        rows: insertRow(rows, command.row, newNode()),
        grid: goTo({
          row: command.row,
          column: Math.max(
            0,
            fields.findIndex((field) => field !== null),
          ),
        }),
        news: null,
      };
    case 'removeRows':
      return remove(command.range, context);
    case 'moveRows':
      return move(command.range, command.by, context);
  }
}

function remove({ top, bottom }: CellRange, { rows, grid }: StepContext): PlanStep {
  const left = removeRows(rows, top, bottom);
  const row = Math.max(0, Math.min(top, left.length - 1));
  return {
    what: 'plan.remove',
    rows: left,
    grid: goTo({ row, column: grid.active.column }),
    news: { kind: 'removed', count: bottom - top + 1 },
  };
}

function move({ top, bottom }: CellRange, by: -1 | 1, { rows, grid }: StepContext): PlanStep {
  const moved = moveRows(rows, top, bottom, by);
  if (moved === rows) return { what: 'plan.move', rows, grid, news: null };
  const { active, anchor } = grid;
  return {
    what: 'plan.move',
    rows: moved,
    grid: { active: { ...active, row: active.row + by }, anchor: { ...anchor, row: anchor.row + by }, editor: null },
    news: null,
  };
}

function paste({ at, cells }: Extract<GridCommand, { kind: 'paste' }>, { rows, fields, grid, year, newNode }: StepContext): PlanStep {
  const used = cells.slice(0, cells.findLastIndex((row) => row.some((cell) => cell !== '')) + 1);
  if (used.length > mostPastedRows) return { what: 'plan.paste', rows, grid, news: { kind: 'tooMany', limit: mostPastedRows } };
  const { refused, added, rows: filled } = pasteCells(rows, at.row, used, { columns: fields.slice(at.column), year, newNode });
  const width = Math.max(1, ...used.map((row) => row.length));
  const last = { row: at.row + Math.max(1, used.length) - 1, column: Math.min(at.column + width, fields.length) - 1 };
  return {
    what: 'plan.paste',
    rows: filled,
    grid: { active: at, anchor: last, editor: null },
    news: { kind: 'pasted', count: used.length, added, refused },
  };
}
