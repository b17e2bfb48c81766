import { partsOf } from '../../exam/bureau/quarters.ts';
import type { Exam } from '../../model/examining.ts';
import type { ReportColumn } from '../../model/report.ts';
import { clip, hundredthsOf, line } from '../format.ts';

/** What the heads and feet of all tables of an exam need. */
export interface ExamHeading {
  /** Stands in the title: 示例供电局. */
  readonly bureauName: string;
  readonly exam: Pick<Exam, 'title' | 'quarter' | 'passLine' | 'makeUpOf'>;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

const quarterNumbers = ['一', '二', '三', '四'] as const;

/** 第三季度 */
export const quarterWords = (quarter: string): string => `第${quarterNumbers[partsOf(quarter).number - 1] ?? ''}季度`;

/** 示例供电局2026年第三季度党务知识考试<what>, of a make-up 补考. */
export function examTitle({ bureauName, exam }: ExamHeading, what: string): string {
  const { year } = partsOf(exam.quarter);
  const kind = exam.makeUpOf === null ? '党务知识考试' : '党务知识考试补考';
  return clip(`${bureauName}${year}年${quarterWords(exam.quarter)}${kind}${what}`, 100);
}

/** The signatures below every table of scores. */
export const signatures = line(
  '填表人：　　　　　',
  '审核人：　　　　　',
  '监考人：　　　　　',
  '单位（盖章）　　　　　',
  '　　　年　　月　　日',
);

/** 85.71%, two decimals always; '—' where nothing was counted. */
export const rateWords = (rate: number | null): string => (rate === null ? '—' : `${(hundredthsOf(rate * 100) / 100).toFixed(2)}%`);

export const textColumn = (title: string, width: number): ReportColumn => ({ title, width, kind: 'text' });
export const numberColumn = (title: string, width: number): ReportColumn => ({ title, width, kind: 'number' });
export const percentColumn = (title: string, width: number): ReportColumn => ({ title, width, kind: 'percent' });

/** Means and rates as they are shown, so that a spreadsheet holds no more digits than the page. */
export const twoDigits = (value: number | null): number | null => (value === null ? null : hundredthsOf(value) / 100);
export const fourDigits = (value: number | null): number | null => (value === null ? null : hundredthsOf(value * 100) / 10_000);
