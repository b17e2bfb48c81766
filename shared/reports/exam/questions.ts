import { withoutEmphasis } from '../../bank/emphasis.ts';
import { letterOf } from '../../bank/options.ts';
import { fewestAnswers, type QuestionStatistics } from '../../exam/statistics/questions.ts';
import type { QuestionType } from '../../model/question.ts';
import type { Report, ReportColumn } from '../../model/report.ts';
import { examTitle, numberColumn, signatures, textColumn, twoDigits, type ExamHeading } from './heading.ts';
import { clip, line } from '../format.ts';

export interface ExamQuestionsInput extends ExamHeading {
  readonly questions: readonly QuestionStatistics[];
}

const typeWords = { single: '单选', multiple: '多选', judge: '判断', blank: '填空', short: '简答', case: '案例' } as const satisfies Record<
  QuestionType,
  string
>;

/** 试题分析表: those whose key may be wrong first, then from the hardest on. */
export function examQuestionsReport(input: ExamQuestionsInput): Report {
  const { questions, today } = input;
  const title = examTitle(input, '试题分析表');
  const sorted = questions.toSorted((one, other) => other.flags.length - one.flags.length || one.facility - other.facility);
  return {
    title,
    head: [
      line(`填表日期：${today}`, `共${questions.length}题`, `其中答案待核对${questions.filter(({ flags }) => flags.length > 0).length}题`),
    ],
    columns,
    rows: sorted.map((question, place) => [
      place + 1,
      question.id,
      typeWords[question.type],
      question.section,
      question.topic,
      clip(withoutEmphasis(question.stem), 120),
      question.answers,
      twoDigits(question.facility),
      twoDigits(question.discrimination),
      judgement(question),
      optionWords(question),
      flagWords(question),
    ]),
    total: null,
    foot: [
      `说明：难度系数＝平均得分率（通过率），越大越容易；区分度＝高分组（前27%）与低分组（后27%）得分率之差，按其余各题的得分分组；作答不足${fewestAnswers}人的不作判断。`,
      signatures,
    ],
    orientation: 'landscape',
    fileName: `${title}-${today}`,
  };
}

const columns: readonly ReportColumn[] = [
  numberColumn('序号', 2),
  textColumn('题目编码', 5),
  textColumn('题型', 2.4),
  textColumn('板块', 4),
  textColumn('知识点', 4.4),
  textColumn('题干', 13),
  numberColumn('作答人数', 2.8),
  numberColumn('难度系数', 2.8),
  numberColumn('区分度', 2.8),
  textColumn('判断', 5),
  textColumn('各选项人数', 6),
  textColumn('提示', 5),
];

/** Words of R. L. Ebel (Essentials of Educational Measurement): from 0.40 very good, 0.30 good, 0.20 fair, below poor. */
function judgement({ answers, discrimination }: QuestionStatistics): string {
  if (discrimination === null) return `n=${answers}<${fewestAnswers}，不作判断`;
  if (discrimination >= 0.4) return '区分好';
  if (discrimination >= 0.3) return '区分较好';
  return discrimination >= 0.2 ? '区分尚可' : '区分差，宜修改';
}

function optionWords({ type, options }: QuestionStatistics): string {
  const name = (place: number): string => (type === 'judge' ? (place === 0 ? '对' : '错') : letterOf(place));
  return options.map(({ chosen, right }, place) => `${name(place)}${right ? '✓' : ''}\u00a0${chosen}`).join('，');
}

const flagTexts = { negative: '高分组反而错得多', distractor: '高分组选错项多于正确项' } as const;

const flagWords = ({ flags }: QuestionStatistics): string =>
  flags.length === 0 ? '' : `请核对答案：${flags.map((flag) => flagTexts[flag]).join('；')}`;
