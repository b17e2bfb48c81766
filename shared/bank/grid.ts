import type { Columns, Field } from './columns.ts';
import { isEmptyMark } from './cells.ts';
import { stripLetters, splitOptions, type PlacedOption } from './options.ts';

/** A sheet, or a csv file, as text. Rows without content are left out. */
export interface Grid {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number;
  /** Text by column; a missing cell is ''. */
  readonly cells: readonly string[];
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
  const cell = (column: number): string => {
    const text = (row.cells[column] ?? '').trim();
    return isEmptyMark(text) ? '' : text;
  };
  const text = (field: Field): string => (columns.named.get(field) ?? []).map(cell).find((found) => found !== '') ?? '';
  const inColumns = columns.options
    .map(({ place, column }) => ({ place, text: cell(column) }))
    .toSorted((one, other) => one.place - other.place);
  const joined = text('options');
  return {
    text,
    options: stripLetters(inColumns.some((option) => option.text !== '') ? inColumns : splitOptions(joined)),
    answers: columns.answers.toSorted((one, other) => one.place - other.place).map(({ column }) => cell(column)),
    flagged: columns.flags.filter(({ column }) => /^(?:1|true|是|√|y|yes)$/i.test(cell(column))).map(({ place }) => place),
  };
}
