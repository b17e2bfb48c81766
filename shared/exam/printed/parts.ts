import type { Paper, PaperItem } from '../../model/exam.ts';
import type { ScoringRule } from '../../model/policy.ts';
import type { BlankQuestion, QuestionType } from '../../model/question.ts';
import { fullOf } from '../points.ts';
import { chineseNumber } from './chinese-number.ts';

/** 大题: the items of a paper that stand under one heading and are marked in one box. */
export interface PaperPart {
  /** 一 */
  readonly number: string;
  /** 一、单项选择题 */
  readonly title: string;
  /** 一、单项选择题（共20题，每题2分，共40分。每题只有1个正确答案） */
  readonly heading: string;
  readonly type: QuestionType;
  readonly full: number;
  readonly items: readonly PaperItem[];
}

/** Items that follow each other with one type, score and scoring rule are a part. Scores keyed in from paper are one a part. */
export function partsOfPaper({ items }: Pick<Paper, 'items'>): PaperPart[] {
  const groups: PaperItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] && belongTogether(last[0], item)) last.push(item);
    else groups.push([item]);
  }
  return groups.map(partOf);
}

const belongTogether = (one: PaperItem, other: PaperItem): boolean =>
  one.question.type === other.question.type && one.score === other.score && one.scoring === other.scoring;

function partOf(items: readonly PaperItem[], place: number): PaperPart {
  const { type } = items[0]?.question ?? { type: 'single' };
  const number = chineseNumber(place + 1);
  const title = `${number}、${typeTitles[type]}`;
  const full = fullOf(items);
  const counts = `共${items.length}题，每题${items[0]?.score ?? 0}分，共${full}分`;
  const heading = `${title}（${[counts, ruleOf(items, type)].filter(Boolean).join('。')}）`;
  return { number, title, heading, type, full, items };
}

const typeTitles = {
  single: '单项选择题',
  multiple: '多项选择题',
  judge: '判断题',
  blank: '填空题',
  short: '简答题',
  case: '案例分析题',
} as const satisfies Record<QuestionType, string>;

/** What the heading says about marking: it follows the scoring rule, so that the paper promises what the grading does. */
function ruleOf(items: readonly PaperItem[], type: QuestionType): string {
  const scoring = items[0]?.scoring ?? (type === 'blank' ? 'perBlank' : 'all');
  switch (type) {
    case 'multiple':
      return `每题有2个或2个以上正确答案，${multipleRules[scoring]}`;
    case 'blank':
      return scoring === 'perBlank' ? perBlankRule(items) : '各空全部答对才得分';
    default:
      return plainRules[type];
  }
}

const plainRules = {
  single: '每题只有1个正确答案',
  judge: '对的打√，错的打×',
  short: '',
  case: '先阅读材料，再回答各小题',
} as const satisfies Record<Exclude<QuestionType, 'multiple' | 'blank'>, string>;

const wholeOnly = '多选、少选、错选均不得分';
const multipleRules = {
  all: wholeOnly,
  half: '少选且选项均正确的得一半分，多选、错选不得分',
  perOption: '少选的按选对的个数得分，多选、错选不得分',
  perBlank: wholeOnly,
} as const satisfies Record<ScoringRule, string>;

/** 每空1分 where it is the same for every blank of the part. */
function perBlankRule(items: readonly PaperItem[]): string {
  const counts = new Set(items.map(({ question }) => (question as BlankQuestion).answer.length)); // all of this part's type
  const [count = 0] = counts;
  const each = (items[0]?.score ?? 0) / count;
  const isPlain = counts.size === 1 && Number.isInteger(Math.round(each * 1e6) / 1e4);
  return isPlain ? `每空${Math.round(each * 100) / 100}分` : '有几个空的，各空平分该题分值';
}
