import { columnsOf, isStemTitle, type Columns } from '../columns.ts';
import { textOf, type Grid, type GridRow, type MergedRange } from '../grid.ts';
import { namedType, typeOfHeading, type NamedType } from '../question-type.ts';
import { isKeyTitle } from './answer-keys.ts';
import { filledDown } from './fill-down.ts';
import { isOptionBelow, withOption } from './options-below.ts';
import { exactOf } from '../template/exact.ts';
import { headerAt, keyOf, type Table } from './table.ts';

/** A row that holds a question, or a part of one, and what the rows above it say. */
export interface Item {
  /** With the options from the rows below at the end of its stem. */
  readonly row: GridRow;
  /** Rows of one option each, in the column of the stems. */
  readonly below: readonly GridRow[];
  readonly columns: Columns;
  /** The type that the sheet or a heading announces. */
  readonly type: NamedType | null;
  /** The chapter that a heading names; '' where none does. */
  readonly chapter: string;
}

/** The rows of a sheet by what they are. Each row is in one of the four. */
export interface Walked {
  readonly items: readonly Item[];
  readonly headings: number;
  /** Rows of a form that wait to be filled in. */
  readonly blanks: number;
  /** Rows with a text that belongs to no question. */
  readonly notes: readonly GridRow[];
  /** Rows from a heading such as 参考答案 to the end of the sheet. */
  readonly keyRows: readonly GridRow[];
}

/** Goes through the rows of a sheet from its header down: titles, headers that come again, headings of types and chapters, forms not filled in, an answer key at the end. */
export function walk(grid: Grid, table: Table): Walked {
  const rows: Sorted = { items: [], notes: [], headings: 0, blanks: 0 };
  const above: Above = { type: namedType(grid.sheet ?? '') ?? typeAbove(grid, table), chapter: '' };
  for (const segment of segmentsOf(grid, table)) {
    rows.headings += segment.table.from - segment.start;
    if (segment.start > 0) above.type = typeBelow(above.type, segment.table.columns);
    const filled = filledDown(grid, segment.table.columns, segment.table.from, segment.end);
    for (const [place, row] of filled.entries()) {
      const raw = grid.rows[segment.table.from + place] ?? row;
      const alone = onlyText(raw);
      if (alone !== '' && isKeyTitle(alone)) {
        const keyRows = grid.rows.slice(segment.table.from + place + 1);
        return { ...rows, headings: rows.headings + 1, keyRows };
      }
      sortRow({ raw, row, alone }, { grid, table: segment.table, above, rows });
    }
  }
  return { ...rows, keyRows: [] };
}

/** A heading of choices ends where a header without options follows. */
function typeBelow(type: NamedType | null, { named, options }: Columns): NamedType | null {
  const hasOptions = options.length > 0 || named.has('options');
  return (type === 'single' || type === 'multiple') && !hasOptions ? null : type;
}

/** A stretch of a sheet under one header; `start` is the place of the header's first line. */
interface Segment {
  readonly start: number;
  readonly table: Table;
  readonly end: number;
}

/** Below a table another may begin; the same header again is a row of the first. */
function segmentsOf(grid: Grid, first: Table): Segment[] {
  const found: Segment[] = [];
  let open = { start: 0, table: first };
  for (let place = first.from; place < grid.rows.length; place += 1) {
    const table = headerAt(grid, place, open.table.columns);
    if (!table || keyOf(table) === keyOf(open.table)) continue;
    found.push({ ...open, end: place });
    open = { start: place, table };
    place = table.from - 1;
  }
  return [...found, { ...open, end: grid.rows.length }];
}

interface Above {
  type: NamedType | null;
  chapter: string;
}

interface Sorted {
  readonly items: Item[];
  readonly notes: GridRow[];
  headings: number;
  blanks: number;
}

/** A row as it stands in the sheet, and with what the rows above say for it; `alone` is its text where one cell is filled. */
interface Met {
  readonly raw: GridRow;
  readonly row: GridRow;
  readonly alone: string;
}

