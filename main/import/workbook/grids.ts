import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx';
import type { Grid, GridRow, MergedRange } from '@shared/bank/grid.ts';
import { limits } from '../../limits.ts';
import { cellText, type CellTexts } from './cell-text.ts';

/** The sheets of a workbook as text. The workbook is used up: its cells are let go row by row, so that both need not fit into memory. */
export function gridsOf(workbook: WorkBook, wholeDates: boolean): Grid[] {
  const texts = { date1904: workbook.Workbook?.WBProps?.date1904 ?? false, wholeDates, longest: limits.importCell };
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined; // dense was asked for
    const merges = (sheet?.['!merges'] ?? []).slice(0, limits.importRows).map(asMerged);
    return { sheet: name, rows: rowsOf(sheet?.['!data'] ?? [], texts), ...(merges.length > 0 ? { merges } : {}) };
  });
}

const asMerged = ({ s, e }: NonNullable<DenseWorkSheet['!merges']>[number]): MergedRange => ({
  firstRow: s.r + 1,
  lastRow: e.r + 1,
  firstColumn: s.c,
  lastColumn: e.c,
});

/** Iterates the rows and cells that exist: one far cell must not cost a million empty ones. */
function rowsOf(data: CellObject[][], texts: CellTexts): GridRow[] {
  const rows: GridRow[] = [];
  data.forEach((present, place) => {
    const row = rowOf(present, place + 1, texts);
    if (row) rows.push(row);
    data[place] = [];
  });
  return rows;
}

function rowOf(present: readonly (CellObject | undefined)[], row: number, texts: CellTexts): GridRow | null {
  const cells: string[] = [];
  present.forEach((cell, column) => {
    if (!cell || column >= limits.importColumns) return;
    const text = cellText(cell, texts);
    if (text === '') return;
    while (cells.length < column) cells.push('');
    cells.push(text);
  });
  return cells.some((cell) => cell.trim() !== '') ? { row, cells } : null;
}
