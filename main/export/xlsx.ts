import { calculateRowHeight, writeXlsx as writeWorkbook, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { Cell, Report, ReportColumn } from '@shared/model/report.ts';
import { isDay } from '@shared/projects/days.ts';
import { percentDigits } from '@shared/reports/format.ts';
import { brokenTitle, pageStarts, sheetMargins, sheetWidth } from './sheet-pages.ts';
import { xmlText } from './xml-text.ts';

/** Fonts that every Windows has; a workbook cannot name a fall-back. */
const fonts = {
  title: { name: '黑体', size: 16, bold: true },
  header: { name: '黑体', size: 11, bold: true },
  body: { name: '仿宋', size: 11 },
} as const;

const side = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: side, right: side, bottom: side, left: side } as const;
const line: CellStyle = { font: fonts.body, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } };
const titleStyle: CellStyle = { font: fonts.title, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
const headerStyle: CellStyle = { font: fonts.header, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };

/** The tallest row that Excel allows, in points. */
const tallestRow = 409;

/**
 * A report as a workbook: merged title, repeated header row, A4 fitted to its width, page numbers. Numbers and dates are
 * typed cells; a text that begins with = + - @ stays a text. The one file that knows the xlsx writer.
 */
export async function writeXlsx(report: Report): Promise<Uint8Array> {
  return writeWorkbook({ sheets: [sheet(report)], properties: { title: report.title }, defaultFont: fonts.body });
}

function sheet(report: Report): WriteSheet {
  const header = 1 + report.head.length;
  const rows = rowsOf(report);
  const heights = rowHeights(report);
  return {
    name: '报表', // stands unquoted in the name of the repeated rows, so it must not need quotes
    columns: report.columns.map(({ width }) => ({ width: sheetWidth(width) })),
    rows: rows.map(() => []),
    cells: new Map(rows.flatMap((row, y) => row.map((cell, x) => [`${y},${x}`, cell] as const))),
    merges: rows.flatMap((row, y) =>
      row.length < report.columns.length ? [{ startRow: y, endRow: y, startCol: 0, endCol: report.columns.length - 1 }] : [],
    ),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    rowBreaks: pageBreaks(report, heights),
    freezePane: { rows: header + 1 },
    pageSetup: {
      paperSize: report.paper === 'A3' ? 'a3' : 'a4',
      orientation: report.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: sheetMargins,
      printTitlesRow: `$${header + 1}:$${header + 1}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

interface StyledCell {
  readonly value: CellValue;
  readonly style: CellStyle;
}

/** The sheet from top to bottom. A row of one cell reaches across the table. */
function rowsOf(report: Report): StyledCell[][] {
  const styles = report.columns.map((_column, index) => bodyStyle(report, index));
  const body = (cells: readonly Cell[], finish: (style: CellStyle) => CellStyle): StyledCell[] =>
    styles.map((style, index) => bodyCell(cells[index] ?? null, report.columns[index]?.kind, finish(style)));
  return [
    [{ value: report.title, style: titleStyle }],
    ...report.head.map((value) => [{ value, style: line }]),
    headersOf(report).map((value) => ({ value, style: headerStyle })),
    ...report.rows.map((cells) => body(cells, (style) => style)),
    ...(report.total ? [body(report.total, bold)] : []),
    ...report.foot.map((value) => [{ value, style: line }]),
  ];
}

const headersOf = ({ columns }: Report): string[] => columns.map(({ title, width }) => brokenTitle(title, width));

/** The rows after which a page ends, so that the last ones of the table stand with its total and the signatures. */
function pageBreaks(report: Report, heights: readonly number[]): number[] {
  const header = 1 + report.head.length;
  const [table, foot] = [header + 1, header + 1 + report.rows.length];
  const starts = pageStarts(report, {
    above: heights.slice(0, header),
    header: heights[header] ?? 0,
    table: heights.slice(table, foot),
    foot: heights.slice(foot),
  });
  return starts.map((row) => table + row - 1);
}

/** Heights in points for every row: merged rows never grow by themselves, and not every program grows the others. */
function rowHeights(report: Report): number[] {
  const table = [...report.rows, ...(report.total ? [report.total] : [])];
  const widths = report.columns.map(({ width }) => width * 2);
  const wholeWidth = [widths.reduce((sum, width) => sum + width + 1, 0)];
  const heights = [
    2 * heightOf([report.title], wholeWidth),
    ...report.head.map((text) => heightOf([text], wholeWidth)),
    heightOf(headersOf(report), widths),
    ...table.map((cells) => heightOf(cells, widths)),
    ...report.foot.map((text) => 1.3 * heightOf([text], wholeWidth)),
  ];
  return heights.map((height) => Math.min(height, tallestRow));
}

/** Only texts wrap. The margin is for the space above and below, and for a line that breaks before its end. */
function heightOf(cells: readonly Cell[], columnWidths: number[]): number {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : null));
  return calculateRowHeight(texts, { wrapText: true, fontSize: fonts.body.size, columnWidths }) + 5;
}

function bodyStyle(report: Report, index: number): CellStyle {
  const kind = report.columns[index]?.kind;
  const horizontal = kind === 'number' || kind === 'percent' ? 'right' : kind === 'date' ? 'center' : 'left';
  const style: CellStyle = { font: fonts.body, border, alignment: { horizontal, vertical: 'center', wrapText: kind === 'text' } };
  if (kind === 'percent') return { ...style, numFmt: percentDigits(report, index) === 0 ? '0%' : '0.00%' };
  return style;
}

const bold = (style: CellStyle): CellStyle => ({ ...style, font: { ...style.font, bold: true } });

/** Days become real dates so that Excel can sort and filter them; everything else is written as it is. */
function bodyCell(cell: Cell, kind: ReportColumn['kind'] | undefined, style: CellStyle): StyledCell {
  if (kind === 'date' && typeof cell === 'string' && isDay(cell)) {
    return { value: new Date(`${cell}T00:00:00Z`), style: { ...style, numFmt: 'yyyy-mm-dd' } };
  }
  return { value: cell === '' ? null : typeof cell === 'string' ? xmlText(cell) : cell, style };
}
