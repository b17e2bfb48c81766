import { useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { GridProps } from './grid.tsx';
import { pressed, type KeyAnswer } from './grid-keys.ts';
import { extendTo, goTo, rowsSelected, same, selectionOf, typed, type CellAt, type CellRange, type GridState } from './grid-state.ts';
import { parseTabText, toTabText } from './tab-text.ts';

interface Here {
  readonly state: GridState;
  /** Rows that are in sight at once. */
  readonly page: () => number;
}

/**
 * Handlers on the table as a whole; none stands on a row, so that rows need not be drawn again for them. `focusedRef` is true while
 * the table has the focus.
 */
export function useGridEvents<Row>(props: GridProps<Row>, { state, page }: Here, focusedRef: { current: boolean }) {
  const { columns, rows, onState, onCommand } = props;
  const size = { rows: rows.length, columns: columns.length };
  const draggingRows = useRef(false);

  const textAt = ({ row, column }: CellAt): string => {
    const content = rows[row];
    return content === undefined ? '' : (columns[column]?.text(content, row) ?? '');
  };

  /** True when the text was taken, or there was none. */
  const enter = (text: string | undefined, next: GridState): boolean => {
    const refusal = text === undefined ? null : props.onEnter(state.active, text);
    if (refusal) onState({ ...state, editor: { text: text ?? '', mode: 'editing', refusal } });
    else onState(next);
    return refusal === null;
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

  /** What a press or a drag at a cell selects: on a row's number whole rows. */
  const selectionAt = (at: CellAt, extend: boolean): GridState => {
    if (draggingRows.current) return rowsSelected(extend ? state.anchor.row : at.row, at.row, columns.length);
    return extend ? extendTo(state, at) : goTo(at);
  };

  return {
    onKeyDown(event: KeyboardEvent): void {
      // keys that an input method is still using belong to it
      if (event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
      const cell = { text: textAt(state.active), editable: columns[state.active.column]?.editable ?? false };
      const { hasSpareRow = false } = props;
      const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
      const answer = pressed(state, press, { size, hasSpareRow, page: page(), cell, isFilled: (at) => textAt(at) !== '' });
      if (!answer) return;
      event.preventDefault();
      obey(answer, event.target);
    },
    onMouseDown(event: MouseEvent): void {
      const at = placeOf(event.target);
      if (!at || event.button !== 0 || (state.editor && same(at, state.active))) return;
      event.preventDefault(); // the active cell takes the focus itself
      draggingRows.current = columns[at.column]?.rowHead ?? false;
      const next = selectionAt(at, event.shiftKey);
      if (enter(state.editor?.text, next)) focusedRef.current = true;
      if (same(next.active, state.active)) fieldIn(event.currentTarget)?.focus({ preventScroll: true });
    },
    onMouseOver(event: MouseEvent): void {
      const at = event.buttons === 1 && !state.editor ? placeOf(event.target) : null;
      if (at && focusedRef.current && !same(at, state.active)) onState(selectionAt(at, true));
    },
    onClick(event: MouseEvent): void {
      const proposal = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-proposal]') : null;
      if (!proposal) return;
      enter(proposal.dataset['proposal'], goTo(state.active));
      fieldIn(event.currentTarget)?.focus({ preventScroll: true });
    },
    onDoubleClick(event: MouseEvent): void {
      const at = placeOf(event.target);
      if (!at || state.editor || !columns[at.column]?.editable) return;
      onState({ ...goTo(at), editor: { text: textAt(at), mode: 'editing', refusal: null } });
    },
    onFocus(): void {
      focusedRef.current = true;
    },
    onBlur(event: FocusEvent): void {
      // another window came to the front: the editor stays as it is
      if (document.activeElement === event.target) return;
      if (event.currentTarget.contains(event.relatedTarget)) return;
      focusedRef.current = event.relatedTarget === null;
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
      const range = selectionOf(state);
      const at = { row: range.top, column: range.left };
      if (text !== '') onCommand({ kind: 'paste', at, cells: spread(parseTabText(text), range) });
    },
  };
}

/** The field of the active cell. */
export const fieldIn = (element: Element | null): HTMLTextAreaElement | null => element?.querySelector('textarea') ?? null;

/** The box that scrolls a table. */
export const gridBoxIn = (element: Element | null): Element | null => element?.querySelector('.grid-box') ?? null;

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

/** One copied cell goes into every selected one. */
function spread(cells: string[][], { top, bottom, left, right }: CellRange): string[][] {
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (only === undefined) return cells;
  return Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => only));
}
