import type { Cell, Report } from '../model/report.ts';
import { linesOf } from './fitted-columns.ts';
import { cellPoints, mmPerPoint, paddingMm, pageHeightMm, tableWidthMm } from './style.ts';

/** Share of a page: a row that is higher may be parted, else it would leave so much of the page before it empty. */
const tallFrom = 0.4;
/** Of a line of text, in sizes of its letters. */
const lineHeight = 1.3;
/** Above and below the texts of a row, with its border. */
const airMm = 2.3;

/** Whether a row of a printed report is so high that it may go over two pages. */
export function isTall(report: Report, cells: readonly Cell[]): boolean {
  const character = cellPoints(report) * mmPerPoint;
  const whole = report.columns.reduce((sum, { width }) => sum + width, 0);
  const lines = linesOf(report.columns, cells, ({ width }) => ((width / whole) * tableWidthMm(report) - paddingMm) / character);
  return lines * character * lineHeight + airMm > tallFrom * pageHeightMm(report);
}
