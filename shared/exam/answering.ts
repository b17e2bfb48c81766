import type { PaperItem } from '../model/exam.ts';
import type { Answer, SimpleAnswer, SimpleQuestion } from '../model/question.ts';

/** Whether a person has answered: an option chosen, something other than spaces written; of a case, every part. */
export function isAnswered(answer: Answer | null): boolean {
  switch (answer?.kind) {
    case undefined:
      return false;
    case 'options':
      return answer.chosen.length > 0;
    case 'judge':
      return true;
    case 'blanks':
      return answer.texts.some((text) => text.trim() !== '');
    case 'text':
      return answer.text.trim() !== '';
    case 'parts':
      return answer.answers.length > 0 && answer.answers.every(isAnswered);
  }
}

/** Whether there is anything to mark: a case is begun with its first part. */
export const isBegun = (answer: Answer | null): boolean =>
  answer?.kind === 'parts' ? answer.answers.some(isAnswered) : isAnswered(answer);

/** The answer after the option at this index was picked: a single choice is replaced, a multiple one toggled. Null where none is left. */
export function pickOption(question: SimpleQuestion, answer: Answer | null, option: number): SimpleAnswer | null {
  if (question.type !== 'multiple') return { kind: 'options', chosen: [option] };
  const before = answer?.kind === 'options' ? answer.chosen : [];
  const chosen = before.includes(option) ? before.filter((other) => other !== option) : [...before, option].toSorted((a, b) => a - b);
  return chosen.length > 0 ? { kind: 'options', chosen } : null;
}

/** The answer after one blank was written; blanks not yet reached stand empty. */
export function writeBlank(answer: Answer | null, { blank, blanks, text }: { blank: number; blanks: number; text: string }): SimpleAnswer {
  const before = answer?.kind === 'blanks' ? answer.texts : [];
  return { kind: 'blanks', texts: Array.from({ length: blanks }, (_, place) => (place === blank ? text : (before[place] ?? ''))) };
}

/** 'A' for the first place, 'B' for the second. */
export const letterOf = (place: number): string => String.fromCodePoint(65 + place);

/** The letters under which a paper shows these options, in the order of the paper: ['A', 'C']. */
export function lettersOf(item: Pick<PaperItem, 'optionOrder'>, options: readonly number[]): string[] {
  return item.optionOrder.flatMap((option, place) => (options.includes(option) ? [letterOf(place)] : []));
}
