import type { TopicSource } from '../../model/project.ts';
import type { Cell, Report, ReportColumn } from '../../model/report.ts';
import { ledgerFigures, type LedgerRow } from '../../projects/merge/ledger.ts';
import { fourDigits, numberColumn, percentColumn, textColumn } from '../exam/heading.ts';
import { clip, line } from '../format.ts';

/** What the heads of all tables of the ledger need. */
export interface LedgerHeading {
  /** Stands in the title: 示例供电局. */
  readonly bureauName: string;
  /** What the rows were narrowed to, in words; '' where all are shown. */
  readonly narrowed: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export const sourceWords = { self: '自主选题', assigned: '直接交题', claimed: '抢注接题' } as const satisfies Record<TopicSource, string>;

/** 局台账 (formats.md §5), its rows as they are given, with a closing 合计 row. */
export function ledgerReport(rows: readonly LedgerRow[], heading: LedgerHeading): Report {
  const { nodes, done, overdue, late, missing } = ledgerFigures(rows);
  return {
    title: clip(`${heading.bureauName}书记项目台账`, 100),
    head: [headLine(heading, `项目：${rows.length}个`)],
    columns,
    rows: rows.map((row, place) => cellsOf(row, place + 1)),
    total: [null, '合计', `${rows.length}个项目`, '', '', '', nodes, done, overdue, shareOf(done, nodes), '', null, null, ''],
    foot: [`说明：完成率＝已完成节点÷节点总数；逾期、缺报只计实施中的项目。有逾期节点的项目${late}个，缺报的项目${missing}个。`, signLine],
    orientation: 'landscape',
    fileName: clip(`书记项目台账-${heading.today}`, 100),
  };
}

const columns: readonly ReportColumn[] = [
  numberColumn('序号', 2),
  textColumn('单位', 6),
  textColumn('项目', 10),
  textColumn('书记', 3.4),
  textColumn('选题方式', 4),
  { title: '批准日期', width: 5, kind: 'date' },
  numberColumn('节点总数', 2.6),
  numberColumn('已完成', 2.6),
  numberColumn('逾期', 2.4),
  percentColumn('完成率', 3.6),
  { title: '最近上报', width: 5, kind: 'date' },
  numberColumn('缺报月数', 2.6),
  numberColumn('评审得分', 3),
  textColumn('等次', 3),
];

const cellsOf = ({ facts, overdue, doneShare, reportedOn, missing }: LedgerRow, number: number): Cell[] => [
  number,
  facts.unitName,
  facts.title,
  facts.secretary,
  sourceWords[facts.topicSource],
  facts.approvedOn,
  facts.total,
  facts.done,
  overdue,
  fourDigits(doneShare),
  reportedOn,
  missing.length,
  facts.score,
  facts.grade,
];

const shareOf = (done: number, all: number): number | null => fourDigits(all === 0 ? null : done / all);

/** The line between title and table. */
export const headLine = ({ narrowed, today }: LedgerHeading, ...fields: readonly string[]): string =>
  line(`填表日期：${today}`, ...fields, ...(narrowed === '' ? [] : [`范围：${clip(narrowed, 300)}`]));

export const signLine = line('填表人：　　　　　', '审核人：　　　　　', '　　　年　　月　　日');
