import type { Cell, Report } from '../../model/report.ts';
import type { LedgerRow } from '../../projects/merge/ledger.ts';
import { fourDigits, numberColumn, percentColumn, textColumn } from '../exam/heading.ts';
import { clip } from '../format.ts';
import { headLine, signLine, type LedgerHeading } from './ledger.ts';

/** 2026年9月 */
export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** 月度进展汇总 of a year: progress by each month's report; an empty cell has none. */
export function monthsReport(rows: readonly LedgerRow[], heading: LedgerHeading, year: number): Report {
  const months = Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`);
  const cellsOf = ({ facts }: LedgerRow): Cell[] =>
    months.map((month) => fourDigits(shareOf(facts.months.find((each) => each.month === month)?.percent)));
  return {
    title: clip(`${heading.bureauName}书记项目${year}年月度进展汇总`, 100),
    head: [headLine(heading, `项目：${rows.length}个`)],
    columns: [
      numberColumn('序号', 2),
      textColumn('单位', 6),
      textColumn('项目', 9),
      ...months.map((_, place) => percentColumn(`${place + 1}月`, 3.6)),
      numberColumn('缺报月数', 2.6),
    ],
    rows: rows.map((row, place) => [place + 1, row.facts.unitName, row.facts.title, ...cellsOf(row), row.missing.length]),
    total: [
      null,
      '合计',
      '已报项目数',
      ...months.map((month) => `${rows.filter(({ facts }) => facts.months.some((each) => each.month === month)).length}个`),
      rows.reduce((sum, { missing }) => sum + missing.length, 0),
    ],
    foot: ['说明：各月数字为当月月度进展所报的总体进度；空白为没有上报。', signLine],
    orientation: 'landscape',
    fileName: clip(`书记项目${year}年月度进展汇总-${heading.today}`, 100),
  };
}

const shareOf = (percent: number | undefined): number | null => (percent === undefined ? null : percent / 100);
