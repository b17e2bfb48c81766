import { charactersOf } from '../../exam/printed/widths.ts';
import type { PaperSize } from '../../ipc/exam.ts';
import type { PlanNode } from '../../model/project.ts';

/** Millimetres of a sheet that lies on its side, bound at the top. */
const sheets = { A4: { width: 297, height: 210 }, A3: { width: 420, height: 297 } } as const satisfies Record<PaperSize, object>;
export const pageMargins = { top: 18, side: 15, bottom: 15 } as const;

/** Millimetres of what stands around the rows of a page. */
export const heights = { title: 12, headLine: 6, timeHead: 12, legend: 7, foot: 12 } as const;

/** Columns left of the bars, in millimetres. */
export const columnWidths = {
  A4: { number: 8, phase: 17, title: 50, owner: 15, dates: 19, progress: 11 },
  A3: { number: 10, phase: 24, title: 76, owner: 22, dates: 21, progress: 13 },
} as const satisfies Record<PaperSize, object>;

export interface PrintRow {
  readonly node: PlanNode;
  /** Counted from 0. */
  readonly row: number;
  /** Millimetres from the first row of the plan, as if it were one long sheet. */
  readonly top: number;
  readonly height: number;
}

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

/** Around columns and bars, in millimetres. */
export const sheetBorder = 0.3;
/** What is left free at the right, so that no printer cuts the border. */
const freeEdge = 0.4;

/** Width of the bars on a sheet in millimetres. */
export const barsWidth = (size: PaperSize): number =>
  sheets[size].width - 2 * (pageMargins.side + sheetBorder) - freeEdge - sum(Object.values(columnWidths[size]));

/** A character of 小五 and its line, in millimetres. */
const character = 3.2;
const lineHeight = 4;
export const mostLines = 3;

/** Rows as high as the longest of their texts needs, up to three lines. */
export function printRows(nodes: readonly PlanNode[], size: PaperSize): PrintRow[] {
  const { phase, title, owner } = columnWidths[size];
  let top = 0;
  return nodes.map((node, row) => {
    const lines = Math.max(linesOf(node.phase, phase), linesOf(node.title, title), linesOf(node.owner, owner), 2);
    const placed = { node, row, top, height: Math.min(lines, mostLines) * lineHeight + 1.5 };
    top += placed.height;
    return placed;
  });
}

function linesOf(text: string, width: number): number {
  const capacity = Math.floor((width - 2) / character);
  return sum(text.split('\n').map((line) => Math.max(1, Math.ceil(charactersOf(line) / capacity))));
}

/** Rows page by page. The first page holds the title, the last one the foot, which never stands without a row. */
export function printPages(rows: readonly PrintRow[], size: PaperSize, headLines: number): PrintRow[][] {
  const whole = sheets[size].height - pageMargins.top - pageMargins.bottom - heights.timeHead - heights.legend - 1;
  const first = whole - heights.title - headLines * heights.headLine;
  const pages: PrintRow[][] = [[]];
  let free: number = first;
  for (const [place, row] of rows.entries()) {
    const needed = row.height + (place + 1 === rows.length ? heights.foot : 0);
    if (needed > free && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      free = whole;
    }
    pages.at(-1)?.push(row);
    free -= row.height;
  }
  return pages;
}
