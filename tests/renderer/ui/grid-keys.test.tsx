import { describe, expect, it } from 'vitest';
import { jumpFrom } from '../../../renderer/ui/grid/grid-jump.ts';
import { pressed, type KeyAnswer, type KeyContext } from '../../../renderer/ui/grid/grid-keys.ts';
import { extendTo, goTo, rowsSelected, tabTo, typed, within, type GridState } from '../../../renderer/ui/grid/grid-state.ts';

const size = { rows: 3, columns: 4 };
const cell = { text: '旧', editable: true };

const context = (active: KeyContext['cell']): KeyContext => ({ size, hasSpareRow: false, page: 10, cell: active, isFilled: () => true });

/** 'Ctrl+Shift+Home' → the press of that key. */
function press(state: GridState, keys: string, active = cell): KeyAnswer | null {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.includes(name);
  return pressed(state, { key: parts.at(-1) ?? '', ctrl: has('Ctrl'), shift: has('Shift'), alt: has('Alt') }, context(active));
}

const at = (row: number, column: number): GridState => goTo({ row, column });
const editing = (text: string, mode: 'typing' | 'editing' = 'editing'): GridState => ({
  ...at(1, 1),
  editor: { text, mode, refusal: null },
});
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
  ])('%s goes from the middle to row %i, column %i', (key, row, column) => {
    expect(stateAfter(press(at(1, 1), key))).toEqual(at(row, column));
  });

  it('stops at the edges', () => {
    expect(stateAfter(press(at(0, 0), 'ArrowUp'))).toEqual(at(0, 0));
    expect(stateAfter(press(at(2, 3), 'ArrowRight'))).toEqual(at(2, 3));
  });

  it('goes on to the next row with Tab and leaves the table at its ends', () => {
    expect(stateAfter(press(at(1, 1), 'Tab'))).toEqual(tabTo(at(1, 1), { row: 1, column: 2 }));
    expect(stateAfter(press(at(0, 3), 'Tab'))).toEqual(tabTo(at(0, 3), { row: 1, column: 0 }));
    expect(stateAfter(press(at(1, 0), 'Shift+Tab'))).toEqual(tabTo(at(1, 0), { row: 0, column: 3 }));
    expect(press(at(2, 3), 'Tab')).toBeNull();
    expect(press(at(0, 0), 'Shift+Tab')).toBeNull();
  });

  it('extends the selection with Shift and selects everything with Ctrl+A', () => {
    expect(stateAfter(press(at(1, 1), 'Shift+ArrowDown'))).toEqual(extendTo(at(1, 1), { row: 2, column: 1 }));
    expect(stateAfter(press(at(1, 1), 'Ctrl+a'))).toEqual(rowsSelected(0, 2, 4));
    expect(stateAfter(press(extendTo(at(1, 1), { row: 2, column: 1 }), 'Shift+ '))).toEqual(rowsSelected(1, 2, 4));
  });
});

describe('opening the editor', () => {
  it('edits what is there with F2 and Enter, and starts from nothing with Backspace', () => {
    expect(stateAfter(press(at(1, 1), 'F2'))).toEqual(editing('旧'));
    expect(stateAfter(press(at(1, 1), 'Enter'))).toEqual(editing('旧'));
    expect(stateAfter(press(at(1, 1), 'Backspace'))).toEqual(editing('', 'typing'));
  });

  it('leaves letters to the field, and says so where a computed column takes nothing', () => {
    expect(press(at(1, 1), 'a')).toBeNull();
    const locked = { kind: 'command', command: { kind: 'locked', at: { row: 1, column: 1 } } };
    for (const key of ['F2', 'Enter', 'a', 'Process']) expect(press(at(1, 1), key, { text: '1', editable: false })).toEqual(locked);
    expect(press(at(1, 1), 'F5', { text: '1', editable: false })).toBeNull();
  });
});

