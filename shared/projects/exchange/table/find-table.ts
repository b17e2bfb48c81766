import type { Grid, GridRow, MergedRange } from '../../../bank/grid.ts';
import { headerOf, type Header } from './header.ts';

/** A table of a plan on a sheet. */
export interface FoundTable {
  readonly header: Header;
  /** What stands in the header, by place. */
  readonly names: readonly string[];
  /** Rows above the table, and those of the header. */
  readonly above: number;
  /** All below it, with merged cells filled downwards. */
  readonly body: readonly GridRow[];
}

/** Looks for the header anywhere on the sheet: the row, or the two rows of which the upper one is merged, that name most columns. */
export function findTable(grid: Grid): FoundTable | null {
  const merges = grid.merges ?? [];
  const found = grid.rows.flatMap((row, place) => {
    const next = grid.rows[place + 1];
    const single = { names: row.cells, rows: 1, place };
    return next && isMergedAcross(row.row, merges) ? [single, { names: joined(row, next, merges), rows: 2, place }] : [single];
  });
  const headers = found.flatMap((one) => {
    const header = headerOf(one.names);
    return header ? [{ ...one, header }] : [];
  });
  const best = headers.reduce<(typeof headers)[number] | null>((so, one) => (so && so.header.size >= one.header.size ? so : one), null);
  if (!best) return null;
  const above = best.place + best.rows;
  return { header: best.header, names: best.names, above, body: filled(grid.rows.slice(above), merges) };
}

const isMergedAcross = (row: number, merges: readonly MergedRange[]): boolean =>
  merges.some(({ firstRow, firstColumn, lastColumn }) => firstRow === row && lastColumn > firstColumn);

/** 计划 over 开始 and 完成 makes 计划开始 and 计划完成. */
function joined(upper: GridRow, lower: GridRow, merges: readonly MergedRange[]): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  return Array.from({ length: width }, (_, column) => {
    const range = rangeAt(merges, upper.row, column);
    const name = upper.cells[range?.firstColumn ?? column] ?? '';
    return range && range.lastRow > upper.row ? name : name + (lower.cells[column] ?? '');
  });
}

const rangeAt = (merges: readonly MergedRange[], row: number, column: number): MergedRange | undefined =>
  merges.find((range) => range.firstRow <= row && row <= range.lastRow && range.firstColumn <= column && column <= range.lastColumn);

/** A cell that is merged over several rows holds for each of them. */
function filled(rows: readonly GridRow[], merges: readonly MergedRange[]): GridRow[] {
  const texts = new Map(rows.map(({ row, cells }) => [row, cells]));
  const downwards = merges.filter(({ firstRow, lastRow }) => lastRow > firstRow);
  const fillings = new Map<number, [number, string][]>();
  for (const { firstRow, lastRow, firstColumn } of downwards) {
    const text = texts.get(firstRow)?.[firstColumn] ?? '';
    if (text === '') continue;
    for (let row = firstRow + 1; row <= lastRow; row += 1)
      if (texts.has(row)) fillings.set(row, [...(fillings.get(row) ?? []), [firstColumn, text]]);
  }
  return rows.map((row) => (fillings.has(row.row) ? { ...row, cells: withTexts(row.cells, fillings.get(row.row) ?? []) } : row));
}

function withTexts(cells: readonly string[], texts: readonly (readonly [number, string])[]): string[] {
  const next = [...cells];
  for (const [column, text] of texts) {
    while (next.length <= column) next.push('');
    next[column] ||= text;
  }
  return next;
}
