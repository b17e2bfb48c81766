import { mappingOf } from '../columns.ts';
import { fieldsOf, textOf, type Grid } from '../grid.ts';
import type { Finding, ImportedQuestion, Problem, ProblemCode, Refusal, SourcePlace } from '../imported.ts';
import { nothingCounted, type Counts, type ReadOptions } from '../reading.ts';
import { draftOf, readRow, type RowContext } from '../read-row.ts';
import { exactOf, keptQuestion } from '../template/exact.ts';
import type { KeyEntry } from './answer-keys.ts';
import { matchKey } from './keyed.ts';
import { readCase, type CaseRow, type Placed } from './read-case.ts';
import type { Table } from './table.ts';
import { unitsOf, type Unit } from './units.ts';
import type { Item, Walked } from './walk.ts';

export interface SheetReading {
  readonly questions: readonly ImportedQuestion[];
  readonly refusals: readonly Refusal[];
  readonly problems: readonly Problem[];
  readonly counts: Counts;
  /** Entries of the answer keys that found their questions. */
  readonly used: ReadonlySet<KeyEntry>;
}

/** A sheet of questions whose rows have been told apart. */
export interface QuestionSheet {
  readonly grid: Grid;
  readonly table: Table;
  readonly walked: Walked;
}

/** Reads the rows of one sheet, with the answers that keys hold for them. */
export function readSheet({ grid, table, walked }: QuestionSheet, keys: readonly KeyEntry[], options: ReadOptions): SheetReading {
  const { answers, used, problems } = matchKey(grid.sheet, walked.items, keys);
  const reading: Open = { sheet: grid.sheet, options, answers, questions: [], refusals: [], problems: [...problems] };
  if (table.guessed) reading.problems.push({ sheet: grid.sheet, row: 0, ...guessedFinding });
  for (const { row } of walked.notes) reading.problems.push({ sheet: grid.sheet, row, ...noteFinding });
  let taken = 0;
  for (const unit of unitsOf(walked.items)) taken += readUnit(unit, reading) ? rowsOf(unit) : 0;
  const counts = {
    ...nothingCounted,
    headings: walked.headings,
    ignored: walked.blanks + walked.notes.length,
    questions: taken,
    refused: rowsIn(walked.items) - taken,
  };
  return { questions: reading.questions, refusals: reading.refusals, problems: reading.problems, counts, used };
}

interface Open {
  readonly sheet: string | null;
  readonly options: ReadOptions;
  readonly answers: ReadonlyMap<Item, string>;
  readonly questions: ImportedQuestion[];
  readonly refusals: Refusal[];
  readonly problems: Problem[];
}

const guessedFinding: Finding = {
  severity: 'warning',
  code: 'sheet-without-header',
  message: '没有表头：各列按内容判断，请核对题干和答案是否读对。',
};
const noteFinding: Finding = { severity: 'warning', code: 'row-ignored', message: '这一行没有题干和答案，没有读取。' };

const rowsOf = (unit: Unit): number => rowsIn(unit.kind === 'case' ? [...(unit.head ? [unit.head] : []), ...unit.parts] : [unit.item]);

const rowsIn = (items: readonly Item[]): number => items.reduce((rows, { below }) => rows + 1 + below.length, 0);

/** Whether the rows became a question. */
function readUnit(unit: Unit, open: Open): boolean {
  if (unit.kind === 'case') return readCaseUnit(unit.head, unit.parts, open);
  const { item } = unit;
  const fault = faultOf(item, open.options) ?? (unit.kind === 'orphan' ? orphaned(unit.parent) : null);
  if (fault)
    return refuse(open, [item], draftOf(fieldsOf(item.row, item.columns), contextOf(item, open), null), [
      { row: item.row.row, finding: fault },
    ]);
  const exact = exactOf(item.row, item.columns);
  const kept = keptQuestion(exact, [item.row], item.columns);
  if (kept) return accept(open, [item], kept.question, kept.score, []);
  if (textOf(item.row, item.columns, 'material') !== '') return readCaseUnit(null, [item], open);
  const reading = readRow(fieldsOf(item.row, item.columns), contextOf(item, open));
  const findings = [...reading.findings, ...(exact?.question === undefined ? [] : [editedFinding])];
  const placed = findings.map((finding) => ({ row: item.row.row, finding }));
  if (reading.kind === 'refused') return refuse(open, [item], reading.draft, placed);
  return accept(open, [item], reading.question, reading.score, placed);
}

