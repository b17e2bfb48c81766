import type { ReactNode } from 'react';

/** One column of a grid, for rows of any kind. Keep the array the same between renders, or every row is drawn again. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** CSS pixels. */
  readonly width: number;
  /** Computed columns take the focus and can be copied, but not typed into. */
  readonly editable: boolean;
  /** Frozen columns stay in sight while the others scroll; they come first. */
  readonly frozen: boolean;
  readonly align: 'left' | 'right';
  /** What is edited and copied. `index` counts from 0. */
  readonly text: (row: Row, index: number) => string;
  /** What is shown. */
  readonly view: (row: Row, index: number) => ReactNode;
}

/** Distance of every column from the left edge in CSS pixels, for the frozen ones. */
export function leftEdges(columns: readonly GridColumn<never>[]): number[] {
  let edge = 0;
  return columns.map(({ width }) => {
    const left = edge;
    edge += width;
    return left;
  });
}

/** What the frozen columns cover, in CSS pixels: cells that are scrolled to must not end up under them. */
export function frozenWidth(columns: readonly GridColumn<never>[]): number {
  return columns.filter((column) => column.frozen).reduce((sum, column) => sum + column.width, 0);
}
