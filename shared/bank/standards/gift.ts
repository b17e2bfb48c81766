import type { BlankQuestion, ChoiceQuestion, Question, SimpleQuestion } from '../../model/question.ts';
import { never } from '../../never.ts';
import { categoryOf, noteOf, notesOf } from './carried.ts';
import { fractionsOf } from './fractions.ts';
import { carriedText, htmlOf, htmlOfStem } from './html.ts';

/**
 * Questions in Moodle's GIFT format (docs.moodle.org/en/GIFT_format). Sections are categories; ids, 知识点, 依据 and
 * 难度 stand in comments, which Moodle passes over and our reader takes back. A question with several blanks is one
 * short answer to Moodle (甲；乙), and a case is a description before its parts.
 *
 * Not carried: the score; control characters; white space at the ends of lines; which kind of space; a section called
 * `top` or `$…$`, or with a / at its ends or doubled. A single choice whose options are all right comes back as a blank.
 */
export function giftOf(questions: readonly Question[]): string {
  const lines: string[] = [];
  let section: string | null = null;
  for (const question of questions) {
    if (question.section !== section) lines.push(`$CATEGORY: ${categoryOf(question.section)}`, '');
    section = question.section;
    lines.push(...blocksOf(question));
  }
  return lines.join('\n');
}

const blocksOf = (question: Question): string[] =>
  question.type === 'case' ? [...commentsOf(question), stemOf(question), '', ...question.parts.flatMap(blockOf)] : blockOf(question);

const blockOf = (question: SimpleQuestion): string[] => [
  ...commentsOf(question),
  `${stemOf(question)}{${answersOf(question)
    .map((line) => `\n\t${line}`)
    .join('')}\n}`,
  '',
];

const stemOf = (question: Question): string => `[html]${escapeGift(htmlOfStem(question.stem))}`;

function commentsOf(question: Question): string[] {
  const id = question.id === '' ? [] : [`[id:${carriedText(question.id).replace(/[\\\]]/g, '\\$&')}]`];
  const extra = 'answer' in question && question.type === 'blank' ? blankNote(question) : [];
  // The reference answer of a short question takes the place of its feedback; so does a case have none.
  const aside = question.explanation !== '' && (question.type === 'short' || question.type === 'case');
  return [...id, ...notesOf(question), ...extra, ...(aside ? [noteOf('解析', question.explanation)] : [])].map((line) => `// ${line}`);
}

function answersOf(question: SimpleQuestion): string[] {
  const feedback = question.explanation === '' ? [] : [`####[html]${escapeGift(htmlOf(question.explanation))}`];
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [...choicesOf(question), ...feedback];
    case 'judge':
      return [question.answer ? 'TRUE' : 'FALSE', ...feedback];
    case 'blank':
      return [...shortAnswers(question).map((text) => `=${shortAnswer(text)}`), ...feedback];
    case 'short':
      return question.answer === '' ? [] : [`####[html]${escapeGift(htmlOf(question.answer))}`];
    default:
      return never(question);
  }
}

function choicesOf({ type, options, answer }: ChoiceQuestion): string[] {
  const fractions = fractionsOf(options.length, answer);
  const mark = (place: number): string => (type === 'multiple' ? `~%${fractions[place]}%` : answer.includes(place) ? '=' : '~');
  return options.map((option, place) => mark(place) + escapeGift(choiceHtml(option)));
}

/** A choice that begins with % or [ would be taken for a weight or a format. */
const choiceHtml = (option: string): string => htmlOf(option).replace(/^%/, '&#37;').replace(/^\[/, '&#91;');

/** What Moodle compares: the alternatives of the one blank, or the answers of all blanks in one text. */
const shortAnswers = ({ answer }: BlankQuestion): readonly string[] =>
  answer.length === 1 ? (answer[0] ?? []) : [answer.map((accepted) => accepted[0] ?? '').join('；')];

/** Where the answers as Moodle sees them are not the whole truth, they stand once more in a comment. */
function blankNote(question: BlankQuestion): string[] {
  const told = question.answer.length === 1 && question.answer.flat().every((text) => !/->|^\[|\n|^\s|\s$/.test(text));
  return told ? [] : [noteOf('各空', JSON.stringify(question.answer.map((accepted) => accepted.map(carriedText))))];
}

/** Plain text; * alone would stand for any text, an arrow for a matching question, % for a weight. */
function shortAnswer(text: string): string {
  const plain = escapeGift(carriedText(text).replaceAll('*', '\\*').replaceAll('->', '→'));
  return /^[%[]/.test(plain) ? `%100%${plain}` : plain;
}

const escapeGift = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
