import { clamp, same, type CellAt, type GridSize } from './grid-state.ts';

/**
 * Where Ctrl and an arrow lead, as in a spreadsheet: from a filled cell to the last one of its block, from anywhere else to
 * the next filled cell, or to the edge of the table.
 */
export function jumpFrom(
  from: CellAt,
  [rows, columns]: readonly [rows: number, columns: number],
  size: GridSize,
  isFilled: (at: CellAt) => boolean,
): CellAt {
  const after = (at: CellAt): CellAt => clamp({ row: at.row + rows, column: at.column + columns }, size);
  const isEdge = (at: CellAt): boolean => same(after(at), at);
  let at = after(from);
  if (isFilled(from) && isFilled(at)) {
    while (!isEdge(at) && isFilled(after(at))) at = after(at);
  } else {
    while (!isEdge(at) && !isFilled(at)) at = after(at);
  }
  return at;
}
