import { clamp, extendTo, goTo, same, selectionOf, type CellAt, type GridCommand, type GridSize, type GridState } from './grid-state.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The active cell as the keys need to know it. */
export interface ActiveCell {
  readonly text: string;
  readonly editable: boolean;
}

/** What a key does. `enter`: the text goes into the cell, and only if it is taken does `next` become the state. */
export type KeyAnswer =
  | { readonly kind: 'state'; readonly state: GridState }
  | { readonly kind: 'enter'; readonly text: string; readonly next: GridState }
  | { readonly kind: 'newline' }
  | { readonly kind: 'command'; readonly command: GridCommand };

const pageRows = 10;

/** What a key means in a spreadsheet; null leaves it to the browser. */
export function pressed(state: GridState, press: KeyPress, size: GridSize, cell: ActiveCell): KeyAnswer | null {
  return state.editor ? inEditor(state, state.editor.text, press, size) : onTable(state, press, size, cell);
}

function inEditor(state: GridState, text: string, press: KeyPress, size: GridSize): KeyAnswer | null {
  const enterAnd = (at: CellAt): KeyAnswer => ({ kind: 'enter', text, next: goTo(clamp(at, size)) });
  const { row, column } = state.active;
  if (press.key === 'Escape') return { kind: 'state', state: { ...state, editor: null } };
  if (press.key === 'Enter' && press.alt) return { kind: 'newline' };
  if (press.key === 'Enter') return enterAnd({ row: row + (press.shift ? -1 : 1), column });
  if (press.key === 'Tab') return enterAnd(beside(state.active, press.shift ? -1 : 1, size) ?? state.active);
  if (state.editor?.mode === 'editing') return null;
  if (press.key === 'F2') return { kind: 'state', state: { ...state, editor: { ...state.editor, text, mode: 'editing', problem: '' } } };
  const step = steps[press.key];
  return step && !press.ctrl && !press.shift && !press.alt ? enterAnd(moved(state.active, step)) : null;
}

function onTable(state: GridState, press: KeyPress, size: GridSize, cell: ActiveCell): KeyAnswer | null {
  const command = commandOf(state, press);
  if (command) return { kind: 'command', command };
  if (press.key === 'Tab') {
    const next = press.ctrl || press.alt ? null : beside(state.active, press.shift ? -1 : 1, size);
    return next && { kind: 'state', state: goTo(next) };
  }
  const target = targetOf(state.active, press, size);
  if (target) return { kind: 'state', state: press.shift ? extendTo(state, target) : goTo(target) };
  if (press.key === 'a' && press.ctrl) return { kind: 'state', state: everything(size) };
  return opened(state, press, cell);
}

/** F2 and Enter edit what is there; Backspace starts from nothing. */
function opened(state: GridState, press: KeyPress, cell: ActiveCell): KeyAnswer | null {
  if (!cell.editable || press.ctrl || press.alt) return null;
  const editorWith = (text: string, mode: 'typing' | 'editing'): KeyAnswer => ({
    kind: 'state',
    state: { active: state.active, anchor: state.active, editor: { text, mode, problem: '' } },
  });
  if (press.key === 'F2' || press.key === 'Enter') return editorWith(cell.text, 'editing');
  return press.key === 'Backspace' ? editorWith('', 'typing') : null;
}

function commandOf(state: GridState, { key, ctrl, shift, alt }: KeyPress): GridCommand | null {
  const range = selectionOf(state);
  if (alt && !ctrl && key === 'ArrowUp') return { kind: 'moveRows', range, by: -1 };
  if (alt && !ctrl && key === 'ArrowDown') return { kind: 'moveRows', range, by: 1 };
  if (ctrl && key === 'Insert') return { kind: 'insertRow', row: shift ? range.top : range.bottom + 1 };
  if (ctrl && key === 'Delete') return { kind: 'removeRows', range };
  if (key === 'Delete') return { kind: 'clear', range };
  if (ctrl && key.toLowerCase() === 'z') return { kind: shift ? 'redo' : 'undo' };
  if (ctrl && key.toLowerCase() === 'y') return { kind: 'redo' };
  return key === 'Escape' ? { kind: 'leave' } : null;
}

type Step = readonly [rows: number, columns: number];
const steps: Readonly<Record<string, Step>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const moved = (at: CellAt, [rows, columns]: Step): CellAt => ({ row: at.row + rows, column: at.column + columns });

function targetOf(at: CellAt, { key, ctrl, alt }: KeyPress, size: GridSize): CellAt | null {
  const step = steps[key];
  if (step && !alt) return clamp(ctrl ? moved(at, [step[0] * size.rows, step[1] * size.columns]) : moved(at, step), size);
  if (key === 'Home') return { row: ctrl ? 0 : at.row, column: 0 };
  if (key === 'End') return { row: ctrl ? size.rows - 1 : at.row, column: size.columns - 1 };
  if (key === 'PageUp') return clamp({ ...at, row: at.row - pageRows }, size);
  return key === 'PageDown' ? clamp({ ...at, row: at.row + pageRows }, size) : null;
}

/** The next cell in reading order; null at either end, so that Tab leaves the table there. */
function beside(at: CellAt, by: -1 | 1, size: GridSize): CellAt | null {
  const place = at.row * size.columns + at.column + by;
  if (place < 0 || place >= size.rows * size.columns) return null;
  const next = { row: Math.floor(place / size.columns), column: place % size.columns };
  return same(next, at) ? null : next;
}

const everything = (size: GridSize): GridState => ({
  active: { row: size.rows - 1, column: size.columns - 1 },
  anchor: { row: 0, column: 0 },
  editor: null,
});
