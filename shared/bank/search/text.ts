import type { BankEntry } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';
import { withoutEmphasis } from '../emphasis.ts';

/** The form in which texts and queries are compared: one width, one case, without the marks of emphasis. */
export const searchForm = (text: string): string => withoutEmphasis(text).normalize('NFKC').toLowerCase();

/** The words of a query; all of them have to be found. */
export const wordsOf = (query: string): string[] => searchForm(query).split(/\s+/).filter(Boolean);

/** Everything by which an entry is found, one text a line: stem, options, answer, id, basis, topic. */
export function textsOf({ id, question, draft }: BankEntry): string[] {
  if (question) return [id, question.basis, question.topic, ...asked(question)];
  if (!draft) return [id];
  return [id, draft.basis, draft.topic, draft.stem, ...draft.options, draft.answer];
}

/** What is found by the initials of its pinyin: what a person remembers of a question. */
export function spokenTexts({ question, draft }: BankEntry): string[] {
  const about = question ?? draft;
  return about ? [about.stem, about.topic] : [];
}

function asked(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [question.stem, ...question.options];
    case 'blank':
      return [question.stem, ...question.answer.flat()];
    case 'short':
      return [question.stem, question.answer];
    case 'case':
      return [question.stem, ...question.parts.flatMap(asked)];
    default:
      return [question.stem]; // 正确 and 错误 would be found in every judgement
  }
}
