import { charactersOf } from '@shared/exam/printed/widths.ts';
import type { Report } from '@shared/model/report.ts';

/** Inches. */
export const sheetMargins = { top: 0.8, right: 0.6, bottom: 0.75, left: 0.6, header: 0.3, footer: 0.4 } as const;

const inch = 72;
const millimetre = inch / 25.4;
const papers = { A4: { short: 210, long: 297 }, A3: { short: 297, long: 420 } } as const;
/** Points of a column's unit of width, and of the air in it: seven and five pixels of 96 an inch. */
const unit = 5.25;
const air = 3.75;
/** Programs differ in the widths of letters: pages are reckoned with a little less and a little more room than they seem to have. */
const doubts = [0.86, 0.93, 1, 1.07];

/** The parts of a sheet from top to bottom, each as the heights of its rows in points. */
export interface SheetParts {
  readonly above: readonly number[];
  readonly header: number;
  readonly table: readonly number[];
  readonly foot: readonly number[];
}

/** Whether the foot of a printed sheet might come to stand alone on its last page, so that a page should begin before the last row of the table. */
export function footMayPart(report: Report, parts: SheetParts): boolean {
  const room = roomOf(report);
  return parts.table.length > 1 && parts.foot.length > 0 && doubts.some((doubt) => footParts(parts, room * doubt));
}

/** Points of a sheet's rows on a page: a sheet that is too wide is made smaller. */
function roomOf({ paper = 'A4', orientation, columns }: Report): number {
  const { short, long } = papers[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const printed = width * millimetre - (sheetMargins.left + sheetMargins.right) * inch;
  const wide = columns.reduce((sum, column) => sum + sheetWidth(column.width) * unit + air, 0);
  return (height * millimetre - (sheetMargins.top + sheetMargins.bottom) * inch) * Math.max(1, wide / printed);
}

/** Width of a column in the unit of spreadsheet programs, a digit. */
export const sheetWidth = (width: number): number => width * 2 + 1;

function footParts({ above, header, table, foot }: SheetParts, room: number): boolean {
  let used = [...above, header].reduce((sum, height) => sum + height, 0);
  const place = (height: number): boolean => {
    const breaks = used + height > room;
    used = breaks ? header + height : used + height;
    return breaks;
  };
  for (const height of table) place(height);
  return foot.map(place).includes(true);
}

/** The title of a column with line breaks where its sense allows: programs break a Chinese text anywhere, before a single bracket too. */
export function brokenTitle(title: string, width: number): string {
  if (charactersOf(title) <= width) return title;
  if (/.（/.test(title)) return title.replace('（', '\n（');
  const lines = Math.ceil(charactersOf(title) / Math.max(1, Math.floor(width)));
  const length = Math.ceil(title.length / lines);
  return Array.from({ length: lines }, (_, n) => title.slice(n * length, (n + 1) * length)).join('\n');
}
