import type { MonthlyReport, Project } from '../../model/project.ts';
import type { Report, ReportColumn } from '../../model/report.ts';
import { fittedColumns } from '../fitted-columns.ts';
import { clip, line } from '../format.ts';

/** 月份│汇报人│职务│实施进展情况│问题│需协调事项 (formats: 5), and what comes next. Of texts the least widths. */
const columns: readonly ReportColumn[] = [
  { title: '月份', width: 4.5, kind: 'date' },
  { title: '汇报人', width: 4.2, kind: 'text' },
  { title: '职务', width: 4.4, kind: 'text' },
  { title: '实施进展情况', width: 10, kind: 'text' },
  { title: '问题', width: 7, kind: 'text' },
  { title: '需协调事项', width: 7, kind: 'text' },
  { title: '下一步措施', width: 7, kind: 'text' },
];

/** Characters of a line across an A4 sheet on its side: 小四, 五号. */
const lineTotals = [60, 69];

/** 月度进展 of a project, the first month first. */
export function monthlyReport(project: Project, months: readonly MonthlyReport[]): Report {
  const sorted = months.toSorted((one, other) => (one.month < other.month ? -1 : 1));
  const rows = sorted.map((each) => [each.month, each.reporter, each.position, each.progress, each.problem, each.coordination, each.next]);
  const [first, last] = [sorted[0]?.month ?? '', sorted.at(-1)?.month ?? ''];
  return {
    title: '书记项目月度进展情况表',
    head: [
      line(`项目名称：${clip(project.title, 400)}`),
      line(
        `项目编号：${clip(project.number, 60)}`,
        `书记：${clip(project.secretary, 60)}`,
        `支部：${clip([project.unitName, project.branch].filter(Boolean).join(' '), 200)}`,
      ),
    ],
    columns: fittedColumns(columns, rows, lineTotals),
    rows,
    total: null,
    foot: [line('项目书记签字：　　　　　　', '支部审核：　　　　　　', '　　　年　　月　　日')],
    orientation: 'landscape',
    fileName: [`月度进展-${clip(project.title, 60)}`, first, first === last ? '' : last].filter((text) => text !== '').join('-'),
  };
}
