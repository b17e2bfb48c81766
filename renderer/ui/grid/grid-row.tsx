import { memo, type ReactNode } from 'react';
import { CellEditor } from './cell-editor.tsx';
import type { GridColumn } from './grid-column.ts';
import type { GridEditor } from './grid-state.ts';

interface Editing {
  /** True while the table has the focus. */
  readonly focused: { readonly current: boolean };
  readonly onText: (text: string) => void;
}

export interface GridRowProps<Row> extends Editing {
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
  readonly labelOf: (column: string, rowNumber: number, text: string) => string;
}

/**
 * Drawn again only when something in this very row changes; that keeps an edit in a long table quick. A row that is only
 * renumbered finds its cells unchanged, most of them being plain texts.
 */
export const GridRow = memo(GridRowCells) as typeof GridRowCells; // memo forgets that the component is generic

function GridRowCells<Row>({
  row,
  index,
  columns,
  leftEdges,
  activeColumn,
  selectedFrom,
  selectedTo,
  labelOf,
  ...rest
}: GridRowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2} data-row={index}>
      {columns.map((column, place) => {
        const active = place === activeColumn;
        return (
          <GridCell
            key={column.id}
            place={place}
            left={column.frozen ? leftEdges[place] : undefined}
            align={column.align}
            editable={column.editable}
            active={active}
            selected={place >= selectedFrom && place <= selectedTo}
            content={column.view(row, index)}
            label={active ? labelOf(column.title, index + 1, column.text(row, index)) : ''}
            focused={rest.focused}
            onText={rest.onText}
            editor={active ? rest.editor : null}
          />
        );
      })}
    </tr>
  );
}

interface GridCellProps extends Editing {
  readonly place: number;
  /** Distance from the left edge in CSS pixels where the column is frozen. */
  readonly left: number | undefined;
  readonly align: 'left' | 'right';
  readonly editable: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly content: ReactNode;
  readonly label: string;
  readonly editor: GridEditor | null;
}

const GridCell = memo(function GridCell({ place, left, align, editable, active, selected, content, ...rest }: GridCellProps) {
  const flags = { 'grid-frozen': left !== undefined, 'grid-computed': !editable, 'grid-active': active, 'grid-selected': selected };
  const names = [`grid-${align}`, ...Object.entries(flags).flatMap(([name, on]) => (on ? name : []))];
  return (
    <td
      data-column={place}
      aria-colindex={place + 1}
      aria-selected={selected}
      className={names.join(' ')}
      style={left === undefined ? undefined : { left }}
    >
      {content}
      {active && <CellEditor editable={editable} {...rest} />}
    </td>
  );
});
