import './virtual-list.css';
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { moveOf } from './list-keys.ts';
import { allRows, isSelected, select, type Selection } from './selection.ts';
import { scrollFor, windowOf, type ListWindow } from './window.ts';

export interface ListColumn {
  readonly id: string;
  readonly title: string;
  /** As in grid-template-columns: '64px', 'minmax(0, 1fr)'. */
  readonly width: string;
  readonly align: 'left' | 'right';
}

interface VirtualListProps {
  readonly label: string;
  readonly columns: readonly ListColumn[];
  readonly count: number;
  /** CSS pixels; every row has it. */
  readonly rowHeight: number;
  readonly selection: Selection;
  /** False where only one row can be chosen. */
  readonly several: boolean;
  readonly onSelect: (selection: Selection) => void;
  /** Enter or a double click on the active row. */
  readonly onOpen: () => void;
  /** Told whenever other rows come into sight. The same function from draw to draw. */
  readonly onWindow: (window: ListWindow) => void;
  /** The cells of a row, one a column; null while it is being read. */
  readonly cellsOf: (row: number) => readonly ReactNode[] | null;
}

/** A list of any length: only the rows in sight are in the page. One stop for Tab; the keys move the active row. */
export function VirtualList(props: VirtualListProps) {
  const { label, columns, count, rowHeight, selection, several, onSelect, onOpen, onWindow } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [shown, setShown] = useState<ListWindow>({ from: 0, to: Math.min(count, 40) });
  const look = useCallback((): void => {
    const element = box.current;
    if (!element) return;
    const next = windowOf(element.scrollTop, element.clientHeight || rowHeight * 20, rowHeight, count);
    setShown((before) => (next.from === before.from && next.to === before.to ? before : next));
  }, [count, rowHeight]);
  useEffect(() => onWindow(shown), [onWindow, shown]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [look]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || selection.active < 0) return;
    // the head lies over the first row of the box
    element.scrollTop = scrollFor(selection.active, element.scrollTop, element.clientHeight - headHeight, rowHeight);
  }, [selection.active, rowHeight]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.floor(((box.current?.clientHeight ?? 0) - headHeight) / rowHeight);
    const key = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
    const move = event.altKey ? null : moveOf(key, { active: selection.active, count, page, several });
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'open') onOpen();
    else onSelect(move.kind === 'all' ? allRows(count, selection.active) : select(selection, move.row, move.how));
  };
  const rows = Array.from({ length: Math.max(0, Math.min(shown.to, count) - shown.from) }, (_, place) => shown.from + place);
  return (
    <div
      ref={box}
      className="list"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable={several}
      aria-activedescendant={rows.includes(selection.active) ? `${id}-${selection.active}` : undefined}
      tabIndex={0}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <ListHead columns={columns} />
      <div role="rowgroup" className="list-space" style={{ height: count * rowHeight }}>
        {rows.map((row) => (
          <ListRow key={row} id={`${id}-${row}`} row={row} {...props} onPick={(how) => onSelect(select(selection, row, how))} />
        ))}
      </div>
    </div>
  );
}

/** Height of the head, as in the style sheet. */
const headHeight = 36;

const templateOf = (columns: readonly ListColumn[]): string => columns.map(({ width }) => width).join(' ');

function ListHead({ columns }: { readonly columns: readonly ListColumn[] }) {
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" aria-rowindex={1} className="list-titles" style={{ gridTemplateColumns: templateOf(columns) }}>
        {columns.map(({ id, title, align }) => (
          <div key={id} role="columnheader" className={`list-cell list-${align}`}>
            {title}
          </div>
        ))}
      </div>
    </div>
  );
}

interface ListRowProps extends VirtualListProps {
  readonly id: string;
  readonly row: number;
  readonly onPick: (how: 'move' | 'extend' | 'toggle') => void;
}

function ListRow({ id, row, columns, rowHeight, selection, several, cellsOf, onPick, onOpen }: ListRowProps) {
  const cells = cellsOf(row);
  const chosen = isSelected(selection, row);
  const pick = (event: MouseEvent): void =>
    onPick(several && event.shiftKey ? 'extend' : several && (event.ctrlKey || event.metaKey) ? 'toggle' : 'move');
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the list's, which keeps the focus
    <div
      id={id}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={chosen}
      aria-busy={cells === null}
      className={`list-row ${chosen ? 'list-chosen' : ''} ${row === selection.active ? 'list-active' : ''}`}
      style={{ top: row * rowHeight, height: rowHeight, gridTemplateColumns: templateOf(columns) }}
      onClick={pick}
      onDoubleClick={onOpen}
    >
      {columns.map((column, place) => (
        <div key={column.id} role="gridcell" className={`list-cell list-${column.align}`}>
          {cells?.[place]}
        </div>
      ))}
    </div>
  );
}
