import type { ChoiceQuestion, Question } from '../model/question.ts';
import { foldText } from './text.ts';

/** Whether two questions ask the same and cannot both be right. Neither needs to know the other's order of options. */
export function contradict(one: Question, other: Question): boolean {
  return foldText(one.stem) === foldText(other.stem) && answersClash(one, other);
}

function answersClash(one: Question, other: Question): boolean {
  if (isChoice(one) && isChoice(other)) return isWrongIn(one, other) || isWrongIn(other, one);
  if (one.type === 'judge' && other.type === 'judge') return one.answer !== other.answer;
  if (one.type === 'blank' && other.type === 'blank')
    return one.answer.length === other.answer.length && blanksClash(one.answer, other.answer);
  return false;
}

const isChoice = (question: Question): question is ChoiceQuestion => question.type === 'single' || question.type === 'multiple';

/**
 * Whether an answer that is right in the first stands as a wrong option in the second. A stem such as “下列说法正确的是” may
 * return with other options, and does no harm then. A single-choice question may ask for one of several right ones, so
 * it is compared with its own kind only.
 */
function isWrongIn(one: ChoiceQuestion, other: ChoiceQuestion): boolean {
  if (one.type !== other.type) return false;
  const wrong = new Set(other.options.filter((_, place) => !other.answer.includes(place)).map(foldText));
  return one.answer.some((place) => wrong.has(foldText(one.options[place] ?? '')));
}

type Blanks = readonly (readonly string[])[];

/** Whether some blank accepts nothing that the other accepts. */
function blanksClash(one: Blanks, other: Blanks): boolean {
  return one.some((accepted, place) => {
    const texts = new Set(accepted.map(foldText));
    return !(other[place] ?? []).some((text) => texts.has(foldText(text)));
  });
}
