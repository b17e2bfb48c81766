import { answerText } from '../bank/answer-text.ts';
import { withoutEmphasis } from '../bank/emphasis.ts';
import { letterOf } from '../bank/options.ts';
import { typeNames } from '../bank/template/rows.ts';
import type { Question, SimpleQuestion } from '../model/question.ts';
import type { Cell, Report, ReportColumn } from '../model/report.ts';
import type { Mistake } from '../model/study.ts';
import { clip, line } from './format.ts';

/** A question of somebody's 错题本. */
export interface MistakenQuestion {
  readonly question: Question;
  readonly mistake: Mistake;
  /** 'YYYY-MM-DD' of the last answer. */
  readonly lastDay: string;
}

interface Book {
  readonly personName: string;
  readonly unitName: string;
  readonly entries: readonly MistakenQuestion[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

const columns: readonly ReportColumn[] = [
  { title: '序号', width: 2.5, kind: 'number' },
  { title: '板块', width: 5, kind: 'text' },
  { title: '题型', width: 3, kind: 'text' },
  { title: '题目', width: 18, kind: 'text' },
  { title: '答案', width: 6, kind: 'text' },
  { title: '解析', width: 11, kind: 'text' },
  { title: '依据', width: 8, kind: 'text' },
  { title: '答错次数', width: 4, kind: 'number' },
  { title: '状态', width: 3.2, kind: 'text' },
  { title: '最近作答', width: 5, kind: 'date' },
];

/** What stands under a question in a booklet of mistakes. */
export const mistakeRemark = ({ mistake, lastDay }: MistakenQuestion): string => `本人答错 ${mistake.wrongCount} 次，最近作答 ${lastDay}`;

/** 错题表: the questions with their answers, why, the clause, and how often this person was wrong. */
export function mistakesReport({ personName, unitName, entries, today }: Book): Report {
  return {
    title: '错题表',
    head: [line(`姓名：${clip(personName, 60)}`, `单位：${clip(unitName, 100)}`, `共 ${entries.length} 题`, `导出日期：${today}`)],
    columns,
    rows: entries.map(row),
    total: null,
    foot: [],
    orientation: 'landscape',
    fileName: `${clip(personName, 40)}的错题－错题表`,
  };
}

const row = ({ question, mistake, lastDay }: MistakenQuestion, place: number): Cell[] => [
  place + 1,
  question.section,
  typeNames[question.type],
  withoutEmphasis(askedText(question)),
  withoutEmphasis(answerOf(question)),
  withoutEmphasis(question.explanation),
  question.basis,
  mistake.wrongCount,
  mistake.state === 'open' ? '待巩固' : '已克服',
  lastDay,
];

const askedText = (question: Question): string =>
  question.type === 'case'
    ? [question.stem, ...question.parts.map((part, place) => `（${place + 1}）${simpleText(part)}`)].join('\n')
    : simpleText(question);

const simpleText = (question: SimpleQuestion): string =>
  'options' in question
    ? [question.stem, ...question.options.map((option, place) => `${letterOf(place)}. ${option}`)].join('\n')
    : question.stem;

const answerOf = (question: Question): string =>
  question.type === 'case' ? question.parts.map((part, place) => `（${place + 1}）${answerText(part)}`).join('\n') : answerText(question);
