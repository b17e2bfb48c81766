import { useCallback, useMemo, useRef, type Dispatch, type SetStateAction } from 'react';
import { frozenWidth, leftEdges, type GridColumn } from './grid-column.ts';
import { GridRow } from './grid-row.tsx';
import { selectionOf, typed, within, type CellAt, type CellRange, type GridCommand, type GridState } from './grid-state.ts';
import { useGridEvents } from './use-grid-events.ts';
import './grid.css';

export interface GridProps<Row> {
  /** Name of the table for those who hear it. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly state: GridState;
  readonly onState: Dispatch<SetStateAction<GridState>>;
  /** Takes a text into a cell. '' when it is taken, else the sentence why not: then the editor stays open with it. */
  readonly onEnter: (at: CellAt, text: string) => string;
  readonly onCommand: (command: GridCommand) => void;
  /** What is heard at the active cell. Keep the function the same between renders. */
  readonly labelOf: (column: string, rowNumber: number, text: string) => string;
}

/**
 * A table to type into, with the keys of a spreadsheet. It knows nothing of what its rows mean: the owner holds the
 * rows and the state, takes texts and does commands.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, columns, rows, keyOf, onState, labelOf } = props;
  const focused = useRef(false);
  const state = within(props.state, { rows: rows.length, columns: columns.length });
  const range = selectionOf(state);
  const edges = useMemo(() => leftEdges(columns), [columns]);
  const onText = useCallback((text: string) => onState((now) => typed(now, text)), [onState]);
  const events = useGridEvents(props, state, focused);
  return (
    <div className="grid-box" style={{ scrollPaddingLeft: frozenWidth(columns) }}>
      <table
        role="grid"
        className="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        {...events}
      >
        <Head columns={columns} edges={edges} />
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={keyOf(row)}
              row={row}
              index={index}
              columns={columns}
              leftEdges={edges}
              activeColumn={index === state.active.row ? state.active.column : -1}
              editor={index === state.active.row ? state.editor : null}
              {...selectedColumns(range, index)}
              focused={focused}
              onText={onText}
              labelOf={labelOf}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly edges: readonly number[];
}

function Head<Row>({ columns, edges }: HeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, place) => (
          <th
            key={column.id}
            scope="col"
            aria-colindex={place + 1}
            className={column.frozen ? 'grid-frozen' : ''}
            style={{ width: column.width, ...(column.frozen && { left: edges[place] }) }}
          >
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const noColumns = { selectedFrom: -1, selectedTo: -1 };

const selectedColumns = (range: CellRange, row: number): typeof noColumns =>
  row >= range.top && row <= range.bottom ? { selectedFrom: range.left, selectedTo: range.right } : noColumns;
