import type { Grid, MergedRange } from '@shared/bank/grid.ts';
import { readGrids } from '@shared/bank/read-grids.ts';
import type { MappedColumn } from '@shared/model/bank.ts';

export type Cells = readonly (readonly string[])[];

/** A sheet with these rows; empty ones are left out as the readers do. */
export const gridOf = (sheet: string | null, cells: Cells, merges: readonly MergedRange[] = []): Grid => ({
  sheet,
  rows: cells.flatMap((row, place) => (row.some((cell) => cell !== '') ? [{ row: place + 1, cells: row }] : [])),
  merges,
});

/** Rows 1-based, columns 0-based. */
export const merged = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): MergedRange => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

export const read = (grids: readonly Grid[], columns: readonly MappedColumn[] | null = null) =>
  readGrids(grids, { section: '', longestCell: 32_767, columns });

export const readSheet = (cells: Cells, merges: readonly MergedRange[] = []) => read([gridOf('题库', cells, merges)]);

type Reading = ReturnType<typeof read>;

/** Problems as '3 error stem-missing'. */
export const problemsOf = ({ problems }: Reading): string[] => problems.map(({ row, severity, code }) => `${row} ${severity} ${code}`);
/** Questions as 'type stem = answer'. */
export const questionsOf = ({ questions }: Reading): string[] =>
  questions.map(
    ({ question }) =>
      `${question.type} ${question.stem} = ${JSON.stringify(question.type === 'case' ? question.parts.map(({ stem }) => stem) : question.answer)}`,
  );
