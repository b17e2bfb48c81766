import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { GridProps } from './grid.tsx';
import { pressed, type KeyAnswer } from './grid-keys.ts';
import { extendTo, goTo, same, selectionOf, typed, type CellAt, type GridState } from './grid-state.ts';
import { parseTabText, toTabText } from './tab-text.ts';

/** Handlers on the table as a whole; none stands on a row, so that rows need not be drawn again for them. */
export function useGridEvents<Row>(props: GridProps<Row>, state: GridState, focused: { current: boolean }) {
  const { columns, rows, onState, onCommand } = props;
  const size = { rows: rows.length, columns: columns.length };

  const textAt = ({ row, column }: CellAt): string => {
    const content = rows[row];
    return content === undefined ? '' : (columns[column]?.text(content, row) ?? '');
  };

  /** True when the text was taken, or there was none. */
  const enter = (text: string | undefined, next: GridState): boolean => {
    const problem = text === undefined ? '' : props.onEnter(state.active, text);
    if (problem === '') onState(next);
    else onState({ ...state, editor: { text: text ?? '', mode: 'editing', problem } });
    return problem === '';
  };

  const obey = (answer: KeyAnswer, field: HTMLTextAreaElement): void => {
    if (answer.kind === 'state') onState(answer.state);
    else if (answer.kind === 'enter') enter(answer.text, answer.next);
    else if (answer.kind === 'command') onCommand(answer.command);
    else {
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
      onState((now) => typed(now, field.value));
    }
  };

  const select = (at: CellAt, extend: boolean): void => {
    if (enter(state.editor?.text, extend ? extendTo(state, at) : goTo(at))) focused.current = true;
  };

  return {
    onKeyDown(event: KeyboardEvent): void {
      // keys that an input method is still using belong to it
      if (event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
      const cell = { text: textAt(state.active), editable: columns[state.active.column]?.editable ?? false };
      const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
      const answer = pressed(state, press, size, cell);
      if (!answer) return;
      event.preventDefault();
      obey(answer, event.target);
    },
    onMouseDown(event: MouseEvent): void {
      const at = placeOf(event.target);
      if (!at || event.button !== 0 || (state.editor && same(at, state.active))) return;
      event.preventDefault(); // the active cell takes the focus itself
      select(at, event.shiftKey);
      if (same(at, state.active)) fieldIn(event.currentTarget)?.focus({ preventScroll: true });
    },
    onMouseOver(event: MouseEvent): void {
      const at = event.buttons === 1 && !state.editor ? placeOf(event.target) : null;
      if (at && focused.current && !same(at, state.active)) onState(extendTo(state, at));
    },
    onDoubleClick(event: MouseEvent): void {
      const at = placeOf(event.target);
      if (!at || state.editor || !columns[at.column]?.editable) return;
      onState({ ...goTo(at), editor: { text: textAt(at), mode: 'editing', problem: '' } });
    },
    onFocus(): void {
      focused.current = true;
    },
    onBlur(event: FocusEvent): void {
      // another window came to the front: the editor stays as it is
      if (document.activeElement === event.target) return;
      if (event.currentTarget.contains(event.relatedTarget)) return;
      focused.current = event.relatedTarget === null;
      if (state.editor) enter(state.editor.text, goTo(state.active));
    },
    onCopy(event: ClipboardEvent): void {
      if (state.editor) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toTabText(cellsOf(state, textAt)));
    },
    onCut(event: ClipboardEvent): void {
      if (state.editor) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toTabText(cellsOf(state, textAt)));
      onCommand({ kind: 'clear', range: selectionOf(state) });
    },
    onPaste(event: ClipboardEvent): void {
      if (state.editor) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      const { top, left } = selectionOf(state);
      if (text !== '') onCommand({ kind: 'paste', at: { row: top, column: left }, cells: parseTabText(text) });
    },
  };
}

/** The field of the active cell. */
export const fieldIn = (element: Element | null): HTMLTextAreaElement | null => element?.querySelector('textarea') ?? null;

function placeOf(target: EventTarget): CellAt | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null;
}

function cellsOf(state: GridState, textAt: (at: CellAt) => string): string[][] {
  const { top, bottom, left, right } = selectionOf(state);
  const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return span(top, bottom).map((row) => span(left, right).map((column) => textAt({ row, column })));
}
