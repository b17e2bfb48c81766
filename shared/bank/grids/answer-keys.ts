import { keyColumnsOf, type Columns } from '../columns.ts';
import type { Grid, GridRow } from '../grid.ts';
import { namedType, typeOfHeading, type NamedType } from '../question-type.ts';

/** One entry of an answer key. */
export interface KeyEntry {
  /** The type under which the number counts; null where the key names none. */
  readonly type: NamedType | null;
  readonly number: number;
  readonly answer: string;
  /** Where it stands. */
  readonly sheet: string | null;
  readonly row: number;
}

/** An answer key as it was read: rows that hold entries, rows that head them, and rows that are neither. */
export interface AnswerKey {
  readonly entries: readonly KeyEntry[];
  readonly headings: number;
  readonly unread: readonly GridRow[];
}

/** A row that begins an answer key: 参考答案. */
export const isKeyTitle = (text: string): boolean =>
  /^\s*【?(?:参考|标准|正确|试题)?答案】?(?:及解析|与解析|部分)?\s*[:：]?\s*$/.test(text);

/** Whether a sheet without questions is an answer key: by its name, or by a header 题号│答案. */
export function isKeySheet({ sheet, rows }: Grid): boolean {
  return /答案/.test(sheet ?? '') || rows.slice(0, 5).some(({ cells }) => keyColumnsOf(cells) !== null);
}

/** Reads 题号│答案 in pairs of columns, 题号│1│2│3 over 答案│A│B│C, and lines such as 1-5 ABCDE or 1.A 2.BC 3.√. */
export function readKey(sheet: string | null, rows: readonly GridRow[]): AnswerKey {
  const entries: KeyEntry[] = [];
  const unread: GridRow[] = [];
  let headings = 0;
  let columns: Columns | null = null;
  let type = namedType(sheet ?? '');
  for (const [place, row] of rows.entries()) {
    const header = keyColumnsOf(row.cells);
    const lone = row.cells.filter((cell) => cell.trim() !== '');
    const named = lone.length === 1 ? (typeOfHeading(lone[0] ?? '') ?? null) : null;
    const found = header || named ? [] : entriesOf(row, columns, rows[place - 1]);
    if (header || named || isNumberRow(row) || (lone.length === 1 && isKeyTitle(lone[0] ?? ''))) headings += 1;
    else if (found.length === 0) unread.push(row);
    if (header) columns = header;
    type = named ?? type;
    entries.push(...found.map((entry) => ({ type: entry.type ?? type, number: entry.number, answer: entry.answer, sheet, row: row.row })));
  }
  return { entries, headings, unread };
}

interface Found {
  readonly type: NamedType | null;
  readonly number: number;
  readonly answer: string;
}

function entriesOf(row: GridRow, columns: Columns | null, above: GridRow | undefined): Found[] {
  const inColumns = columns ? pairsUnder(row, columns) : [];
  if (inColumns.length > 0) return inColumns;
  if (above && isNumberRow(above) && /答案/.test(row.cells[0] ?? '')) return pairsBelow(above, row);
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  const [first = '', second = ''] = filled;
  const number = numberOf(first);
  if (filled.length === 2 && number !== null) return [{ type: null, number, answer: second.trim() }];
  return filled.flatMap(inLine);
}

function pairsUnder(row: GridRow, { named }: Columns): Found[] {
  const type = namedType(row.cells[named.get('type')?.[0] ?? -1] ?? '');
  const answers = named.get('answer') ?? [];
  return (named.get('number') ?? []).flatMap((column, pair) => {
    const number = numberOf(row.cells[column] ?? '');
    const answer = (row.cells[answers[pair] ?? -1] ?? '').trim();
    return number === null || answer === '' ? [] : [{ type, number, answer }];
  });
}

/** 题号│1│2│3 */
function isNumberRow({ cells }: GridRow): boolean {
  return (
    /^\s*(?:题号|序号)\s*$/.test(cells[0] ?? '') &&
    cells.slice(1).some((cell) => cell.trim() !== '') &&
    cells.slice(1).every((cell) => cell.trim() === '' || numberOf(cell) !== null)
  );
}

const pairsBelow = (numbers: GridRow, answers: GridRow): Found[] =>
  numbers.cells.flatMap((cell, column) => {
    const number = numberOf(cell);
    const answer = (answers.cells[column] ?? '').trim();
    return number === null || answer === '' ? [] : [{ type: null, number, answer }];
  });

/** 1-5 ABCDE · 1.A 2.BC 3.√ */
function inLine(cell: string): Found[] {
  const text = cell.normalize('NFKC');
  const ranges = [...text.matchAll(/(\d{1,4})\s*[-~—–至]\s*(\d{1,4})\s*[:、.]?\s*([A-L√×✓✗对错\s]+)/gi)].flatMap(
    ([, from = '', to = '', letters = '']) => {
      const marks = Array.from(letters.replace(/\s/g, ''));
      return marks.length === Number(to) - Number(from) + 1
        ? marks.map((answer, n) => ({ type: null, number: Number(from) + n, answer }))
        : [];
    },
  );
  if (ranges.length > 0) return ranges;
  const single = [
    ...text.matchAll(/(?:^|[\s,;，；])第?(\d{1,4})\s*题?\s*[.、:)]\s*([A-L]{1,12}|√|×|✓|✗|对|错|正确|错误)(?=$|[\s,;，；。.\d])/gi),
  ];
  return single.map(([, number = '', answer = '']) => ({ type: null, number: Number(number), answer }));
}

/** 12 · 12. · 第12题 · (12); null where the cell is no number. */
export function numberOf(cell: string): number | null {
  const [, digits] = /^\s*第?\s*[（(]?\s*(\d{1,6})\s*[)）]?\s*题?\s*[.、．:：]?\s*$/.exec(cell.normalize('NFKC')) ?? [];
  return digits === undefined ? null : Number(digits);
}
