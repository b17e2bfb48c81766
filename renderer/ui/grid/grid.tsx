import { useCallback, useMemo, useRef, type Dispatch, type SetStateAction } from 'react';
import { frozenWidth, leftEdges, rowHeightOf, type GridColumn, type GridLines } from './grid-column.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { selectionOf, typed, within, type CellAt, type CellRange, type GridCommand, type GridState, type Refusal } from './grid-state.ts';
import { useGridEvents } from './use-grid-events.ts';
import { useGridWindow } from './use-grid-window.ts';
import './grid.css';

export interface GridProps<Row> {
  /** Name of the table for those who hear it. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Every row has the same height: so many lines of text. */
  readonly lines: GridLines;
  readonly state: GridState;
  readonly onState: Dispatch<SetStateAction<GridState>>;
  /** Takes a text into a cell. Null when it is taken, else why not: then the editor stays open with it. */
  readonly onEnter: (at: CellAt, text: string) => Refusal | null;
  readonly onCommand: (command: GridCommand) => void;
  /** What is heard at the active cell. Keep the function the same between renders. */
  readonly labelOf: (column: string, rowNumber: number, text: string) => string;
  /** What the button says that takes a proposal. Keep it the same. */
  readonly proposalLabel: (proposal: string) => string;
  /** Told how far the table is scrolled down, in CSS pixels, for what stands beside it. Keep it the same. */
  readonly onScrollTop: (scrollTop: number) => void;
  /** The last row is a spare one, which becomes a real one when something is entered there: then another one stands below it. */
  readonly hasSpareRow?: boolean;
  /** The table takes the focus when it comes. */
  readonly takesFocus?: boolean;
}

/**
 * A table to type into, with the keys of a spreadsheet. It knows nothing of what its rows mean: the owner holds the
 * rows and the state, takes texts and does commands. Only the rows in sight are on the page, and the active one, because it
 * holds the focus and perhaps a text that is not entered yet.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, columns, rows, keyOf, lines, onState, labelOf, proposalLabel, onScrollTop } = props;
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef(props.takesFocus ?? false);
  const state = within(props.state, { rows: rows.length, columns: columns.length });
  const range = selectionOf(state);
  const edges = useMemo(() => leftEdges(columns), [columns]);
  const rowHeight = rowHeightOf(lines);
  const { shown, page, onScroll } = useGridWindow(box, { count: rows.length, rowHeight, onScrollTop });
  const events = useGridEvents(props, { state, page }, focused);
  const onText = useCallback((text: string) => onState((now) => typed(now, text)), [onState]);
  const editing = useMemo(() => ({ focused, onText, proposalLabel }), [onText, proposalLabel]);
  return (
    <div ref={box} className={`grid-box grid-lines-${lines}`} style={{ scrollPaddingLeft: frozenWidth(columns) }} onScroll={onScroll}>
      <div
        role="grid"
        className="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        style={{ width: edges.at(-1) }}
        {...events}
      >
        <GridHead columns={columns} edges={edges} />
        <div role="rowgroup" className="grid-rows" style={{ height: rows.length * rowHeight }}>
          {drawnRows(shown, state.active.row, rows.length).map((index) => {
            const row = rows[index];
            const isActive = index === state.active.row;
            return (
              row !== undefined && (
                <GridRow
                  key={keyOf(row)}
                  row={row}
                  index={index}
                  top={index * rowHeight}
                  columns={columns}
                  leftEdges={edges}
                  activeColumn={isActive ? state.active.column : -1}
                  editor={isActive ? state.editor : null}
                  {...selectedColumns(range, index)}
                  labelOf={labelOf}
                  editing={editing}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The rows in sight and the active one, in their order. */
function drawnRows({ from, to }: { readonly from: number; readonly to: number }, active: number, count: number): number[] {
  const inSight = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, place) => from + place);
  if (active < from) return [active, ...inSight];
  return active >= Math.min(to, count) ? [...inSight, active] : inSight;
}

const noColumns = { selectedFrom: -1, selectedTo: -1 };

const selectedColumns = (range: CellRange, row: number): typeof noColumns =>
  row >= range.top && row <= range.bottom ? { selectedFrom: range.left, selectedTo: range.right } : noColumns;
