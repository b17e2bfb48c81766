import { withoutEmphasis } from '../bank/emphasis.ts';
import type { Correction } from '../model/bank.ts';
import type { Cell, Report, ReportColumn } from '../model/report.ts';
import { clip, line } from './format.ts';

export interface CorrectionReportInput {
  /** Stands in the title: 示例县供电局. */
  readonly unitName: string;
  /** What is to be reported; answered ones are left out. */
  readonly corrections: readonly Correction[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** The day of an instant (ms since 1970) in the time zone of this computer, 'YYYY-MM-DD'. */
  readonly dayOf: (instant: number) => string;
}

/** The bureau reads these columns back by their titles, so neither may change. */
const columns: readonly ReportColumn[] = [
  { title: '编号', width: 7, kind: 'text' },
  { title: '题目编码', width: 5, kind: 'text' },
  { title: '题库', width: 4, kind: 'text' },
  { title: '版本', width: 2.2, kind: 'number' },
  { title: '题干', width: 13, kind: 'text' },
  { title: '问题说明', width: 13, kind: 'text' },
  { title: '反映人', width: 3.4, kind: 'text' },
  { title: '单位', width: 5.5, kind: 'text' },
  { title: '日期', width: 5, kind: 'date' },
];

/** 题库纠错单: one row a correction that the bureau has not answered, the oldest first. */
export function correctionReport({ unitName, corrections, today, dayOf }: CorrectionReportInput): Report {
  const open = corrections.filter((correction) => correction.reply === null).toSorted((one, other) => one.at - other.at);
  const title = clip(`${unitName}题库纠错单`, 100);
  return {
    title,
    head: [line(`填表日期：${today}`, `共${open.length}条`)],
    columns,
    rows: open.map((correction) => row(correction, dayOf)),
    total: null,
    foot: [
      '说明：编号和题目编码供局里导入时对应试题，请不要改动。',
      line('填表人：　　　　　　', '审核人：　　　　　　', '单位（盖章）　　　　　　', '　　　年　　月　　日'),
    ],
    orientation: 'landscape',
    fileName: `${title}-${today}`,
  };
}

const row = (correction: Correction, dayOf: CorrectionReportInput['dayOf']): Cell[] => [
  correction.id,
  correction.questionId,
  correction.package,
  correction.version,
  withoutEmphasis(correction.stem),
  correction.text,
  correction.personName,
  correction.unitName,
  dayOf(correction.at),
];
