import { read, SSF, type CellObject, type DenseWorkSheet } from '@e965/xlsx';
import type { Grid, GridRow } from '@shared/bank/grid.ts';
import { limits } from '../limits.ts';

/** The sheets of a workbook as text. Formulas are neither evaluated nor kept: what was last shown counts. Throws on a damaged workbook. */
export function readXlsx(bytes: Buffer): Grid[] {
  const workbook = read(bytes, { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellNF: true });
  return workbook.SheetNames.map((sheet) => ({ sheet, rows: rowsOf(workbook.Sheets[sheet] as DenseWorkSheet | undefined) })); // dense was asked for
}

/** Iterates the rows and cells that exist: one far cell must not cost a million empty ones. */
function rowsOf(sheet: DenseWorkSheet | undefined): GridRow[] {
  const rows: GridRow[] = [];
  (sheet?.['!data'] ?? []).forEach((present, place) => {
    const cells = textsOf(present);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: place + 1, cells });
  });
  return rows;
}

function textsOf(present: readonly (CellObject | undefined)[]): string[] {
  const cells: string[] = [];
  present.forEach((cell, column) => {
    if (!cell || column >= limits.importColumns) return;
    while (cells.length < column) cells.push('');
    cells.push(textOf(cell));
  });
  return cells;
}

/** Numbers as the sheet shows them (2%, 001), dates as YYYY-MM-DD whatever the sheet's country. */
function textOf(cell: CellObject): string {
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) return dateText(cell.v);
  if (cell.t === 's') return plainText(String(cell.v ?? ''));
  return cell.w ?? String(cell.v ?? '');
}

/** Excel writes control characters of a text as _x000D_ and its line ends in all three ways. */
const plainText = (text: string): string => text.replaceAll('_x000D_', '').replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');

function dateText(serial: number): string {
  const { y, m, d, H, M } = SSF.parse_date_code(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${y}-${two(m)}-${two(d)}`;
  return H || M ? `${date} ${two(H)}:${two(M)}` : date;
}
