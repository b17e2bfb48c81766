import type { SimpleQuestion } from '../model/question.ts';
import { never } from '../never.ts';
import { lettersOf } from './answer.ts';

/** The answer as a printed page tells it, by the order in which the options stand in the bank: AC · 正确 · 甲|乙；丙 */
export function answerText(question: SimpleQuestion): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return lettersOf(question.answer);
    case 'judge':
      return question.answer ? '正确' : '错误';
    case 'blank':
      return question.answer.map((accepted) => accepted.join('|')).join('；') + (question.unordered ? '（不分先后）' : '');
    case 'short':
      return question.answer;
    default:
      return never(question);
  }
}
