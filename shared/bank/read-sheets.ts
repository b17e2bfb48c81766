import type { Grid } from './grid.ts';
import { isAside, tablesOf } from './grids/sort-sheets.ts';
import type { Problem } from './imported.ts';
import { readLines } from './lines/read-lines.ts';
import { readGrids, type GridOptions } from './read-grids.ts';
import { addCounts, type Reading } from './reading.ts';
import type { SourceLine } from './source-text.ts';

/**
 * Reads a workbook: its tables as tables, and a sheet into which a text was pasted (a stem in a row, its options in the
 * next) as the text that it is, where that makes questions of most of its rows. Every row is counted exactly once.
 */
export function readSheets(grids: readonly Grid[], options: GridOptions): Reading {
  const tables = tablesOf(grids, options.columns);
  const texts = new Map(grids.flatMap((grid) => (tables.has(grid) || !isAside(grid) ? [] : asText(grid, options))));
  if (texts.size === 0) return readGrids(grids, options);
  const table = readGrids(
    grids.filter((grid) => !texts.has(grid)),
    options,
  );
  return [...texts.values()].reduce(joined, table);
}

/** Fewer questions than these may be anything that stands in a sheet. */
const fewest = 3;

function asText(grid: Grid, options: GridOptions): [Grid, Reading][] {
  const reading = readLines({ lines: grid.rows.map(({ row, cells }) => lineOf(row, cells)) }, options);
  const { questions, source } = reading.accounted;
  return reading.questions.length >= fewest && questions * 2 >= source ? [[grid, named(reading, grid.sheet)]] : [];
}

/** Several cells of a row stand side by side as in a table; one cell alone is a paragraph. */
function lineOf(row: number, cells: readonly string[]): SourceLine {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [only = ''] = filled;
  return filled.length > 1
    ? { row, text: filled.join('\t'), label: '', cells: filled, table: 1, marks: [] }
    : { row, text: only, label: '', cells: null, table: 0, marks: [] };
}

function named(reading: Reading, sheet: string | null): Reading {
  const place = <T extends { readonly sheet: string | null }>(item: T): T => ({ ...item, sheet });
  const said: Problem = { sheet, row: 0, severity: 'warning', code: 'sheet-without-header', message: '没有表头：按文字逐行读取，请核对。' };
  return {
    questions: reading.questions.map(place),
    refusals: reading.refusals.map(place),
    problems: [said, ...reading.problems.map(place)],
    accounted: reading.accounted,
  };
}

const joined = (one: Reading, other: Reading): Reading => ({
  questions: [...one.questions, ...other.questions],
  refusals: [...one.refusals, ...other.refusals],
  problems: [...one.problems, ...other.problems],
  accounted: { ...addCounts(one.accounted, other.accounted), source: one.accounted.source + other.accounted.source },
});
