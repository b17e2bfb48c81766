import { charactersOf } from '../exam/printed/widths.ts';
import type { Cell, ReportColumn } from '../model/report.ts';

/** Lines of a row from which a smaller size of letters is better. */
const manyLines = 5;

/**
 * Columns of a table whose texts are as long as people like: `columns` name the least width of each text column, the widths of
 * the others stay. What is left of the whole width goes where the texts are, so that rows become no higher than they must.
 * `totals` are whole widths in characters, from the largest letters to the smallest: the first that gives low rows is taken.
 */
export function fittedColumns(
  columns: readonly ReportColumn[],
  rows: readonly (readonly Cell[])[],
  totals: readonly number[],
): readonly ReportColumn[] {
  const wants = columns.map((column, place) => wantOf(column, rows, place));
  const fitted = totals.map((total) => withWidths(columns, wants, total));
  return fitted.find((each) => meanLines(each, rows) <= manyLines) ?? fitted.at(-1) ?? columns;
}

interface Want {
  readonly least: number;
  readonly most: number;
  /** Root of the mean square of the texts' lengths: the long ones count more, one alone does not take all. */
  readonly demand: number;
}

function wantOf({ kind, width }: ReportColumn, rows: readonly (readonly Cell[])[], place: number): Want {
  if (kind !== 'text') return { least: width, most: width, demand: 0 };
  const texts = rows.map((cells) => String(cells[place] ?? ''));
  const longest = texts.flatMap((text) => text.split('\n')).reduce((most, text) => Math.max(most, charactersOf(text)), 0);
  const squares = texts.reduce((sum, text) => sum + charactersOf(text) ** 2, 0);
  return { least: width, most: Math.max(width, longest + airOfLine), demand: Math.sqrt(squares / Math.max(1, texts.length)) };
}

/** So that the longest line does not wrap for want of a hair. */
const airOfLine = 0.5;

function withWidths(columns: readonly ReportColumn[], wants: readonly Want[], total: number): ReportColumn[] {
  const widths = widthsFor(wants, total);
  const rest = Math.max(0, total - sumOf(widths));
  const texts = sumOf(columns.map(({ kind, width }) => (kind === 'text' ? width : 0)));
  return columns.map((column, place) => {
    const more = column.kind === 'text' && texts > 0 ? (rest * column.width) / texts : 0;
    return { ...column, width: Math.round(((widths[place] ?? column.width) + more) * 10) / 10 };
  });
}

/** Widths between least and most, otherwise in proportion to the demands; together the total where that is possible. */
function widthsFor(wants: readonly Want[], total: number): number[] {
  const at = (factor: number): number[] => wants.map(({ least, most, demand }) => Math.min(most, Math.max(least, demand * factor)));
  let [low, high] = [0, 1_000];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sumOf(at(middle)) <= total) low = middle;
    else high = middle;
  }
  return at(low);
}

function meanLines(columns: readonly ReportColumn[], rows: readonly (readonly Cell[])[]): number {
  return sumOf(rows.map((cells) => linesOf(columns, cells, ({ width }) => width))) / Math.max(1, rows.length);
}

/** Lines of the highest text of a row, by the characters that a line of each column holds. */
export function linesOf(
  columns: readonly ReportColumn[],
  cells: readonly Cell[],
  capacityOf: (column: ReportColumn, place: number) => number,
): number {
  const heights = columns.map((column, place) => {
    const cell = cells[place] ?? null;
    if (column.kind !== 'text' || typeof cell !== 'string') return 1;
    const capacity = Math.max(1, Math.floor(capacityOf(column, place)));
    return sumOf(cell.split('\n').map((text) => Math.max(1, Math.ceil(charactersOf(text) / capacity))));
  });
  return Math.max(1, ...heights);
}

const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);
