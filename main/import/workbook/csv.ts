import Papa from 'papaparse';
import type { Grid } from '@shared/bank/grid.ts';
import type { Problem } from '@shared/bank/imported.ts';

/** The text of a csv file as one grid; rows are numbered as a spreadsheet program shows them. Commas, tabs or semicolons separate. */
export function readCsvGrid(text: string): { readonly grid: Grid; readonly problems: readonly Problem[] } {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] });
  const rows = data.map((cells, place) => ({ row: place + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const unbalanced = new Set(errors.filter((error) => error.type === 'Quotes').map((error) => (error.row ?? 0) + 1));
  return { grid: { sheet: null, rows }, problems: [...unbalanced].map(quoteProblem) };
}

const quoteProblem = (row: number): Problem => ({
  sheet: null,
  row,
  severity: 'error',
  code: 'quotes-unbalanced',
  message: '双引号没有配对，从这里起的几行可能并成了一格。',
});
