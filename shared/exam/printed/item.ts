import { letterOf } from '../../bank/options.ts';
import type { PaperItem, PartItem } from '../../model/exam.ts';
import type { BlankQuestion, Question, QuestionType, SimpleQuestion } from '../../model/question.ts';
import { never } from '../../never.ts';
import { partItems } from '../case.ts';
import { charactersOf, optionsPerLine, type OptionsPerLine } from './widths.ts';

/** One question as it stands on the paper. */
export interface PrintedItem {
  readonly type: QuestionType;
  /** Stands before the stem: '1. ' on the paper, '（1）' in a case. */
  readonly label: string;
  /** With the emphasis of the question; of a case its material. */
  readonly stem: string;
  /** With their letters; how many stand on a line depends on the longest. */
  readonly options: readonly string[];
  readonly optionsPerLine: OptionsPerLine;
  /** How long the line of each blank is, in underscores of half a character. */
  readonly blanks: readonly number[];
  /** Empty lines to write on. */
  readonly lines: number;
  /** By the letters that the paper shows. */
  readonly answer: string;
  /** 解析 and 依据, for the teacher's copy; '' where there is none. */
  readonly explanation: string;
  readonly basis: string;
  /** The questions on the material of a case; empty in other items. */
  readonly parts: readonly PrintedItem[];
}

export function printItem(item: PaperItem, label: string): PrintedItem {
  const { question } = item;
  const options =
    'options' in question ? item.optionOrder.map((option, shown) => `${letterOf(shown)}. ${question.options[option] ?? ''}`) : [];
  const parts = partItems(item).map(printPartOfCase);
  return {
    type: question.type,
    label,
    stem: stemOf(question),
    options,
    optionsPerLine: optionsPerLine(options),
    blanks: question.type === 'blank' ? question.answer.map(blankLength) : [],
    lines: question.type === 'short' ? linesFor(question.answer) : 0,
    answer: question.type === 'case' ? joinAnswers(parts) : answerOf(question, item.optionOrder),
    explanation: question.explanation,
    basis: question.basis,
    parts,
  };
}

/** Says what it scores: the heading of a case names only the score of all its parts. Its basis stands with the case. */
function printPartOfCase(item: PartItem, place: number): PrintedItem {
  const printed = printItem(item, `（${place + 1}）`);
  return { ...printed, stem: `${printed.stem}（${item.score}分）`, basis: '' };
}

/** Letters and marks on one line; where an answer is longer, a line each. */
function joinAnswers(parts: readonly PrintedItem[]): string {
  const isShort = parts.every(({ answer }) => answer.length <= 6);
  return parts.map(({ label, answer }) => label + answer).join(isShort ? '　' : '\n');
}

/** Spaces that do not break: a bracket alone at the start of a line is not where one writes. */
const brackets = '（\u00a0\u00a0\u00a0\u00a0）';

/** Where the answer goes has to be visible: brackets in choices and judgements, lines as long as the answer in blanks. */
function stemOf(question: Question): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return /[（(]\s*[）)]|_{2,}/.test(question.stem) ? question.stem.replace(/[（(]\s*[）)]/g, brackets) : question.stem + brackets;
    case 'judge':
      return question.stem.replace(/\s*[（(]\s*[）)]\s*$/, '') + brackets;
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
    const accepted = question.answer[blank] ?? [];
    blank += 1;
    return '_'.repeat(blankLength(accepted));
  });
}

/** Grows with the longest accepted answer: a character by hand takes the room of two underscores and some air around them. */
const blankLength = (accepted: readonly string[]): number => Math.min(30, 2 * Math.max(2, ...accepted.map(charactersOf)) + 4);

/** By hand a line holds about 20 characters; half as much again is left, and never less than four lines. */
function linesFor(answer: string): number {
  const written = answer.split('\n').reduce((lines, point) => lines + Math.max(1, Math.ceil(charactersOf(point) / 20)), 0);
  return Math.min(15, Math.max(4, Math.ceil(written * 1.5)));
}

function answerOf(question: SimpleQuestion, optionOrder: readonly number[]): string {
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
