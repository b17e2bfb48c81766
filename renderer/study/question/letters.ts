import type { Question } from '@shared/model/question.ts';

/** The place of the option that has the letter F. */
const placeOfF = 5;

/** Whether F is the letter of an option, and so no other key. */
export function usesLetterF(question: Question): boolean {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.length > placeOfF;
    case 'case':
      return question.parts.some(usesLetterF);
    default:
      return false;
  }
}
