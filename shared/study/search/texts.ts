import { withoutEmphasis } from '../../bank/emphasis.ts';
import { searchForm } from '../../bank/search/text.ts';
import type { Question } from '../../model/question.ts';

/** Stands between the texts of a question; no word can hold it. */
const between = '\u0001';

/** Everything by which an installed question is found, in search form, the stem first. */
export const searchedText = (question: Question): string => searchForm([question.stem, ...furtherTexts(question)].join(between));

/** The stem as a list shows it: one line, nothing emphasised. */
export const stemLine = ({ stem }: Question): string => withoutEmphasis(stem).replaceAll(/\s+/g, ' ').trim();

/** Characters shown before a hit, and in all. */
const before = 12;
const excerptLength = 60;

/**
 * Where the stem alone does not say why a question was found: a piece of the other text that does, in search form. ''
 * where the stem has every word.
 */
export function otherHit(text: string, words: readonly string[]): string {
  const [stem = '', ...further] = text.split(between);
  const missing = words.find((word) => !stem.includes(word));
  if (missing === undefined) return '';
  const other = further.find((one) => one.includes(missing)) ?? '';
  const start = Math.max(0, other.indexOf(missing) - before);
  const end = start + excerptLength;
  return `${start > 0 ? '…' : ''}${other.slice(start, end)}${end < other.length ? '…' : ''}`;
}

function furtherTexts(question: Question): string[] {
  const { explanation, basis, topic } = question;
  return [...answersOf(question), explanation, basis, topic, question.id];
}

function answersOf(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [...question.options];
    case 'blank':
      return question.answer.flat();
    case 'short':
      return [question.answer];
    case 'judge':
      return []; // 正确 and 错误 would be found in every judgement
    case 'case':
      return question.parts.flatMap((part) => [part.stem, ...answersOf(part), part.explanation]);
  }
}
