import { jumpFrom } from './grid-jump.ts';
import {
  clamp,
  extendTo,
  goTo,
  rowsSelected,
  same,
  selectionOf,
  tabTo,
  type CellAt,
  type GridCommand,
  type GridSize,
  type GridState,
} from './grid-state.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The table as the keys need to know it. */
export interface KeyContext {
  readonly size: GridSize;
  /** The last row is a spare one: a text entered there makes another one below it. */
  readonly hasSpareRow: boolean;
  /** Rows that are in sight at once. */
  readonly page: number;
  /** The active cell. */
  readonly cell: { readonly text: string; readonly editable: boolean };
  /** Whether anything stands in a cell. */
  readonly isFilled: (at: CellAt) => boolean;
}

/** What a key does. `enter`: the text goes into the cell, and only if it is taken does `next` become the state. */
export type KeyAnswer =
  | { readonly kind: 'state'; readonly state: GridState }
  | { readonly kind: 'enter'; readonly text: string; readonly next: GridState }
  | { readonly kind: 'newline' }
  | { readonly kind: 'command'; readonly command: GridCommand };

/** What a key means in a spreadsheet; null leaves it to the browser. */
export function pressed(state: GridState, press: KeyPress, context: KeyContext): KeyAnswer | null {
  return state.editor ? inEditor(state, state.editor, press, context) : onTable(state, press, context);
}

function inEditor(
  state: GridState,
  editor: NonNullable<GridState['editor']>,
  press: KeyPress,
  { size: now, hasSpareRow }: KeyContext,
): KeyAnswer | null {
  const { text } = editor;
  const size = hasSpareRow && text.trim() !== '' && state.active.row === now.rows - 1 ? { ...now, rows: now.rows + 1 } : now;
  const enterAnd = (at: CellAt, entered = text): KeyAnswer => ({ kind: 'enter', text: entered, next: goTo(clamp(at, size)) });
  const { row, column } = state.active;
  if (press.key === 'Escape') return { kind: 'state', state: { ...state, editor: null } };
  if (press.key === 'Enter' && press.alt) return { kind: 'newline' };
  if (press.key === 'Enter' && press.ctrl && editor.refusal?.proposal) return enterAnd({ row: row + 1, column }, editor.refusal.proposal);
  if (press.key === 'Enter') return enterAnd({ row: row + (press.shift ? -1 : 1), column: state.tabbedFrom ?? column });
  if (press.key === 'Tab')
    return { kind: 'enter', text, next: tabTo(state, beside(state.active, press.shift ? -1 : 1, size) ?? state.active) };
  if (editor.mode === 'editing') return null;
  if (press.key === 'F2') return { kind: 'state', state: { ...state, editor: { text, mode: 'editing', refusal: null } } };
  const step = steps[press.key];
  return step && !press.ctrl && !press.shift && !press.alt ? enterAnd(moved(state.active, step)) : null;
}

function onTable(state: GridState, press: KeyPress, context: KeyContext): KeyAnswer | null {
  const { size, cell } = context;
  const command = commandOf(state, press);
  if (command) return { kind: 'command', command };
  if (press.key === 'Tab') {
    const next = press.ctrl || press.alt ? null : beside(state.active, press.shift ? -1 : 1, size);
    return next && { kind: 'state', state: tabTo(state, next) };
  }
  if (press.key === 'Enter' && state.tabbedFrom !== null && !press.ctrl && !press.alt && !press.shift) {
    return { kind: 'state', state: goTo(clamp({ row: state.active.row + 1, column: state.tabbedFrom }, size)) };
  }
  const target = targetOf(state.active, press, context);
  if (target) return { kind: 'state', state: press.shift ? extendTo(state, target) : goTo(target) };
  if (press.key === 'a' && press.ctrl) return { kind: 'state', state: rowsSelected(0, size.rows - 1, size.columns) };
  if (press.key === ' ' && press.shift) {
    return { kind: 'state', state: rowsSelected(state.anchor.row, state.active.row, size.columns) };
  }
  return cell.editable ? opened(state, press, cell.text) : refused(state, press);
}

/** F2 and Enter edit what is there; Backspace starts from nothing. */
function opened(state: GridState, press: KeyPress, cellText: string): KeyAnswer | null {
  if (press.ctrl || press.alt) return null;
  const editorWith = (text: string, mode: 'typing' | 'editing'): KeyAnswer => ({
    kind: 'state',
    state: { ...state, anchor: state.active, editor: { text, mode, refusal: null } },
  });
  if (press.key === 'F2' || press.key === 'Enter') return editorWith(cellText, 'editing');
  return press.key === 'Backspace' ? editorWith('', 'typing') : null;
}

/** Letters, and keys that an input method takes, into a cell that holds a computed or approved value. */
function refused(state: GridState, { key, ctrl, alt }: KeyPress): KeyAnswer | null {
  if (ctrl || alt || !(key.length === 1 || ['F2', 'Enter', 'Backspace', 'Process'].includes(key))) return null;
  return { kind: 'command', command: { kind: 'locked', at: state.active } };
}

function commandOf(state: GridState, { key, ctrl, shift, alt }: KeyPress): GridCommand | null {
  const range = selectionOf(state);
  const count = range.bottom - range.top + 1;
  if (alt && !ctrl && key === 'ArrowUp') return { kind: 'moveRows', range, by: -1 };
  if (alt && !ctrl && key === 'ArrowDown') return { kind: 'moveRows', range, by: 1 };
  if (ctrl && key === 'Insert') return { kind: 'insertRows', row: shift ? range.top : range.bottom + 1, count };
  if (ctrl && key === 'Delete') return { kind: 'removeRows', range };
  if (key === 'Delete') return { kind: 'clear', range };
  if (ctrl && key.toLowerCase() === 'd') return { kind: 'fillDown', range };
  if (ctrl && key.toLowerCase() === 'z') return { kind: shift ? 'redo' : 'undo' };
  if (ctrl && key.toLowerCase() === 'y') return { kind: 'redo' };
  return key === 'Escape' ? { kind: 'leave' } : null;
}

type Step = readonly [rows: number, columns: number];
const steps: Readonly<Record<string, Step>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const moved = (at: CellAt, [rows, columns]: Step): CellAt => ({ row: at.row + rows, column: at.column + columns });

function targetOf(at: CellAt, { key, ctrl, alt }: KeyPress, { size, page, isFilled }: KeyContext): CellAt | null {
  const step = steps[key];
  if (step && !alt) return ctrl ? jumpFrom(at, step, size, isFilled) : clamp(moved(at, step), size);
  if (key === 'Home') return { row: ctrl ? 0 : at.row, column: 0 };
  if (key === 'End') return { row: ctrl ? size.rows - 1 : at.row, column: size.columns - 1 };
  if (key === 'PageUp') return clamp({ ...at, row: at.row - page }, size);
  return key === 'PageDown' ? clamp({ ...at, row: at.row + page }, size) : null;
}

/** The next cell in reading order; null at either end, so that Tab leaves the table there. */
function beside(at: CellAt, by: -1 | 1, size: GridSize): CellAt | null {
  const place = at.row * size.columns + at.column + by;
  if (place < 0 || place >= size.rows * size.columns) return null;
  const next = { row: Math.floor(place / size.columns), column: place % size.columns };
  return same(next, at) ? null : next;
}
