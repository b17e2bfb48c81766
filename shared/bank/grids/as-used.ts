import type { Columns } from '../columns.ts';
import type { GridRow } from '../grid.ts';

/** So many rows show what a column is used for. */
export const rowsCompared = 200;
/** Fewer show nothing of texts that several questions share. */
const fewestRows = 4;

/** The columns of a header, as the rows below it use them. */
export const asUsed = (columns: Columns, titles: readonly string[], below: readonly GridRow[]): Columns =>
  withMaterial(withoutCounts(columns, titles, below), below);

/** An ID that only counts (1, 2, 3 …) is a number: every file begins at 1 again, so it tells no question from another. 题目编码 is meant as a code. */
function withoutCounts(columns: Columns, titles: readonly string[], below: readonly GridRow[]): Columns {
  const [column] = columns.named.get('id') ?? [];
  if (column === undefined || columns.named.has('parent') || /编码|标识|guid/i.test(titles[column] ?? '')) return columns;
  const codes = below.flatMap(({ cells }) => (cells[column]?.trim() ? [Number(cells[column])] : []));
  const counts = codes.every((code, place) => Number.isInteger(code) && code < 1e6 && code > (codes[place - 1] ?? -1));
  if (codes.length === 0 || !counts) return columns;
  const named = new Map(columns.named);
  named.delete('id');
  named.set('number', [column, ...(named.get('number') ?? [])]);
  return { ...columns, named };
}

/** Of two columns for stems (stem beside title), one that few rows use beside one that all use holds the text that several questions share. */
function withMaterial(columns: Columns, below: readonly GridRow[]): Columns {
  const [shared, own] = columns.named.get('stem') ?? [];
  if (shared === undefined || own === undefined || columns.named.has('material')) return columns;
  const filled = (column: number): number => below.filter(({ cells }) => (cells[column] ?? '').trim() !== '').length;
  const isShared = filled(own) === below.length && filled(shared) * 2 < below.length && below.length >= fewestRows;
  return isShared ? { ...columns, named: new Map([...columns.named, ['stem', [own]], ['material', [shared]]]) } : columns;
}
