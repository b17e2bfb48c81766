import type { Columns, Field } from './columns.ts';
import { isEmptyMark } from './cells.ts';
import { optionsInStem, splitAtCommas, splitOptions, stripLetters, type PlacedOption, type StemWithOptions } from './options.ts';

/** A sheet, or a csv file, as text. Rows without content are left out. */
export interface Grid {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  readonly rows: readonly GridRow[];
  /** Merged ranges; only their first cell holds text. */
  readonly merges?: readonly MergedRange[];
}

export interface GridRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number;
  /** Text by column; a missing cell is ''. */
  readonly cells: readonly string[];
  /** Columns (0-based) with a formula whose value the file does not hold. */
  readonly unvalued?: readonly number[];
}

/** Rows 1-based, columns 0-based, all inclusive. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One row sorted by what its columns hold. */
export interface RowFields {
  readonly text: (field: Field) => string;
  readonly options: readonly PlacedOption[];
  /** From columns of their own, by place; '' where a column is empty. */
  readonly answers: readonly string[];
  /** Places whose flag says right; empty where there are no flags. */
  readonly flagged: readonly number[];
}

export function fieldsOf(row: GridRow, columns: Columns): RowFields {
  const cell = (column: number): string => contentOf(row.cells[column]);
  const text = (field: Field): string => textOf(row, columns, field);
  const inColumns = columns.options.map(({ place, column }) => ({ place, text: cell(column) })).sort(byPlace);
  const options = stripLetters(inColumns.some((option) => option.text !== '') ? inColumns : inCell(text('options'), text('answer')));
  const stem = options.length === 0 ? behindStem(text) : null;
  return {
    text: stem ? (field) => (field === 'stem' ? stem.stem : text(field)) : text,
    options: stem ? stripLetters(stem.options) : options,
    answers: columns.answers.toSorted(byPlace).map(({ column }) => cell(column)),
    flagged: columns.flags.filter(({ column }) => /^(?:1|true|是|√|y|yes)$/i.test(cell(column))).map(({ place }) => place),
  };
}

function inCell(cell: string, answer: string): PlacedOption[] {
  const split = splitOptions(cell);
  return split.length > 1 ? split : (splitAtCommas(cell, answer) ?? split);
}

/** Where a row has no options but its answer is a letter, they may stand behind the stem. */
function behindStem(text: RowFields['text']): StemWithOptions | null {
  return /^[A-L](?:[\s,，、;；]*[A-L])*$/i.test(text('answer').normalize('NFKC')) ? optionsInStem(text('stem')) : null;
}

/** What a row says in one field: the first of its columns that is filled, else ''. */
export function textOf(row: GridRow, columns: Columns, field: Field): string {
  for (const column of columns.named.get(field) ?? []) {
    const found = contentOf(row.cells[column]);
    if (found !== '') return found;
  }
  return '';
}

function contentOf(cell: string | undefined): string {
  const text = cell?.trim() ?? '';
  return isEmptyMark(text) ? '' : text;
}

const byPlace = (one: { readonly place: number }, other: { readonly place: number }): number => one.place - other.place;
