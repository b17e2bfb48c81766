import { describe, expect, it } from 'vitest';
import { pressed, type KeyAnswer } from '../../../renderer/ui/grid/grid-keys.ts';
import { extendTo, goTo, within, type GridState } from '../../../renderer/ui/grid/grid-state.ts';

const size = { rows: 3, columns: 4 };
const cell = { text: '旧', editable: true };

/** 'Ctrl+Shift+Home' → the press of that key. */
function press(state: GridState, keys: string, active = cell): KeyAnswer | null {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.includes(name);
  return pressed(state, { key: parts.at(-1) ?? '', ctrl: has('Ctrl'), shift: has('Shift'), alt: has('Alt') }, size, active);
}

const at = (row: number, column: number): GridState => goTo({ row, column });
const editing = (text: string, mode: 'typing' | 'editing' = 'editing'): GridState => ({ ...at(1, 1), editor: { text, mode, problem: '' } });
const stateAfter = (answer: KeyAnswer | null): GridState | null => (answer?.kind === 'state' ? answer.state : null);

describe('moving over the table', () => {
  it.each([
    ['ArrowUp', 0, 1],
    ['ArrowDown', 2, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowRight', 1, 2],
    ['Ctrl+ArrowRight', 1, 3],
    ['Ctrl+ArrowUp', 0, 1],
    ['Home', 1, 0],
    ['End', 1, 3],
    ['Ctrl+Home', 0, 0],
    ['Ctrl+End', 2, 3],
    ['PageDown', 2, 1],
    ['PageUp', 0, 1],
    ['Tab', 1, 2],
    ['Shift+Tab', 1, 0],
  ])('%s goes from the middle to row %i, column %i', (key, row, column) => {
    expect(stateAfter(press(at(1, 1), key))).toEqual(at(row, column));
  });

  it('stops at the edges', () => {
    expect(stateAfter(press(at(0, 0), 'ArrowUp'))).toEqual(at(0, 0));
    expect(stateAfter(press(at(2, 3), 'ArrowRight'))).toEqual(at(2, 3));
  });

  it('goes on to the next row with Tab and leaves the table at its ends', () => {
    expect(stateAfter(press(at(0, 3), 'Tab'))).toEqual(at(1, 0));
    expect(stateAfter(press(at(1, 0), 'Shift+Tab'))).toEqual(at(0, 3));
    expect(press(at(2, 3), 'Tab')).toBeNull();
    expect(press(at(0, 0), 'Shift+Tab')).toBeNull();
  });

  it('extends the selection with Shift and selects everything with Ctrl+A', () => {
    expect(stateAfter(press(at(1, 1), 'Shift+ArrowDown'))).toEqual(extendTo(at(1, 1), { row: 2, column: 1 }));
    expect(stateAfter(press(at(1, 1), 'Ctrl+a'))).toEqual({ active: { row: 2, column: 3 }, anchor: { row: 0, column: 0 }, editor: null });
  });
});

describe('opening the editor', () => {
  it('edits what is there with F2 and Enter, and starts from nothing with Backspace', () => {
    expect(stateAfter(press(at(1, 1), 'F2'))).toEqual(editing('旧'));
    expect(stateAfter(press(at(1, 1), 'Enter'))).toEqual(editing('旧'));
    expect(stateAfter(press(at(1, 1), 'Backspace'))).toEqual(editing('', 'typing'));
  });

  it('leaves letters to the field, and opens nothing in a computed column', () => {
    expect(press(at(1, 1), 'a')).toBeNull();
    expect(press(at(1, 1), 'F2', { text: '1', editable: false })).toBeNull();
  });
});

describe('in the editor', () => {
  const entering = (row: number, column: number): KeyAnswer => ({ kind: 'enter', text: '新', next: at(row, column) });

  it.each([
    ['Enter', 2, 1],
    ['Shift+Enter', 0, 1],
    ['Tab', 1, 2],
    ['Shift+Tab', 1, 0],
  ])('%s takes the text and goes on', (key, row, column) => {
    expect(press(editing('新'), key)).toEqual(entering(row, column));
    expect(press(editing('新', 'typing'), key)).toEqual(entering(row, column));
  });

  it('gives the arrows to the caret while editing, and leaves with them after typing', () => {
    expect(press(editing('新'), 'ArrowRight')).toBeNull();
    expect(press(editing('新', 'typing'), 'ArrowRight')).toEqual(entering(1, 2));
    expect(stateAfter(press(editing('新', 'typing'), 'F2'))).toEqual(editing('新'));
  });

  it('abandons with Escape, breaks the line with Alt+Enter, undoes by itself', () => {
    expect(stateAfter(press(editing('新'), 'Escape'))).toEqual(at(1, 1));
    expect(press(editing('新'), 'Alt+Enter')).toEqual({ kind: 'newline' });
    expect(press(editing('新'), 'Ctrl+z')).toBeNull();
    expect(press(editing('新'), 'Delete')).toBeNull();
  });
});

describe('commands', () => {
  const rows1to2 = extendTo(at(1, 1), { row: 2, column: 3 });
  const range = { top: 1, bottom: 2, left: 1, right: 3 };

  it.each([
    ['Delete', { kind: 'clear', range }],
    ['Ctrl+Delete', { kind: 'removeRows', range }],
    ['Ctrl+Insert', { kind: 'insertRow', row: 3 }],
    ['Ctrl+Shift+Insert', { kind: 'insertRow', row: 1 }],
    ['Alt+ArrowUp', { kind: 'moveRows', range, by: -1 }],
    ['Alt+ArrowDown', { kind: 'moveRows', range, by: 1 }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Escape', { kind: 'leave' }],
  ])('%s', (key, command) => {
    expect(press(rows1to2, key)).toEqual({ kind: 'command', command });
  });

  it('leaves copy and paste to the clipboard events', () => {
    expect(press(at(1, 1), 'Ctrl+c')).toBeNull();
    expect(press(at(1, 1), 'Ctrl+v')).toBeNull();
  });
});

it('comes back into a table that has become smaller', () => {
  expect(within(at(2, 3), { rows: 1, columns: 4 })).toEqual(at(0, 3));
  const state = editing('新');
  expect(within(state, size)).toBe(state);
});
