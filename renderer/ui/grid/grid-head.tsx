import { memo } from 'react';
import type { GridColumn } from './grid-column.ts';

interface GridHeadProps {
  readonly columns: readonly GridColumn<never>[];
  readonly edges: readonly number[];
}

/** The titles of a grid, which stay in sight. */
export const GridHead = memo(function GridHead({ columns, edges }: GridHeadProps) {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-titles">
        {columns.map((column, place) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            className={column.frozen ? 'grid-title grid-frozen' : 'grid-title'}
            style={{ width: column.width, ...(column.frozen && { left: edges[place] }) }}
          >
            {column.title}
          </div>
        ))}
      </div>
    </div>
  );
});
