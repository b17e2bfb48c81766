import { memo, type ReactNode } from 'react';
import { CellEditor, type CellEditorProps } from './cell-editor.tsx';
import type { GridColumn } from './grid-column.ts';
import type { GridEditor } from './grid-state.ts';

type Editing = Pick<CellEditorProps, 'focused' | 'onText' | 'proposalLabel'>;

export interface GridRowProps<Row> {
  readonly row: Row;
  /** Counted from 0. */
  readonly index: number;
  /** Distance from the head in CSS pixels. */
  readonly top: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly leftEdges: readonly number[];
  /** -1 in every row but the active one. */
  readonly activeColumn: number;
  readonly editor: GridEditor | null;
  /** First and last selected column; -1 and -1 where the selection does not touch this row. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly labelOf: (column: string, rowNumber: number, text: string) => string;
  readonly editing: Editing;
}

/**
 * Drawn again only when something in this very row changes; that keeps an edit in a long table quick. A row that is only
 * renumbered finds its cells unchanged, most of them being plain texts.
 */
export const GridRow = memo(GridRowCells) as typeof GridRowCells; // memo forgets that the component is generic

function GridRowCells<Row>(props: GridRowProps<Row>) {
  const { row, index, top, columns, leftEdges, activeColumn, selectedFrom, selectedTo, labelOf, editor, editing } = props;
  return (
    <div role="row" aria-rowindex={index + 2} data-row={index} className="grid-row" style={{ top }}>
      {columns.map((column, place) => {
        const active = place === activeColumn;
        return (
          <GridCell
            key={column.id}
            place={place}
            width={column.width}
            left={column.frozen ? leftEdges[place] : undefined}
            align={column.align}
            editable={column.editable}
            active={active}
            selected={place >= selectedFrom && place <= selectedTo}
            content={column.view(row, index)}
            label={active ? labelOf(column.title, index + 1, column.text(row, index)) : ''}
            editing={active ? editing : null}
            editor={active ? editor : null}
          />
        );
      })}
    </div>
  );
}

interface GridCellProps {
  readonly place: number;
  readonly width: number;
  /** Distance from the left edge in CSS pixels where the column is frozen. */
  readonly left: number | undefined;
  readonly align: 'left' | 'right';
  readonly editable: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly content: ReactNode;
  readonly label: string;
  readonly editor: GridEditor | null;
  /** Null in every cell but the active one. */
  readonly editing: Editing | null;
}

const GridCell = memo(function GridCell(props: GridCellProps) {
  const { place, width, left, align, editable, active, selected, content, label, editor, editing } = props;
  const flags = {
    'grid-frozen': left !== undefined,
    'grid-computed': !editable,
    'grid-active': active,
    'grid-selected': selected,
    'grid-editing': editor !== null,
  };
  const names = [`grid-cell grid-${align}`, ...Object.entries(flags).flatMap(([name, on]) => (on ? name : []))];
  return (
    <div
      role="gridcell"
      data-column={place}
      aria-colindex={place + 1}
      aria-selected={selected}
      className={names.join(' ')}
      style={left === undefined ? { width } : { width, left }}
    >
      <div className="grid-text">{content}</div>
      {editing && <CellEditor label={label} editor={editor} editable={editable} {...editing} />}
    </div>
  );
});
