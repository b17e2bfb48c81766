import { charactersOf } from '@shared/exam/printed/widths.ts';
import type { Report } from '@shared/model/report.ts';

/** Inches. */
export const sheetMargins = { top: 0.8, right: 0.6, bottom: 0.75, left: 0.6, header: 0.3, footer: 0.4 } as const;

const inch = 72;
const millimetre = inch / 25.4;
const papers = { A4: { short: 210, long: 297 }, A3: { short: 297, long: 420 } } as const;
/** Points of a column's unit of width, a digit, and of the air in it, in pixels of 96 an inch: seven or eight and five. */
const units = [5.25, 5.6, 6, 6.4, 6.8] as const;
const air = 3.75;
/** Heights are nearly the same in all programs; a digit, and so how much a wide sheet is made smaller, is not. */
const doubts = [0.97, 1, 1.02] as const;
/** Share of a page that the rows fill which go along with the foot. */
const closingShare = 0.25;

/** The parts of a sheet from top to bottom, each as the heights of its rows in points. */
export interface SheetParts {
  readonly above: readonly number[];
  readonly header: number;
  readonly table: readonly number[];
  readonly foot: readonly number[];
}

/**
 * Rows of the table, from 0, that are to begin a page, so that the foot does not come to stand alone on one; none where that cannot
 * happen, and pages fall as the program likes. Reckoned with the least room, they hold in every program.
 */
export function pageStarts(report: Report, parts: SheetParts): number[] {
  const rooms = units.flatMap((unit) => doubts.map((doubt) => doubt * roomOf(report, unit)));
  if (parts.table.length < 2 || !rooms.some((room) => filled(parts, room).footParts)) return [];
  const least = Math.min(...rooms);
  const { starts, footParts } = filled(parts, least);
  const closing = parts.table.length - closingRows(parts.table, closingShare * least);
  return footParts ? [...starts.filter((start) => start < closing), closing] : starts;
}

/** So many rows at the end of a table are as high as asked for, but at least one is left. */
function closingRows(table: readonly number[], enough: number): number {
  let [rows, height] = [0, 0];
  while (rows + 1 < table.length && height < enough) {
    rows += 1;
    height += table.at(-rows) ?? 0;
  }
  return rows;
}

/** Points of a sheet's rows on a page: a sheet that is too wide is made smaller. */
function roomOf({ paper = 'A4', orientation, columns }: Report, unit: number): number {
  const { short, long } = papers[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const printed = width * millimetre - (sheetMargins.left + sheetMargins.right) * inch;
  const wide = columns.reduce((sum, column) => sum + sheetWidth(column.width) * unit + air, 0);
  return (height * millimetre - (sheetMargins.top + sheetMargins.bottom) * inch) * Math.max(1, wide / printed);
}

/** Width of a column in the unit of spreadsheet programs, a digit. */
export const sheetWidth = (width: number): number => width * 2 + 1;

/** A sheet filled page by page: the rows of the table that begin one, and whether the foot does. */
function filled({ above, header, table, foot }: SheetParts, room: number): { starts: number[]; footParts: boolean } {
  let used = [...above, header].reduce((sum, height) => sum + height, 0);
  const begins = (height: number): boolean => {
    const isNew = used + height > room;
    used = isNew ? header + height : used + height;
    return isNew;
  };
  const starts = table.flatMap((height, row) => (begins(height) ? [row] : []));
  return { starts, footParts: foot.map(begins).includes(true) };
}

/** The title of a column with line breaks where its sense allows: programs break a Chinese text anywhere, before a single bracket too. */
export function brokenTitle(title: string, width: number): string {
  if (charactersOf(title) <= width) return title;
  if (/.（/.test(title)) return title.replace('（', '\n（');
  const lines = Math.ceil(charactersOf(title) / Math.max(1, Math.floor(width)));
  const length = Math.ceil(title.length / lines);
  return Array.from({ length: lines }, (_, n) => title.slice(n * length, (n + 1) * length)).join('\n');
}
