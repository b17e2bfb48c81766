import { withoutEmphasis } from '../bank/emphasis.ts';
import { letterOf } from '../bank/options.ts';
import type { Paper, PaperItem, PartItem } from '../model/exam.ts';
import type { BlankQuestion, Question, QuestionType, SimpleQuestion } from '../model/question.ts';
import { never } from '../never.ts';
import { partItems } from './case.ts';

/** A paper as it is laid out in ink: docx and PDF are made from the same one. */
export interface PrintedPaper {
  readonly title: string;
  readonly subtitle: string;
  /** What the candidate fills in. */
  readonly fields: string;
  readonly notes: readonly string[];
  readonly parts: readonly PrintedPart[];
}

export interface PrintedPart {
  /** 一、单项选择题（共20题，每题2分，共40分。…） */
  readonly heading: string;
  /** 一、单项选择题 */
  readonly title: string;
  readonly items: readonly PrintedItem[];
}

export interface PrintedItem {
  /** Stands before the stem: '1. ' on the paper, '（1）' in a case. */
  readonly label: string;
  /** With the emphasis of the question; of a case its material. */
  readonly stem: string;
  /** With their letters; how many stand on a line depends on the longest. */
  readonly options: readonly string[];
  readonly optionsPerLine: 1 | 2 | 4;
  /** Empty lines to write on. */
  readonly lines: number;
  /** For the last page. */
  readonly answer: string;
  /** The questions on the material of a case; empty in other items. */
  readonly parts: readonly PrintedItem[];
}

const typeTitles = {
  single: '单项选择题',
  multiple: '多项选择题',
  judge: '判断题',
  blank: '填空题',
  short: '简答题',
  case: '案例分析题',
} as const satisfies Record<QuestionType, string>;

const rules = {
  single: '每题只有1个正确答案',
  multiple: '每题有2个或2个以上正确答案，多选、少选、错选均不得分',
  judge: '对的打√，错的打×',
  blank: '有几个空的，各空平分该题分值',
  short: '',
  case: '先阅读材料，再回答各小题',
} as const satisfies Record<QuestionType, string>;

/** Items that follow each other with one type and score are a part; numbers start again in each. */
export function printPaper(paper: Paper): PrintedPaper {
  const parts = splitParts(paper.items);
  const full = sum(paper.items);
  return {
    title: paper.title,
    subtitle: `（考试时间：${paper.minutes}分钟　满分：${full}分）`,
    fields: ['单位', '支部', '姓名', '工号', '得分'].map((field) => `${field}________`).join('  '),
    notes: [
      '开考前请先填写单位、支部、姓名和工号。',
      '答案直接答在试卷上，字迹要清楚。',
      `本卷共${chinese(parts.length)}大题，满分${full}分，考试时间${paper.minutes}分钟。`,
    ],
    parts: parts.map(printPart),
  };
}

function splitParts(items: readonly PaperItem[]): PaperItem[][] {
  const parts: PaperItem[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    const first = last?.[0];
    if (last && first?.question.type === item.question.type && first.score === item.score) last.push(item);
    else parts.push([item]);
  }
  return parts;
}

function printPart(items: readonly PaperItem[], place: number): PrintedPart {
  const type = items[0]?.question.type ?? 'single';
  const title = `${chinese(place + 1)}、${typeTitles[type]}`;
  const counts = `共${items.length}题，每题${items[0]?.score ?? 0}分，共${sum(items)}分`;
  const heading = `${title}（${[counts, rules[type]].filter(Boolean).join('。')}）`;
  return { title, heading, items: items.map((item, n) => printItem(item, `${n + 1}. `)) };
}

function printItem(item: PaperItem, label: string): PrintedItem {
  const { question } = item;
  const options =
    'options' in question ? item.optionOrder.map((option, shown) => `${letterOf(shown)}. ${question.options[option] ?? ''}`) : [];
  const lines = question.type === 'short' ? 5 : 0;
  const parts = partItems(item).map(printPartOfCase);
  const answer = question.type === 'case' ? joinAnswers(parts) : printAnswer(question, item.optionOrder);
  return { label, stem: printStem(question), options, optionsPerLine: perLine(options), lines, answer, parts };
}

/** Says what it scores: the heading of a case names only the score of all its parts. */
function printPartOfCase(item: PartItem, place: number): PrintedItem {
  const printed = printItem(item, `（${place + 1}）`);
  return { ...printed, stem: `${printed.stem}（${item.score}分）` };
}

/** Letters and marks on one line; where an answer is longer, a line each. */
function joinAnswers(parts: readonly PrintedItem[]): string {
  const isShort = parts.every(({ answer }) => answer.length <= 6);
  return parts.map(({ label, answer }) => label + answer).join(isShort ? '　' : '\n');
}

/** Spaces that do not break: a bracket alone at the start of a line is not where one writes. */
const brackets = '（\u00a0\u00a0\u00a0\u00a0）';

/** Where the answer goes has to be visible: brackets in choices and judgements, lines as long as the answer in blanks. */
function printStem(question: Question): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return /[（(]\s*[）)]|_{2,}/.test(question.stem) ? question.stem.replace(/[（(]\s*[）)]/g, brackets) : question.stem + brackets;
    case 'judge':
      return question.stem + brackets;
    case 'blank':
      return drawBlanks(question) + (question.unordered ? '（各空不分先后）' : '');
    case 'short':
    case 'case':
      return question.stem;
    default:
      return never(question);
  }
}

function drawBlanks(question: BlankQuestion): string {
  let blank = 0;
  return question.stem.replace(/_+\s*[（(]\s*\d+\s*[）)]\s*_+|_{2,}|＿+|[（(]\s*[）)]/g, () => {
    const longest = Math.max(2, ...(question.answer[blank] ?? []).map((text) => text.length));
    blank += 1;
    return '_'.repeat(Math.min(30, 2 * longest + 4));
  });
}

function printAnswer(question: SimpleQuestion, optionOrder: readonly number[]): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return optionOrder.flatMap((option, shown) => (question.answer.includes(option) ? [letterOf(shown)] : [])).join('');
    case 'judge':
      return question.answer ? '√' : '×';
    case 'blank':
      return question.answer.map((accepted) => accepted.join(' / ')).join('；');
    case 'short':
      return question.answer;
    default:
      return never(question);
  }
}

/** A line of an A4 page holds 37 characters of 小四; Latin ones count half. */
function perLine(options: readonly string[]): 1 | 2 | 4 {
  const longest = Math.max(
    0,
    ...options.map((option) =>
      Array.from(withoutEmphasis(option)).reduce((width, character) => width + (character > '\u00ff' ? 1 : 0.5), 0),
    ),
  );
  if (longest <= 8.5) return 4;
  return longest <= 18 ? 2 : 1;
}

/** 1 to 99 as 一 to 九十九. */
function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(number / 10);
  const ones = number % 10 > 0 || number === 0 ? (digits[number % 10] ?? '') : '';
  return tens === 0 ? ones : `${tens > 1 ? digits[tens] : ''}十${ones}`;
}

/** Whole hundredths, so that 0.1 three times is 0.3. */
const sum = (items: readonly PaperItem[]): number => items.reduce((total, item) => total + Math.round(item.score * 100), 0) / 100;