interface Walking {
  readonly grid: Grid;
  readonly table: Table;
  readonly above: Above;
  readonly rows: Sorted;
}

function sortRow(met: Met, { grid, table, above, rows }: Walking): void {
  const { raw, row, alone } = met;
  const { columns } = table;
  const last = rows.items.at(-1);
  if (last && isOptionBelow(raw, alone, columns, last)) {
    rows.items[rows.items.length - 1] = withOption(last, raw, columns);
    return;
  }
  const type = alone === '' ? null : typeOfHeading(alone);
  const isOurs = exactOf(raw, columns) !== null;
  const isChapterRow = alone !== '' && type === null && isChapter(alone, raw, columns, grid.merges ?? []);
  if (type !== null || isChapterRow || repeatsHeader(raw, table)) {
    rows.headings += 1;
    above.type = type ?? above.type;
    above.chapter = isChapterRow ? alone.trim() : above.chapter;
  } else if (isOurs || hasContent(row, columns)) {
    // What we wrote ourselves is complete: nothing is filled in, so that it is compared as it stands.
    rows.items.push({ row: isOurs ? raw : row, below: [], columns, type: above.type, chapter: above.chapter });
  } else if (hasNote(raw, columns)) rows.notes.push(row);
  else rows.blanks += 1;
}

/** Either line of the header, again in the middle of the sheet: cells that end the titles of their columns. */
function repeatsHeader({ cells }: GridRow, { columns, titles }: Table): boolean {
  const stem = columns.named.get('stem')?.[0];
  if (stem !== undefined && isStemTitle(cells[stem] ?? '') && columnsOf(cells)) return true;
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && cells.every((cell, column) => cell === '' || (titles[column] ?? '').endsWith(cell));
}

/** A title above the header such as 一、单项选择题. */
function typeAbove({ rows }: Grid, { from }: Table): NamedType | null {
  const titles = rows.slice(0, from).map((row) => typeOfHeading(onlyText(row)));
  return titles.findLast((type) => type !== null) ?? null;
}

/** The text of a row that has one filled cell, else ''. */
function onlyText({ cells }: GridRow): string {
  let only = '';
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    if (only !== '') return '';
    only = cell;
  }
  return only;
}

const chapterTitle = /^\s*(?:第\s*[一二三四五六七八九十百零〇\d]+\s*[章节编篇部]|[一二三四五六七八九十]+\s*、)\s*\S/;
/** So counted that it is no question even where the stems stand. */
const plainChapter = /^\s*第\s*[一二三四五六七八九十百零〇\d]+\s*[章编篇]\s*[^，。？?（(]{1,30}$/;

/** A text across the table, or one that counts chapters. */
function isChapter(text: string, { row, cells }: GridRow, columns: Columns, merges: readonly MergedRange[]): boolean {
  if (text.length > 60) return false;
  const column = cells.findIndex((cell) => cell.trim() !== '');
  if (plainChapter.test(text) || (column !== columns.named.get('stem')?.[0] && chapterTitle.test(text))) return true;
  return merges.some(
    (range) => range.firstRow === row && range.lastRow === row && range.firstColumn === column && range.lastColumn >= column + 2,
  );
}

const contentFields = ['stem', 'answer', 'options', 'explanation', 'basis', 'material'] as const;

function hasContent(row: GridRow, columns: Columns): boolean {
  if (contentFields.some((field) => textOf(row, columns, field) !== '')) return true;
  if (row.unvalued?.some((column) => columns.named.get('stem')?.includes(column))) return true;
  return [...columns.options, ...columns.answers].some(({ column }) => (row.cells[column] ?? '').trim() !== '');
}

/** Whether something stands in a column that the header does not explain. */
function hasNote({ cells }: GridRow, columns: Columns): boolean {
  const known = new Set([...columns.named.values()].flat());
  return cells.some((cell, column) => cell.trim() !== '' && !known.has(column));
}
