import type { ExamCounts, UnitCounts } from '../../exam/statistics/counts.ts';
import { hasMerit, type UnitYear, type YearRate } from '../../exam/statistics/year.ts';
import type { Cell, Report, ReportColumn } from '../../model/report.ts';
import { examTitle, fourDigits, numberColumn, percentColumn, signatures, textColumn, twoDigits, type ExamHeading } from './heading.ts';
import { line } from '../format.ts';

export interface ExamUnitsInput extends ExamHeading {
  readonly units: readonly UnitCounts[];
  readonly all: ExamCounts;
  /** The year up to this exam, by unit and of all together. */
  readonly year: readonly UnitYear[];
  readonly yearOfAll: YearRate;
}

/** 成绩汇总表（单位） with its closing 合计 row. */
export function examUnitsReport(input: ExamUnitsInput): Report {
  const { exam, units, all, year, yearOfAll, today } = input;
  const title = examTitle(input, '成绩汇总表');
  return {
    title,
    head: [line(`填表日期：${today}`, `合格线：满分的${exam.passLine}%`, `补考：${all.madeUp}人，其中合格${all.madeUpPassed}人`)],
    columns: columns(exam.passLine),
    rows: units.map(({ unitId, unitName, counts }, place) => [
      place + 1,
      unitName,
      ...figures(counts),
      ...yearCells(year.find((each) => each.unitId === unitId)),
      remark(counts),
    ]),
    total: [null, '合计', ...figures(all), fourDigits(yearOfAll.rate), '', remark(all)],
    foot: [
      '说明：合格率＝合格人数÷实考人数；缺考计入应考，不计入平均分；各分数段按占满分的百分比。本年累计合格率＝首次考试合格人次÷应考人次（缺考的看补考），达到100%的评先优先。',
      signatures,
    ],
    orientation: 'landscape',
    fileName: `${title}-${today}`,
  };
}

const columns = (passLine: number): ReportColumn[] => [
  numberColumn('序号', 2),
  textColumn('单位', 7),
  ...['应考', '实考', '缺考'].map((title) => numberColumn(title, 2.4)),
  percentColumn('参考率', 4),
  ...['≥90', '80–89', '60–79', '<60'].map((title) => numberColumn(title, 2.6)),
  numberColumn(`合格人数（≥${passLine}）`, 3.4),
  percentColumn('合格率', 4),
  numberColumn('平均分', 3.2),
  numberColumn('最高', 2.8),
  numberColumn('最低', 2.8),
  percentColumn('本年累计合格率', 4),
  textColumn('评先优先（是/否）', 3.4),
  textColumn('备注', 4.6),
];

const figures = (counts: ExamCounts): Cell[] => [
  counts.listed,
  counts.sat,
  counts.absent,
  fourDigits(counts.attendance),
  ...counts.bands,
  counts.passed,
  fourDigits(counts.passRate),
  twoDigits(counts.mean),
  counts.highest,
  counts.lowest,
];

const yearCells = (year: UnitYear | undefined): Cell[] => (year ? [fourDigits(year.rate), meritWord(year)] : [null, '']);

/** 是 or 否; 待定 while results are open. */
export const meritWord = (rate: YearRate): string => (hasMerit(rate) ? '是' : rate.open > 0 ? '待定' : '否');

const remark = ({ open }: ExamCounts): string => (open > 0 ? `${open}人成绩待定` : '');
