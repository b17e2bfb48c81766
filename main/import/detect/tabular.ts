import Papa from 'papaparse';
import { columnsOf } from '@shared/bank/columns.ts';

/** How far down a header is looked for, and how many rows are compared. */
const headerWithin = 20;
const rowsLookedAt = 200;

/**
 * Whether a text is a table: one of its separators makes a header that names stem and answer, or rows that are all of
 * one width and end in answers. A name that says csv is taken at its word only where the rows bear it out.
 */
export function looksTabular(start: string, name: string): boolean {
  const isNamedTable = /\.(?:csv|tsv)$/i.test(name);
  return [',', '\t', ';'].some((delimiter) => {
    const rows = rowsOf(start, delimiter);
    if (rows.slice(0, headerWithin).some((cells) => cells.length > 1 && columnsOf(cells) !== null)) return true;
    return isNamedTable ? isMostlyWide(rows) : isEven(rows) && endsInAnswers(rows);
  });
}

/** Rows with content; the last one of the sample may be cut off. */
function rowsOf(start: string, delimiter: string): string[][] {
  const { data } = Papa.parse<string[]>(start, { delimiter, preview: rowsLookedAt });
  return data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

const isMostlyWide = (rows: readonly string[][]): boolean =>
  rows.length > 0 && rows.filter((cells) => filled(cells) > 1).length * 2 >= rows.length;

function isEven(rows: readonly string[][]): boolean {
  const widths = Map.groupBy(rows, (cells) => cells.length);
  const [width = 0, most = []] = [...widths].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [];
  return rows.length >= 3 && width > 1 && most.length >= rows.length * 0.9;
}

/** A column of short answers behind a column of stems. */
function endsInAnswers(rows: readonly string[][]): boolean {
  const width = Math.max(...rows.map((cells) => cells.length));
  const isAnswer = (cells: readonly string[], column: number): boolean =>
    /^\s*(?:[A-Ha-hＡ-Ｈ][、,，\sA-Ha-hＡ-Ｈ]{0,14}|[√×✓✗对错TF]|正确|错误)\s*$/.test(cells[column] ?? '');
  const columns = Array.from({ length: width - 1 }, (_, column) => column + 1);
  return columns.some((column) => rows.filter((cells) => isAnswer(cells, column)).length >= rows.length * 0.8);
}
