import type { MappedColumn } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';
import { questionSchema } from '../../model/schemas/content.ts';
import { canonicalJson } from '../changes.ts';
import type { Columns } from '../columns.ts';
import { fieldsOf, type GridRow } from '../grid.ts';
import { readCase, type CaseRow } from '../grids/read-case.ts';
import { readRow } from '../read-row.ts';
import { widestColumns, widestTemplate } from './columns.ts';
import { templateRows, type TemplateRow } from './rows.ts';

/**
 * What a hidden column of our workbooks keeps of questions that the visible cells alone would not give back: a stem that
 * begins with a number, an answer with | in it, spaces at an end. It counts only as long as nobody edits the cells.
 */
export interface Exact {
  readonly question?: unknown;
  readonly score?: unknown;
  /** In the rows of parts: the code of their case. */
  readonly parent?: unknown;
}

/** The texts of the hidden column for the rows of a question; '' where the visible cells say everything. */
export function exactTexts(question: Question, score: number | null): readonly string[] {
  const rows = templateRows(question, score);
  if (readsBack(question, score, rows)) return rows.map(() => '');
  return rows.map((_, place) => plainJson(place === 0 ? { question, score } : { parent: question.id }));
}

/** What the hidden column of a row keeps, or null. */
export function exactOf({ cells }: GridRow, columns: Columns): Exact | null {
  const places = columns.named.get('exact');
  const text = places ? places.map((column) => cells[column] ?? '').join('') : '';
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Exact; // every field of it is checked where it is used
  } catch {
    return null; // somebody wrote into the hidden column: the visible cells count
  }
}

/** The question that the hidden column keeps, if the visible cells of its rows are still those that were written. */
export function keptQuestion(
  exact: Exact | null,
  rows: readonly GridRow[],
  columns: Columns,
): { readonly question: Question; readonly score: number | null } | null {
  if (exact?.question === undefined) return null;
  const parsed = questionSchema.safeParse(exact.question);
  if (!parsed.success) return null;
  const score = typeof exact.score === 'number' && Number.isFinite(exact.score) && exact.score > 0 ? exact.score : null;
  const written = templateRows(parsed.data, score);
  const unchanged = written.length === rows.length && written.every((row, place) => shows(rows[place], row, columns));
  return unchanged ? { question: parsed.data, score } : null;
}

function readsBack(question: Question, score: number | null, rows: readonly TemplateRow[]): boolean {
  const [head, ...parts] = rows.map(caseRow);
  if (!head) return false;
  const reading = parts.length > 0 ? readCase(head, parts) : readRow(head.fields, head.context);
  return reading.kind === 'question' && reading.score === score && canonicalJson(reading.question) === canonicalJson(question);
}

function caseRow(row: TemplateRow, place: number): CaseRow {
  const cells = widestTemplate.map(({ holds }) => row.get(holds) ?? '');
  const context = { type: null, section: '', chapter: '', key: '' };
  return { row: place + 1, fields: fieldsOf({ row: place + 1, cells: cells.map(asRead) }, widestColumns), context };
}

/** Cells as they come back out of a workbook. */
const asRead = (text: string): string => (/[^\n\P{C}]|_x[0-9A-Fa-f]{4}_|\u00a0|\ufffd/u.test(text) ? '' : text);

/** Whether a row shows the texts, white space and what a workbook cannot carry aside. */
function shows(row: GridRow | undefined, written: TemplateRow, columns: Columns): boolean {
  if (!row) return false;
  return widestTemplate.every(({ holds }) => holds === 'number' || loose(cellOf(row, holds, columns)) === loose(written.get(holds) ?? ''));
}

function cellOf({ cells }: GridRow, holds: MappedColumn, columns: Columns): string {
  const [, option] = /^option:(\d+)$/.exec(holds) ?? [];
  const column =
    option === undefined
      ? [...columns.named].find(([field]) => field === holds)?.[1][0]
      : columns.options.find(({ place }) => place === Number(option))?.column;
  return column === undefined ? '' : (cells[column] ?? '');
}

const loose = (text: string): string => text.replace(/_x[0-9A-Fa-f]{4}_/g, '').replace(/[\s\p{C}\ufffd]/gu, '');

/** JSON that a workbook carries unchanged: everything but plain letters and Chinese text is written as \\uXXXX. */
const plainJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]|_(?=x)/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
