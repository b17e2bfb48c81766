import { memo } from 'react';
import { CellEditor } from './cell-editor.tsx';
import type { GridColumn } from './grid-column.ts';
import type { GridEditor } from './grid-state.ts';

export interface GridRowProps<Row> {
  readonly row: Row;
  /** Counted from 0. */
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly leftEdges: readonly number[];
  /** -1 in every row but the active one. */
  readonly activeColumn: number;
  readonly editor: GridEditor | null;
  /** First and last selected column; -1 and -1 where the selection does not touch this row. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly focused: { readonly current: boolean };
  readonly onText: (text: string) => void;
  readonly labelOf: (column: string, rowNumber: number, text: string) => string;
}

/** Drawn again only when something in this very row changes; that keeps an edit in a long table quick. */
export const GridRow = memo(GridRowCells) as typeof GridRowCells; // memo forgets that the component is generic

function GridRowCells<Row>(props: GridRowProps<Row>) {
  return (
    <tr aria-rowindex={props.index + 2}>
      {props.columns.map((column, place) => (
        <GridCell key={column.id} column={column} place={place} {...props} />
      ))}
    </tr>
  );
}

interface GridCellProps<Row> extends GridRowProps<Row> {
  readonly column: GridColumn<Row>;
  readonly place: number;
}

function GridCell<Row>({
  row,
  index,
  column,
  place,
  leftEdges,
  activeColumn,
  editor,
  selectedFrom,
  selectedTo,
  ...rest
}: GridCellProps<Row>) {
  const active = place === activeColumn;
  const selected = place >= selectedFrom && place <= selectedTo;
  return (
    <td
      data-row={index}
      data-column={place}
      aria-colindex={place + 1}
      aria-selected={selected}
      className={classesOf(column, active, selected)}
      style={column.frozen ? { left: leftEdges[place] } : undefined}
    >
      {column.view(row, index)}
      {active && (
        <CellEditor
          label={rest.labelOf(column.title, index + 1, column.text(row, index))}
          editor={editor}
          editable={column.editable}
          focused={rest.focused}
          onText={rest.onText}
        />
      )}
    </td>
  );
}

function classesOf<Row>({ align, frozen, editable }: GridColumn<Row>, active: boolean, selected: boolean): string {
  const names = [
    `grid-${align}`,
    frozen && 'grid-frozen',
    !editable && 'grid-computed',
    active && 'grid-active',
    selected && 'grid-selected',
  ];
  return names.filter(Boolean).join(' ');
}
