import { useMemo, useState, type ReactNode } from 'react';
import { compare } from '@shared/compare.ts';
import { VirtualTable, type TableSort } from '../../ui/list/virtual-table.tsx';

/** A column that knows what it is ordered by. */
export interface SortedColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** CSS pixels; the widest column takes what is left over. */
  readonly width: number;
  readonly align: 'left' | 'right';
  /** What the rows are ordered by; '' comes last in either direction. */
  readonly value: (row: Row) => string | number;
  /** What is shown; without it the value. */
  readonly view?: (row: Row, place: number) => ReactNode;
}

interface SortedTableProps<Row> {
  readonly label: string;
  readonly columns: readonly SortedColumn<Row>[];
  /** In the order in which they stand where no column orders them. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

const rowHeight = 52;

/** A table of any length. A head orders by its column, again the other way round, the third time as the rows were. */
export function SortedTable<Row>({ label, columns, rows, keyOf }: SortedTableProps<Row>) {
  const [sort, setSort] = useState<TableSort | null>(null);
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.column);
    return column && sort ? rows.toSorted(orderBy(column.value, sort.descending)) : rows;
  }, [rows, columns, sort]);
  const order = (column: string): void => {
    const isSame = sort?.column === column;
    setSort(isSame && sort.descending ? null : { column, descending: isSame });
  };
  return (
    <VirtualTable
      label={label}
      columns={columns}
      count={sorted.length}
      rowHeight={rowHeight}
      sort={sort}
      onSort={order}
      keyOf={(place) => (sorted[place] === undefined ? String(place) : keyOf(sorted[place]))}
      cellsOf={(place) => {
        const row = sorted[place];
        return row === undefined ? [] : columns.map(({ value, view }) => (view ? view(row, place) : value(row)));
      }}
    />
  );
}

const orderBy =
  <Row,>(value: (row: Row) => string | number, descending: boolean) =>
  (one: Row, other: Row): number => {
    const [first, second] = [value(one), value(other)];
    if (first === '' || second === '') return first === second ? 0 : first === '' ? 1 : -1;
    const order = typeof first === 'number' && typeof second === 'number' ? first - second : compare(String(first), String(second));
    return descending ? -order : order;
  };
