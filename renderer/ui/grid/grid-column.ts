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
  /** A click on it selects the whole row, as on the row numbers of a spreadsheet. */
  readonly rowHead: boolean;
  readonly align: 'left' | 'right';
  /** What is edited and copied. `index` counts from 0. */
  readonly text: (row: Row, index: number) => string;
  /** What is shown. */
  readonly view: (row: Row, index: number) => ReactNode;
}

/** Distance of every column from the left edge in CSS pixels; the last number is the width of all. */
export function leftEdges(columns: readonly GridColumn<never>[]): number[] {
  let edge = 0;
  return [
    0,
    ...columns.map(({ width }) => {
      edge += width;
      return edge;
    }),
  ];
}

/** What the frozen columns cover, in CSS pixels: cells that are scrolled to must not end up under them. */
export function frozenWidth(columns: readonly GridColumn<never>[]): number {
  return columns.filter((column) => column.frozen).reduce((sum, column) => sum + column.width, 0);
}

/** How many lines of text a row of a table shows; the rest is read in the editor. */
export type GridLines = 1 | 2 | 3;

const [padding, lineHeight] = [20, 24];

/** Height of a row in CSS pixels, its lower line included. One line is as high as a target must be. */
export const rowHeightOf = (lines: GridLines): number => padding + lines * lineHeight;

/** Height of the head in CSS pixels, with titles on two lines; what stands beside the table begins there. */
export const headHeight = 66;
