import type { PaperSize } from '../ipc/exam.ts';

/** One model for screen, print, xlsx and PDF. Numbers stay numbers; dates are 'YYYY-MM-DD'. */
export type Cell = string | number | null;

export interface ReportColumn {
  readonly title: string;
  /** Relative width; 1 is about one Chinese character. */
  readonly width: number;
  /** Cells of a percent column are fractions: 0.5 is shown as 50 %. */
  readonly kind: 'text' | 'number' | 'percent' | 'date';
}

export interface Report {
  readonly title: string;
  /** Lines between title and table, e.g. 项目名称 and 填表日期. */
  readonly head: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** A closing 合计 row, or null. */
  readonly total: readonly Cell[] | null;
  /** Signature line and notes below the table. */
  readonly foot: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** A4 where absent. */
  readonly paper?: PaperSize;
  /** File name without ending; made safe for every file system in main. */
  readonly fileName: string;
}

export const reportFormats = ['xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
