/** Place of a cell, counted from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns of a rectangle of cells, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** The open editor of the active cell. */
export interface GridEditor {
  readonly text: string;
  /** Typing replaced the cell, and an arrow leaves it; editing keeps the arrows for the caret. */
  readonly mode: 'typing' | 'editing';
  /** Why the text was not taken; null where nothing is wrong. */
  readonly refusal: Refusal | null;
}

/** Why a text was not taken into a cell. */
export interface Refusal {
  readonly problem: string;
  /** What may have been meant, for the person to take or not; '' where there is nothing to propose. */
  readonly proposal: string;
}

/** What dies with the screen: where the person is in the table and what stands in the editor. */
export interface GridState {
  readonly active: CellAt;
  /** The other corner of the selection; equal to `active` where one cell is selected. */
  readonly anchor: CellAt;
  readonly editor: GridEditor | null;
  /** Column in which a run of Tabs began; Enter leads back under it, as in a spreadsheet. Null where there was none. */
  readonly tabbedFrom: number | null;
}

const origin: CellAt = { row: 0, column: 0 };
export const startOfGrid: GridState = goTo(origin);

/** What the keys, the mouse and the clipboard ask of the table's owner. */
export type GridCommand =
  | { readonly kind: 'clear'; readonly range: CellRange }
  | { readonly kind: 'paste'; readonly at: CellAt; readonly cells: readonly (readonly string[])[] }
  /** The first row of the range goes into the rows below it; a single row is filled from the one above. */
  | { readonly kind: 'fillDown'; readonly range: CellRange }
  /** `row` is the position that the first new row gets. */
  | { readonly kind: 'insertRows'; readonly row: number; readonly count: number }
  | { readonly kind: 'removeRows'; readonly range: CellRange }
  | { readonly kind: 'moveRows'; readonly range: CellRange; readonly by: -1 | 1 }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Somebody wanted to type into a cell that takes nothing. */
  | { readonly kind: 'locked'; readonly at: CellAt }
  | { readonly kind: 'leave' };

/** One cell becomes active and the only one selected. */
export function goTo(at: CellAt): GridState {
  return { active: at, anchor: at, editor: null, tabbedFrom: null };
}

/** One of a run of Tabs: it is remembered where they began. */
export const tabTo = ({ active, tabbedFrom }: GridState, at: CellAt): GridState => ({
  ...goTo(at),
  tabbedFrom: tabbedFrom ?? active.column,
});

/** The selection grows or shrinks to a cell. */
export const extendTo = (state: GridState, at: CellAt): GridState => ({ ...goTo(at), anchor: state.anchor });

export function selectionOf({ active, anchor }: GridState): CellRange {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

/** Whole rows are selected, from one to another. */
export const rowsSelected = (from: number, to: number, columns: number): GridState => ({
  ...goTo({ row: to, column: 0 }),
  anchor: { row: from, column: columns - 1 },
});

/** Brings a state back into a table that has become smaller. */
export function within(state: GridState, size: GridSize): GridState {
  const active = clamp(state.active, size);
  const anchor = clamp(state.anchor, size);
  if (same(active, state.active) && same(anchor, state.anchor)) return state;
  return { ...goTo(active), anchor };
}

export const clamp = (at: CellAt, size: GridSize): CellAt => ({
  row: Math.max(0, Math.min(at.row, size.rows - 1)),
  column: Math.max(0, Math.min(at.column, size.columns - 1)),
});

export const same = (one: CellAt, other: CellAt): boolean => one.row === other.row && one.column === other.column;

/** Text arrived in the editor; the first character opens it and replaces the cell. */
export function typed(state: GridState, text: string): GridState {
  return { ...state, anchor: state.active, editor: { text, mode: state.editor?.mode ?? 'typing', refusal: null } };
}
