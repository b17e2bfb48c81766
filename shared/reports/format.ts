import type { Cell, Report } from '../model/report.ts';

/** Digits after the point that a percent column needs: none where all its values are whole, else two. */
export function percentDigits(report: Report, column: number): 0 | 2 {
  const cells = [...report.rows, report.total ?? []].map((row) => row[column]);
  return cells.every((cell) => typeof cell !== 'number' || isWholePercent(cell)) ? 0 : 2;
}

/** A cell as a person reads it on paper. */
export function cellWords(report: Report, cell: Cell | undefined, column: number): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (report.columns[column]?.kind === 'percent') return `${(hundredthsOf(cell * 100) / 100).toFixed(percentDigits(report, column))}%`;
  return numberWords(cell);
}

/**
 * A number of 0 or more in whole hundredths, half of one rounded up as by hand and in spreadsheets: 23 of 160 are 14.38 %, though
 * 14.375 lies a hair lower in binary.
 */
export const hundredthsOf = (value: number): number => Math.round(value * 100 + 1e-7);

/** At most two digits after the point: scores are halves and quarters, and 0.1 + 0.2 is not for office tables. */
const numberWords = (value: number): string => String(hundredthsOf(value) / 100);

const isWholePercent = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;

/** Cuts a text to the length that a report may carry through IPC, showing that it was cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Fields of a head or foot line, set apart as on office forms. */
export const line = (...fields: readonly string[]): string => fields.join('　　');
