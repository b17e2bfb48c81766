import type { MappedColumn } from '../../model/bank.ts';
import { columnsFrom, columnsOf, headerKey, isStemTitle, mappingOf, type Columns } from '../columns.ts';
import type { Grid, GridRow, MergedRange } from '../grid.ts';
import { asUsed, rowsCompared } from './as-used.ts';
import { inferColumns } from './headerless.ts';

/** How far down a header is looked for, in rows that hold anything. */
const headerWithin = 20;

/** The table of a sheet: what its columns hold and where its rows begin. */
export interface Table {
  readonly columns: Columns;
  /** Titles of the header, both lines as one; empty where there is no header. */
  readonly titles: readonly string[];
  /** 1-based row of the header; 0 where there is none. */
  readonly row: number;
  /** Place among the rows of the grid of the first row below the header. */
  readonly from: number;
  /** Whether the columns were told by what stands in them. */
  readonly guessed: boolean;
}

/** Finds the header of a sheet, or tells the columns by what stands in them; null where neither goes. */
export function findTable(grid: Grid): Table | null {
  return findHeader(grid) ?? inferTable(grid.rows);
}

/** The table with the columns as a person named them; its header is the one that is found, else the first row. */
export function mappedTable(grid: Grid, mapping: readonly MappedColumn[]): Table {
  const columns = columnsFrom(mapping);
  const header = findHeader(grid);
  if (header) return { ...header, columns };
  const [first] = grid.rows;
  return { columns, titles: first?.cells ?? [], row: first?.row ?? 0, from: 1, guessed: false };
}

/** What stands below the rows of one table may be the header of the next: its titles again, or others. */
export function headerAt(grid: Grid, place: number, columns: Columns): Table | null {
  const row = grid.rows[place];
  const stem = columns.named.get('stem')?.[0];
  if (!row || stem === undefined || !isStemTitle(row.cells[stem] ?? '')) return null;
  return tableAt(grid, place);
}

function findHeader(grid: Grid): Table | null {
  for (let place = 0; place < Math.min(headerWithin, grid.rows.length); place += 1) {
    const table = tableAt(grid, place);
    if (table) return table;
  }
  return null;
}

function tableAt({ rows, merges = [] }: Grid, place: number): Table | null {
  const row = rows[place];
  if (!row) return null;
  const below = rows[place + 1];
  const joined = below && below.row === row.row + 1 ? joinedTitles(row, below, merges) : null;
  const titles = joined ?? row.cells;
  const columns = columnsOf(titles);
  if (!columns) return null;
  const from = place + (joined ? 2 : 1);
  return { columns: asUsed(columns, titles, rows.slice(from, from + rowsCompared)), titles, row: row.row, from, guessed: false };
}

const groupTitle = /^(?:选项|备选项|备选答案|候选项|答案选项|选项内容|答案|正确答案)$/;
const sign = /^(?:选项)?([A-La-l]|\d{1,2})$/;

/** Titles of a header in two lines (选项 over A B C D), or null where the second row is not the second line of a header. */
function joinedTitles(above: GridRow, below: GridRow, merges: readonly MergedRange[]): string[] | null {
  const filled = below.cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || filled.some((cell) => cell.trim().length > 12) || columnsOf(below.cells)) return null;
  const width = Math.max(above.cells.length, below.cells.length);
  const groups = groupsOf(above, width, merges);
  const titles = Array.from({ length: width }, (_, column) =>
    joinedTitle(groups[column] ?? '', above.cells[column] ?? '', below.cells[column] ?? ''),
  );
  return titles.includes(null) ? null : (titles as string[]); // the check stands before it
}

/** The title that reaches over a column: by merging, or from the left where the cell is empty. */
function groupsOf({ row, cells }: GridRow, width: number, merges: readonly MergedRange[]): string[] {
  const groups = Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim());
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merges) {
    if (firstRow <= row && row <= lastRow) groups.fill(groups[firstColumn] ?? '', firstColumn, Math.min(lastColumn + 1, width));
  }
  for (let column = 1; column < width; column += 1) {
    const left = groups[column - 1] ?? '';
    if (groups[column] === '' && groupTitle.test(left)) groups[column] = left;
  }
  return groups;
}

/** Null where the lower cell is none of a header's second line. */
function joinedTitle(group: string, above: string, below: string): string | null {
  const lower = below.trim();
  if (lower === '') return above;
  const [, letter] = sign.exec(lower) ?? [];
  if (letter === undefined) return isTitle(lower) ? lower : null;
  if (!groupTitle.test(group)) return null;
  return `${/^(?:正确)?答案$/.test(group) ? '答案' : '选项'}${letter}`;
}

/** Whether a text alone is the title of some column. */
const isTitle = (text: string): boolean => {
  const columns = columnsOf(['题干', '题型', text]);
  return columns !== null && mappingOf(columns, 3)[2] !== '';
};

function inferTable(rows: readonly GridRow[]): Table | null {
  const inferred = inferColumns(rows);
  return inferred && { columns: columnsFrom(inferred.mapping), titles: [], row: 0, from: inferred.from, guessed: true };
}

/** How the header of a table is recognised again; '' where there is none. */
export const keyOf = (table: Table): string => headerKey(table.titles);
