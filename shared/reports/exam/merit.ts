import { partsOf } from '../../exam/bureau/quarters.ts';
import { hasMerit, type PersonYear } from '../../exam/statistics/year.ts';
import type { Report, ReportColumn } from '../../model/report.ts';
import { fourDigits, numberColumn, percentColumn, signatures, textColumn, type ExamHeading } from './heading.ts';
import { meritWord } from './units.ts';
import { clip, line } from '../format.ts';

export interface ExamMeritInput extends ExamHeading {
  readonly people: readonly PersonYear[];
  /** How many exams of the year are counted. */
  readonly exams: number;
}

/** 年度合格率及评先评优名单: everybody whose yearly pass rate is 100 % first, each group in the order of the list. */
export function examMeritReport({ bureauName, exam, people, exams, today }: ExamMeritInput): Report {
  const { year } = partsOf(exam.quarter);
  const title = clip(`${bureauName}${year}年度党务知识考试合格率及评先评优名单`, 100);
  const sorted = [...people.filter(hasMerit), ...people.filter((person) => !hasMerit(person))];
  return {
    title,
    head: [line(`填表日期：${today}`, `本年已考${exams}场`, `共${people.length}人，年度合格率100%的${people.filter(hasMerit).length}人`)],
    columns,
    rows: sorted.map((each, place) => [
      place + 1,
      each.person.unitName,
      each.person.branch,
      each.person.name,
      each.person.staffNumber,
      each.listed,
      each.passed,
      each.absent,
      fourDigits(each.rate),
      meritWord(each),
      each.open > 0 ? `${each.open}场成绩待定` : '',
    ]),
    total: null,
    foot: [
      '说明：按各季首次考试计，缺考的看补考；首次考试不合格、补考合格的不计入首次合格。同等条件下，年度合格率100%的优先。',
      signatures,
    ],
    orientation: 'portrait',
    fileName: `${title}-${today}`,
  };
}

const columns: readonly ReportColumn[] = [
  numberColumn('序号', 2),
  textColumn('单位', 7),
  textColumn('支部', 6),
  textColumn('姓名', 4),
  textColumn('工号', 4.4),
  numberColumn('应考次数', 2.6),
  numberColumn('合格次数', 2.6),
  numberColumn('缺考次数', 2.6),
  percentColumn('年度合格率', 4),
  textColumn('评先优先（是/否）', 4),
  textColumn('备注', 4.4),
];