describe('in the editor', () => {
  const entering = (row: number, column: number): KeyAnswer => ({ kind: 'enter', text: '新', next: at(row, column) });

  it.each([
    ['Enter', 2, 1],
    ['Shift+Enter', 0, 1],
  ])('%s takes the text and goes on', (key, row, column) => {
    expect(press(editing('新'), key)).toEqual(entering(row, column));
    expect(press(editing('新', 'typing'), key)).toEqual(entering(row, column));
  });

  it.each([
    ['Tab', 2],
    ['Shift+Tab', 0],
  ])('%s takes the text and goes beside it', (key, column) => {
    const next = tabTo(at(1, 1), { row: 1, column });
    expect(press(editing('新'), key)).toEqual({ kind: 'enter', text: '新', next });
  });

  it('goes back with Enter under the cell where a run of Tabs began', () => {
    const [tabbed, start] = [tabTo(tabTo(at(1, 0), { row: 1, column: 1 }), { row: 1, column: 2 }), at(2, 0)];
    expect(stateAfter(press(tabbed, 'Enter'))).toEqual(start);
    expect(press({ ...tabbed, editor: { text: '新', mode: 'typing', refusal: null } }, 'Enter')).toEqual({
      kind: 'enter',
      text: '新',
      next: start,
    });
  });

  it('goes on below a spare last row once something is entered there', () => {
    const entered = (text: string) =>
      pressed(
        typed(at(2, 1), text),
        { key: 'Enter', ctrl: false, shift: false, alt: false },
        { ...context({ text: '', editable: true }), hasSpareRow: true },
      );
    expect(entered('新')).toEqual({ kind: 'enter', text: '新', next: at(3, 1) });
    expect(entered(' ')).toEqual({ kind: 'enter', text: ' ', next: at(2, 1) });
  });

  it('gives the arrows to the caret while editing, and leaves with them after typing', () => {
    expect(press(editing('新'), 'ArrowRight')).toBeNull();
    expect(press(editing('新', 'typing'), 'ArrowRight')).toEqual(entering(1, 2));
    expect(stateAfter(press(editing('新', 'typing'), 'F2'))).toEqual(editing('新'));
  });

  it('takes what is proposed with Ctrl and Enter, and else the text', () => {
    const refused: GridState = {
      ...at(1, 1),
      editor: { text: '9月底', mode: 'editing', refusal: { problem: '不是日期', proposal: '2026-09-30' } },
    };
    expect(press(refused, 'Ctrl+Enter')).toEqual({ kind: 'enter', text: '2026-09-30', next: at(2, 1) });
    expect(press(refused, 'Enter')).toEqual({ kind: 'enter', text: '9月底', next: at(2, 1) });
    expect(press(editing('新'), 'Ctrl+Enter')).toEqual(entering(2, 1));
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
    ['Ctrl+Insert', { kind: 'insertRows', row: 3, count: 2 }],
    ['Ctrl+Shift+Insert', { kind: 'insertRows', row: 1, count: 2 }],
    ['Ctrl+d', { kind: 'fillDown', range }],
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

it('jumps to the edge of a block, to the next one, and to the edge of the table', () => {
  const filled = [true, true, true, false, false, true, false];
  const jump = (from: number, by: -1 | 1): number =>
    jumpFrom({ row: from, column: 0 }, [by, 0], { rows: 7, columns: 1 }, ({ row }) => filled[row] ?? false).row;
  expect([0, 1, 2, 3, 5, 6].map((row) => jump(row, 1))).toEqual([2, 2, 5, 5, 6, 6]);
  expect([6, 5, 4, 2, 1, 0].map((row) => jump(row, -1))).toEqual([5, 2, 2, 0, 0, 0]);
});

it('comes back into a table that has become smaller', () => {
  expect(within(at(2, 3), { rows: 1, columns: 4 })).toEqual(at(0, 3));
  const state = editing('新');
  expect(within(state, size)).toBe(state);
});
