import type { MappedColumn, SheetHeader } from '../model/bank.ts';
import { mappingOf } from './columns.ts';
import type { Grid } from './grid.ts';
import { readKey, type AnswerKey, type KeyEntry } from './grids/answer-keys.ts';
import { closeKey } from './grids/close-key.ts';
import { keyConcerns } from './grids/keyed.ts';
import { readSheet } from './grids/sheet.ts';
import { sortSheets, tablesOf, type SortedSheet } from './grids/sort-sheets.ts';
import type { Problem } from './imported.ts';
import { addCounts, closeReading, nothingCounted, type Counts, type ReadOptions, type Reading } from './reading.ts';

export interface GridOptions extends ReadOptions {
  /**
   * What the columns hold, as a person named it; null finds it out. It counts for the first sheet with questions, for
   * sheets with the same header, and for sheets without one; other headers are read by what they say.
   */
  readonly columns: readonly MappedColumn[] | null;
}

/** Reads question workbooks of any known layout, guided by their headings. Every row is counted exactly once. */
export function readGrids(grids: readonly Grid[], options: ReadOptions | GridOptions): Reading {
  const sheets = sortSheets(grids, 'columns' in options ? options.columns : null);
  const keys = sheets.flatMap(keysOf);
  const readings = sheets.flatMap((sheet) => (sheet.kind === 'questions' ? [readSheet(sheet, entriesFor(sheet.grid, keys), options)] : []));
  const used = new Set(readings.flatMap((reading) => [...reading.used]));
  const closed = [...readings, ...keys.map(({ grid, key }) => closeKey(grid.sheet, key, used)), ...sheets.flatMap(asideOf)];
  const source = grids.reduce((rows, grid) => rows + grid.rows.length, 0);
  const reading = closeReading(source, closed.map(({ counts }) => counts).reduce(addCounts, nothingCounted), {
    questions: readings.flatMap(({ questions }) => questions),
    refusals: readings.flatMap(({ refusals }) => refusals),
    problems: closed.flatMap(({ problems }) => problems),
  });
  return { ...reading, problems: inOrder(reading.problems, grids) };
}

/** The headers of the sheets that hold questions, and how their columns are meant. */
export function headersOf(grids: readonly Grid[], columns: readonly MappedColumn[] | null): SheetHeader[] {
  return Array.from(tablesOf(grids, columns), ([{ sheet, rows }, table]) => {
    const width = Math.max(table.titles.length, rows[table.from]?.cells.length ?? 0);
    const titles = Array.from({ length: width }, (_, column) => table.titles[column] ?? '');
    return { sheet, row: table.row, titles, columns: mappingOf(table.columns, width) };
  });
}

interface SheetKey {
  readonly grid: Grid;
  readonly key: AnswerKey;
  /** Whether it stands below the questions that it answers. */
  readonly own: boolean;
}

function keysOf(sheet: SortedSheet): SheetKey[] {
  if (sheet.kind === 'key') return [{ grid: sheet.grid, key: sheet.key, own: false }];
  if (sheet.kind === 'aside' || sheet.walked.keyRows.length === 0) return [];
  return [{ grid: sheet.grid, key: readKey(sheet.grid.sheet, sheet.walked.keyRows), own: true }];
}

const entriesFor = (grid: Grid, keys: readonly SheetKey[]): KeyEntry[] =>
  keys.flatMap((key) => ((key.own ? key.grid === grid : keyConcerns(key.grid, grid)) ? key.key.entries : []));

function asideOf(sheet: SortedSheet): { readonly counts: Counts; readonly problems: readonly Problem[] }[] {
  if (sheet.kind !== 'aside') return [];
  const { grid, silent } = sheet;
  const message = `没有找到表头（需要“题干”和“答案”等列），${grid.rows.length} 行未读取。`;
  const problem: Problem = { sheet: grid.sheet, row: 0, severity: 'warning', code: 'sheet-without-header', message };
  return [{ counts: { ...nothingCounted, ignored: grid.rows.length }, problems: silent ? [] : [problem] }];
}

/** As the file reads: sheet after sheet, row after row. */
function inOrder(problems: readonly Problem[], grids: readonly Grid[]): Problem[] {
  const sheets = new Map(grids.map((grid, place) => [grid.sheet, place]));
  return problems.toSorted((one, other) => (sheets.get(one.sheet) ?? 0) - (sheets.get(other.sheet) ?? 0) || one.row - other.row);
}
