import './virtual-table.css';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { ScrollBox } from '../scroll-box.tsx';
import { windowOf, type ListWindow } from './window.ts';

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  /** CSS pixels; the widest column takes what is left over. */
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** By which column the rows are ordered. */
export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

interface VirtualTableProps {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** CSS pixels; every row has it. */
  readonly rowHeight: number;
  readonly sort: TableSort | null;
  readonly onSort: (column: string) => void;
  readonly keyOf: (row: number) => string;
  /** The cells of a row, one a column. */
  readonly cellsOf: (row: number) => readonly ReactNode[];
}

/** A table of any length whose heads order it: only the rows in sight are in the page. */
export function VirtualTable({ label, columns, count, rowHeight, sort, onSort, keyOf, cellsOf }: VirtualTableProps) {
  const { body, shown } = useWindow(count, rowHeight);
  const rows = Array.from({ length: Math.max(0, Math.min(shown.to, count) - shown.from) }, (_, place) => shown.from + place);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const widest = columns.reduce<TableColumn | undefined>((most, column) => (most && most.width >= column.width ? most : column), undefined);
  return (
    <ScrollBox label={label} className="long-table">
      <table className="table" style={{ minWidth: width }} aria-rowcount={count + 1}>
        <caption className="visually-hidden">{label}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column === widest ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Space height={shown.from * rowHeight} />
          {rows.map((row) => (
            <tr key={keyOf(row)} aria-rowindex={row + 2} style={{ height: rowHeight }}>
              {cellsOf(row).map((cell, place) => (
                <td key={columns[place]?.id} className={columns[place]?.align === 'right' ? 'num' : undefined}>
                  <div className="long-table-cell">{cell}</div>
                </td>
              ))}
            </tr>
          ))}
          <Space height={(count - shown.from - rows.length) * rowHeight} />
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface HeadProps {
  readonly column: TableColumn;
  readonly sort: TableSort | null;
  readonly onSort: (column: string) => void;
}

function Head({ column: { id, title, align }, sort, onSort }: HeadProps) {
  const order = sort?.column !== id ? 'none' : sort.descending ? 'descending' : 'ascending';
  const sign = { none: '', ascending: ' ▲', descending: ' ▼' }[order];
  return (
    <th scope="col" aria-sort={order} className={align === 'right' ? 'num' : undefined}>
      <button type="button" className="long-table-sort" onClick={() => onSort(id)}>
        {title}
        <span aria-hidden>{sign}</span>
      </button>
    </th>
  );
}

/** Stands for the rows out of sight. */
const Space = ({ height }: { readonly height: number }) => (height > 0 ? <tr aria-hidden style={{ height }} /> : null);

/** Rows in sight of the box around the table's body. */
function useWindow(count: number, rowHeight: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [shown, setShown] = useState<ListWindow>({ from: 0, to: Math.min(count, 40) });
  const look = useCallback((): void => {
    const box = body.current?.closest('.long-table');
    if (!box) return;
    const next = windowOf(box.scrollTop, box.clientHeight || rowHeight * 20, rowHeight, count);
    setShown((before) => (next.from === before.from && next.to === before.to ? before : next));
  }, [count, rowHeight]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const box = body.current?.closest('.long-table');
    box?.addEventListener('scroll', look);
    window.addEventListener('resize', look);
    return () => {
      box?.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [look]);
  return { body, shown };
}
