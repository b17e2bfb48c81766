import type { TopicRate } from '../../exam/statistics/topics.ts';
import type { Report, ReportColumn } from '../../model/report.ts';
import { examTitle, fourDigits, numberColumn, percentColumn, signatures, textColumn, type ExamHeading } from './heading.ts';
import { line } from '../format.ts';

export interface ExamBlindSpotsInput extends ExamHeading {
  readonly topics: readonly TopicRate[];
  /** Those of the exam of the last quarter; empty where there was none. */
  readonly before: readonly TopicRate[];
}

/** 知识盲点分析表: a row a section and topic, the weakest of a section first. */
export function examBlindSpotsReport(input: ExamBlindSpotsInput): Report {
  const { topics, before, today } = input;
  const title = examTitle(input, '知识盲点分析表');
  const sections = [...new Set(topics.map(({ section }) => section))];
  const sorted = sections.flatMap((section) =>
    topics.filter((topic) => topic.section === section).toSorted((one, other) => one.rate - other.rate),
  );
  return {
    title,
    head: [line(`填表日期：${today}`, `共${sections.length}个板块、${topics.length}个知识点`)],
    columns,
    rows: sorted.map((topic) => {
      const last = before.find(({ section, topic: name }) => section === topic.section && name === topic.topic)?.rate ?? null;
      return [
        topic.section,
        topic.topic || '（未标知识点）',
        topic.questions,
        topic.answers,
        fourDigits(topic.rate),
        fourDigits(last),
        last === null ? '' : changeWords(topic.rate - last),
        topic.hardest,
        topic.clauses.join('；'),
      ];
    }),
    total: null,
    foot: ['说明：按机上作答统计；正确率＝答对人次÷作答人次，简答、案例按得分率计；升降以百分点计。', signatures],
    orientation: 'landscape',
    fileName: `${title}-${today}`,
  };
}

const columns: readonly ReportColumn[] = [
  textColumn('板块', 7),
  textColumn('知识点', 7),
  numberColumn('题数', 2.4),
  numberColumn('作答人次', 3.2),
  percentColumn('正确率', 4),
  percentColumn('上季正确率', 4),
  textColumn('升降', 4),
  textColumn('最易错题编码', 6),
  textColumn('建议复习条款', 12),
];

/** ↑5.20, ↓3.00 or 持平, in percentage points. */
function changeWords(change: number): string {
  const points = Math.round(change * 10_000) / 100;
  if (points === 0) return '持平';
  return `${points > 0 ? '↑' : '↓'}${Math.abs(points).toFixed(2)}`;
}