function readCaseUnit(head: Item | null, parts: readonly Item[], open: Open): boolean {
  const items = head ? [head, ...parts] : parts;
  const [first] = items;
  if (!first) throw new Error('a case without rows');
  const exact = exactOf(first.row, first.columns);
  const kept = keptQuestion(
    exact,
    items.map(({ row }) => row),
    first.columns,
  );
  const faults = items.flatMap((item) => {
    const finding = faultOf(item, open.options);
    return finding ? [{ row: item.row.row, finding }] : [];
  });
  if (kept && faults.length === 0) return accept(open, items, kept.question, kept.score, []);
  const reading = readCase(
    head && caseRow(head, open),
    parts.map((part) => caseRow(part, open)),
  );
  const findings = [...reading.findings, ...(exact?.question === undefined ? [] : [{ row: first.row.row, finding: editedFinding }])];
  if (faults.length === 0 && reading.kind === 'question') return accept(open, items, reading.question, reading.score, findings);
  const draft = reading.kind === 'refused' ? reading.draft : draftOf(fieldsOf(first.row, first.columns), contextOf(first, open), 'case');
  return refuse(open, items, draft, [...faults, ...findings]);
}

const caseRow = (item: Item, open: Open): CaseRow => ({
  row: item.row.row,
  fields: fieldsOf(item.row, item.columns),
  context: contextOf(item, open),
});

const contextOf = (item: Item, { options, answers }: Open): RowContext => ({
  type: item.type,
  section: options.section,
  chapter: item.chapter,
  key: answers.get(item) ?? '',
});

/** What keeps a row from being read at all. */
function faultOf({ row, columns }: Item, { longestCell }: ReadOptions): Finding | null {
  if (row.cells.some((cell) => cell.length > longestCell)) return error('cell-too-long', `有单元格超过 ${longestCell} 个字符。`);
  if (!row.unvalued) return null;
  const mapping = mappingOf(columns, row.cells.length + 1 + Math.max(...row.unvalued));
  const wanting = row.unvalued.find((column) => mapping[column] !== '' && mapping[column] !== 'number');
  return wanting === undefined
    ? null
    : error('formula-without-value', `第 ${wanting + 1} 列是公式，文件里没有它的结果；请在表格软件中打开并保存一次。`);
}

const orphaned = (parent: string): Finding => error('parent-missing', `找不到编码为“${parent}”的材料题；小题之下不能再有小题。`);

const editedFinding: Finding = {
  severity: 'warning',
  code: 'exact-edited',
  message: '这一行导出后改动过，按现在的内容读取；请核对编号、空格和分隔符。',
};

function accept(
  open: Open,
  items: readonly Item[],
  question: ImportedQuestion['question'],
  score: number | null,
  findings: readonly Placed[],
): true {
  open.questions.push({ ...placeOf(open, items), question, score, ...entryOf(items) });
  list(open, findings);
  return true;
}

function refuse(open: Open, items: readonly Item[], draft: Refusal['draft'], findings: readonly Placed[]): false {
  const place = placeOf(open, items);
  open.refusals.push({ ...place, draft, ...entryOf(items) });
  list(open, [...reasonAt(place.row, findings), ...findings]);
  return false;
}

/** The first row of a case says why it was refused, too. */
function reasonAt(row: number, findings: readonly Placed[]): Placed[] {
  const errors = findings.filter(({ finding }) => finding.severity === 'error');
  const [reason] = errors;
  if (!reason || errors.some((one) => one.row === row)) return [];
  return [{ row, finding: { ...reason.finding, message: `第 ${reason.row} 行：${reason.finding.message}` } }];
}

function list({ problems, sheet }: Open, findings: readonly Placed[]): void {
  for (const { row, finding } of findings) problems.push({ sheet, row, ...finding });
}

/** Rows of a case need not follow each other. */
function placeOf({ sheet }: Open, items: readonly Item[]): SourcePlace {
  let [first, last] = [Infinity, 0];
  for (const { row, below } of items) [first, last] = [Math.min(first, row.row), Math.max(last, (below.at(-1) ?? row).row)];
  return { sheet, row: first, lastRow: last };
}

function entryOf(items: readonly Item[]): { readonly entryId?: string } {
  const [first] = items;
  const entryId = first ? textOf(first.row, first.columns, 'entry') : '';
  return entryId === '' ? {} : { entryId };
}

const error = (code: ProblemCode, message: string): Finding => ({ severity: 'error', code, message });
