import type { Report, ReportColumn } from '../../model/report.ts';
import type { MissingReporters } from '../../projects/merge/lists.ts';
import { numberColumn, textColumn } from '../exam/heading.ts';
import { clip } from '../format.ts';
import { headLine, signLine, type LedgerHeading } from './ledger.ts';
import { monthWords } from './months.ts';

/** 缺报清单 of a month ('YYYY-MM'): projects whose report has not come, then units without any project. */
export function missingReport({ units, withoutProjects }: MissingReporters, heading: LedgerHeading, month: string): Report {
  const silent = units.flatMap(({ unitName, rows }) =>
    rows.map(({ facts, reportedOn, missing }) => [
      unitName,
      facts.title,
      facts.secretary,
      '未报月度进展',
      reportedOn,
      missing.map(monthWords).join('、'),
    ]),
  );
  const without = withoutProjects.map(({ name }) => [name, '', '', '没有书记项目', '', '']);
  return {
    title: clip(`${heading.bureauName}书记项目${monthWords(month)}缺报清单`, 100),
    head: [headLine(heading, `缺报单位：${units.length}个`, `缺报项目：${silent.length}个`, `没有项目的单位：${without.length}个`)],
    columns,
    rows: [...silent, ...without].map((cells, place) => [place + 1, ...cells]),
    total: null,
    foot: ['说明：只计当月上报截止日前已批准、仍在实施的项目。', signLine],
    orientation: 'landscape',
    fileName: clip(`书记项目${monthWords(month)}缺报清单-${heading.today}`, 100),
  };
}

const columns: readonly ReportColumn[] = [
  numberColumn('序号', 2),
  textColumn('单位', 7),
  textColumn('项目', 10),
  textColumn('书记', 3.6),
  textColumn('情况', 5),
  { title: '最近上报', width: 5, kind: 'date' },
  textColumn('累计缺报月份', 8),
];
