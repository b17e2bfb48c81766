import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveOf } from '../../../renderer/ui/list/list-keys.ts';
import {
  allRows,
  isSelected,
  nothingSelected,
  onlyRow,
  select,
  selectedCount,
  within,
  type Selection,
  type SelectHow,
} from '../../../renderer/ui/list/selection.ts';
import { scrollFor, windowOf } from '../../../renderer/ui/list/window.ts';

describe('the rows that are drawn', () => {
  it('hold every row in sight and few others', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.integer({ min: 40, max: 2_000 }), fc.nat(100_000), (scrollTop, height, count) => {
        const { from, to } = windowOf(scrollTop, height, 44, count);
        const first = Math.floor(scrollTop / 44);
        const last = Math.min(count - 1, Math.ceil((scrollTop + height) / 44) - 1);
        for (let row = first; row <= last; row += 1) expect(from <= row && row < to).toBe(true);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThanOrEqual(Math.ceil(height / 44) + 18);
      }),
    );
  });

  it('come into sight with as little scrolling as it takes', () => {
    expect(scrollFor(3, 440, 440, 44)).toBe(132);
    expect(scrollFor(12, 440, 440, 44)).toBe(440);
    expect(scrollFor(25, 440, 440, 44)).toBe(704);
  });
});

describe('keys', () => {
  const state = { active: 50, count: 100, page: 10, several: true };
  const press = (key: string, change: { shift?: boolean; ctrl?: boolean } = {}) =>
    moveOf({ key, shift: false, ctrl: false, ...change }, state);

  it('move the active row and stay in the list', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'select', row: 51, how: 'move' });
    expect(press('PageUp')).toEqual({ kind: 'select', row: 41, how: 'move' });
    expect(press('End')).toEqual({ kind: 'select', row: 99, how: 'move' });
    expect(moveOf({ key: 'PageDown', shift: false, ctrl: false }, { ...state, active: 98 })).toEqual({
      kind: 'select',
      row: 99,
      how: 'move',
    });
    expect(moveOf({ key: 'ArrowUp', shift: false, ctrl: false }, { ...state, active: 0 })).toEqual({ kind: 'select', row: 0, how: 'move' });
  });

  it('extend with Shift, pass over with Ctrl, choose all, open', () => {
    expect(press('Home', { shift: true })).toEqual({ kind: 'select', row: 0, how: 'extend' });
    expect(press('ArrowUp', { ctrl: true })).toEqual({ kind: 'select', row: 49, how: 'step' });
    expect(press(' ')).toEqual({ kind: 'select', row: 50, how: 'toggle' });
    expect(press('a', { ctrl: true })).toEqual({ kind: 'all' });
    expect(press('Enter')).toEqual({ kind: 'open' });
  });

  it('that are not the list’s are left alone, and so is an empty list', () => {
    expect(press('x')).toBeNull();
    expect(press('a')).toBeNull();
    expect(moveOf({ key: 'End', shift: false, ctrl: false }, { ...state, count: 0 })).toBeNull();
  });

  it('choose one row where only one can be chosen', () => {
    const single = { ...state, several: false };
    expect(moveOf({ key: 'End', shift: true, ctrl: false }, single)).toEqual({ kind: 'select', row: 99, how: 'move' });
    expect(moveOf({ key: 'a', shift: false, ctrl: true }, single)).toBeNull();
  });
});

describe('what is chosen', () => {
  const steps = fc.array(fc.record({ row: fc.nat(30), how: fc.constantFrom<SelectHow>('move', 'extend', 'toggle', 'step') }), {
    maxLength: 30,
  });

  it('is what a plain set of rows would hold', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        let selection: Selection = onlyRow(0);
        let plain = new Set([0]);
        let anchor = 0;
        for (const { row, how } of moves) {
          selection = select(selection, row, how);
          if (how === 'move') plain = new Set([row]);
          if (how === 'toggle') plain = plain.symmetricDifference(new Set([row]));
          if (how === 'extend')
            plain = new Set(Array.from({ length: Math.abs(row - anchor) + 1 }, (_, step) => Math.min(row, anchor) + step));
          if (how === 'move' || how === 'toggle') anchor = row;
          expect(Array.from({ length: 31 }, (_, one) => isSelected(selection, one))).toEqual(
            Array.from({ length: 31 }, (_, one) => plain.has(one)),
          );
          expect(selectedCount(selection)).toBe(plain.size);
          expect(selection.active).toBe(row);
        }
      }),
    );
  });

  it('of a hundred thousand rows is one stretch', () => {
    expect(allRows(100_000, 7)).toEqual({ active: 7, anchor: 0, stretches: [{ from: 0, last: 99_999 }] });
    expect(allRows(0, -1)).toEqual(nothingSelected);
  });

  it('keeps inside a list that has become shorter', () => {
    expect(within(allRows(10, 3), 10)).toEqual(allRows(10, 3));
    expect(within(onlyRow(9), 4)).toEqual(onlyRow(3));
    expect(within(onlyRow(9), 0)).toEqual(nothingSelected);
  });
});
