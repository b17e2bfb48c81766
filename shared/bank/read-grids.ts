import { namedType, typeOfHeading, type NamedType } from './question-type.ts';
import { columnsOf, type Columns } from './columns.ts';
import { fieldsOf, type Grid, type GridRow, type RowFields } from './grid.ts';
import type { Accounted, Finding, ImportedFile, ImportedQuestion, Problem } from './imported.ts';
import { lintQuestions } from './lint.ts';
import { readRow } from './read-row.ts';

/** How far down a header is looked for. */
const headerWithin = 20;
/** Sheets of templates that only help to fill in the form. */
const noteSheets = /^(?:填写说明|填表说明|说明|使用说明|导入说明|须知|字典|数据字典|示例说明)$/;

export type Reading = Omit<ImportedFile, 'file' | 'format'>;

export interface ReadOptions {
  /** The section of rows that name none; may be ''. */
  readonly section: string;
  /** Longest text of one cell, in characters. */
  readonly longestCell: number;
}

/** Reads question workbooks of any known layout, guided by their headings. Every row is counted exactly once. */
export function readGrids(grids: readonly Grid[], options: ReadOptions): Reading {
  const sheets = grids.map((grid) => readGrid(grid, options));
  const questions = sheets.flatMap((sheet) => sheet.questions);
  const problems = [...sheets.flatMap((sheet) => sheet.problems), ...lintQuestions(questions)];
  const accounted = sheets.map((sheet) => sheet.accounted).reduce(add, nothing);
  const source = grids.reduce((rows, grid) => rows + grid.rows.length, 0);
  const counted = accounted.questions + accounted.headings + accounted.refused + accounted.ignored;
  if (counted !== source || accounted.questions !== questions.length)
    throw new Error(`${source} rows were read but ${counted} accounted for`);
  return { questions, problems: inOrder(problems, grids), accounted: { ...accounted, source } };
}

type Counts = Omit<Accounted, 'source'>;
const nothing: Counts = { questions: 0, headings: 0, refused: 0, ignored: 0 };

interface SheetReading {
  readonly questions: readonly ImportedQuestion[];
  readonly problems: readonly Problem[];
  readonly accounted: Counts;
}

function readGrid(grid: Grid, options: ReadOptions): SheetReading {
  if (noteSheets.test(grid.sheet?.trim() ?? '')) return ignoreSheet(grid, []);
  const header = findHeader(grid.rows);
  if (header) return readRows(grid, header.columns, header.place, options);
  if (isStemAndAnswer(grid.rows)) return readHeaderless(grid, options);
  const message = `没有找到表头（需要“题干”和“答案”等列），${grid.rows.length} 行未读取。`;
  return ignoreSheet(
    grid,
    grid.rows.length > 0 ? [{ sheet: grid.sheet, row: 0, severity: 'warning', code: 'sheet-without-header', message }] : [],
  );
}

function findHeader(rows: readonly GridRow[]): { place: number; columns: Columns } | null {
  for (const [place, row] of rows.entries()) {
    if (row.row > headerWithin) break;
    const columns = columnsOf(row.cells);
    if (columns) return { place, columns };
  }
  return null;
}

/** Two columns without a header: stems, and shorter answers. */
function isStemAndAnswer(rows: readonly GridRow[]): boolean {
  const pairs = rows.filter(({ cells }) => cells[0]?.trim() && cells[1]?.trim() && !cells.slice(2).some((cell) => cell.trim()));
  const length = (column: number): number => pairs.reduce((sum, { cells }) => sum + (cells[column] ?? '').length, 0);
  return pairs.length > 0 && pairs.length >= rows.length * 0.9 && length(0) > 10 * pairs.length && length(0) > length(1);
}

function readHeaderless(grid: Grid, options: ReadOptions): SheetReading {
  const columns = columnsOf(['题干', '答案']);
  if (!columns) throw new Error('the plainest header is not understood');
  const reading = readRows(grid, columns, -1, options);
  const finding = {
    severity: 'warning',
    code: 'sheet-without-header',
    message: '没有表头：第一列按题干、第二列按答案读取，请核对。',
  } as const;
  return { ...reading, problems: [{ sheet: grid.sheet, row: 0, ...finding }, ...reading.problems] };
}

function readRows(grid: Grid, columns: Columns, header: number, options: ReadOptions): SheetReading {
  const questions: ImportedQuestion[] = [];
  const problems: Problem[] = [];
  const counts = { ...nothing };
  let type: NamedType | null = namedType(grid.sheet ?? '');
  for (const [place, row] of grid.rows.entries()) {
    const fields = fieldsOf(row, columns);
    const role = place <= header || sameCells(row, grid.rows[header]) ? 'heading' : roleOf(row, fields);
    if (role === 'heading') {
      counts.headings += 1;
      type = place > header ? (typeOfHeading(onlyText(row)) ?? type) : type;
    } else if (role === 'blank') counts.ignored += 1;
    else {
      const reading = tooLong(row, options) ?? readRow(fields, { type, section: options.section });
      counts[reading.kind === 'question' ? 'questions' : 'refused'] += 1;
      if (reading.kind === 'question')
        questions.push({ sheet: grid.sheet, row: row.row, question: reading.question, score: reading.score });
      problems.push(...reading.findings.map((finding) => ({ sheet: grid.sheet, row: row.row, ...finding })));
    }
  }
  return { questions, problems, accounted: counts };
}

/** Merged workbooks repeat the header in the middle. */
const sameCells = (row: GridRow, header: GridRow | undefined): boolean =>
  header !== undefined && row.cells.every((cell, column) => cell === header.cells[column]);

/** Rows of a form that only carry a number or a type wait to be filled in. */
function roleOf(row: GridRow, fields: RowFields): 'heading' | 'blank' | 'content' {
  const alone = onlyText(row);
  if (alone !== '' && typeOfHeading(alone)) return 'heading';
  const filled = [fields.text('stem'), fields.text('answer'), ...fields.answers, ...fields.options.map((option) => option.text)];
  return filled.some((text) => text !== '') ? 'content' : 'blank';
}

/** The text of a row that has one filled cell, else ''. */
function onlyText(row: GridRow): string {
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 ? (filled[0] ?? '') : '';
}

function tooLong(row: GridRow, { longestCell }: ReadOptions): { kind: 'refused'; findings: readonly Finding[] } | null {
  if (row.cells.every((cell) => cell.length <= longestCell)) return null;
  return { kind: 'refused', findings: [{ severity: 'error', code: 'cell-too-long', message: `有单元格超过 ${longestCell} 个字符。` }] };
}

const ignoreSheet = (grid: Grid, problems: readonly Problem[]): SheetReading => ({
  questions: [],
  problems,
  accounted: { ...nothing, ignored: grid.rows.length },
});

const add = (one: Counts, other: Counts): Counts => ({
  questions: one.questions + other.questions,
  headings: one.headings + other.headings,
  refused: one.refused + other.refused,
  ignored: one.ignored + other.ignored,
});

/** As the file reads: sheet after sheet, row after row. */
function inOrder(problems: readonly Problem[], grids: readonly Grid[]): Problem[] {
  const sheets = new Map(grids.map((grid, place) => [grid.sheet, place]));
  return problems.toSorted((one, other) => (sheets.get(one.sheet) ?? 0) - (sheets.get(other.sheet) ?? 0) || one.row - other.row);
}
