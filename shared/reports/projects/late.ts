import type { Report, ReportColumn } from '../../model/report.ts';
import type { LateNode } from '../../projects/merge/lists.ts';
import { numberColumn, textColumn } from '../exam/heading.ts';
import { clip } from '../format.ts';
import { headLine, signLine, type LedgerHeading } from './ledger.ts';

/** 逾期节点清单: whose it is and how many days it is late. */
export function lateReport(nodes: readonly LateNode[], heading: LedgerHeading): Report {
  const projects = new Set(nodes.map(({ row }) => row.projectId)).size;
  return {
    title: clip(`${heading.bureauName}书记项目逾期节点清单`, 100),
    head: [headLine(heading, `逾期节点：${nodes.length}个`, `涉及项目：${projects}个`)],
    columns,
    rows: nodes.map(({ row: { facts }, title, owner, department, plannedFinish, days }, place) => [
      place + 1,
      facts.unitName,
      facts.title,
      facts.secretary,
      title,
      owner,
      department,
      plannedFinish,
      days,
    ]),
    total: null,
    foot: ['说明：逾期天数按自然日计算，以各单位最近一次上报的推进计划为准。', signLine],
    orientation: 'landscape',
    fileName: clip(`书记项目逾期节点清单-${heading.today}`, 100),
  };
}

const columns: readonly ReportColumn[] = [
  numberColumn('序号', 2),
  textColumn('单位', 6),
  textColumn('项目', 9),
  textColumn('书记', 3.4),
  textColumn('逾期节点', 9),
  textColumn('责任人', 3.6),
  textColumn('责任部门', 5),
  { title: '计划完成', width: 5, kind: 'date' },
  numberColumn('逾期天数', 2.8),
];
