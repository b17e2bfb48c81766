import type { PaperItem } from '@shared/model/exam.ts';
import type { Answer, Question, SimpleQuestion } from '@shared/model/question.ts';

/** Hundredths, and whether it is fully right; null where a person has to say so. */
export interface Grade {
  readonly hundredths: number;
  readonly right: boolean | null;
}

/** Marks one item as a clerk would, in whole numbers alone. Texts in blanks must be equal to be right. */
export function naiveGrade({ question, score, scoring }: PaperItem, answer: Answer | null): Grade {
  const full = Math.round(score * 100);
  if (question.type !== 'case') return naiveSimple(question, full, scoring, answer);
  const given = answer?.kind === 'parts' ? answer.answers : [];
  const grades = splitByHand(full, question.weights).map((share, n) => {
    const part = question.parts[n]!;
    return naiveSimple(part, share, isMadeFor(part.type, scoring) ? scoring : undefined, given[n] ?? null);
  });
  return {
    hundredths: grades.reduce((sum, { hundredths }) => sum + hundredths, 0),
    right: grades.some(({ right }) => right === null) ? null : grades.every(({ right }) => right),
  };
}

/** In a case a rule counts for the parts that it is made for; the others keep the rule of their type. */
const isMadeFor = (type: Question['type'], scoring: PaperItem['scoring']): boolean =>
  scoring === 'all' || (scoring === 'perBlank' ? type === 'blank' : type === 'multiple');

/** One hundredth after the other goes to the part that lacks most of its exact share, of equal ones to the earlier. */
export function splitByHand(full: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((full * weight) / whole));
  const lacks = weights.map((weight, n) => full * weight - parts[n]! * whole);
  for (let left = full - parts.reduce((sum, part) => sum + part, 0); left > 0; left -= 1) {
    const next = lacks.indexOf(Math.max(...lacks));
    parts[next]! += 1;
    lacks[next] = -1;
  }
  return parts;
}

function naiveSimple(question: SimpleQuestion, full: number, scoring: PaperItem['scoring'], answer: Answer | null): Grade {
  if (question.type === 'short') return { hundredths: 0, right: null };
  const [right, of] = rightParts(question, answer);
  if (right === of) return { hundredths: full, right: true };
  const rule = scoring ?? (question.type === 'blank' ? 'perBlank' : 'all');
  return { hundredths: Math.min(Math.max(0, full - 1), sharesOf(question.type, rule, { full, right, of })), right: false };
}

function sharesOf(type: Question['type'], rule: string, { full, right, of }: { full: number; right: number; of: number }): number {
  if (right === 0) return 0;
  if (type === 'multiple' && rule === 'half') return halfUp(full, 2);
  if ((type === 'multiple' && rule === 'perOption') || (type === 'blank' && rule === 'perBlank')) return halfUp(full * right, of);
  return 0;
}

/** A quotient of whole numbers, half of one rounded up. */
const halfUp = (value: number, by: number): number => Math.floor((2 * value + by) / (2 * by));

/** How many of how many things are right; a wrong option spoils all. */
function rightParts(question: Exclude<SimpleQuestion, { type: 'short' }>, answer: Answer | null): readonly [number, number] {
  if (question.type === 'judge') return [answer?.kind === 'judge' && answer.value === question.answer ? 1 : 0, 1];
  if (question.type === 'blank') {
    const given = answer?.kind === 'blanks' ? answer.texts : [];
    const places = question.answer.map((_, n) => n);
    const orders = question.unordered ? permutations(places) : [places];
    const counts = orders.map((order) => order.filter((place, blank) => question.answer[blank]!.includes(given[place] ?? '')).length);
    return [Math.max(...counts), question.answer.length];
  }
  const chosen = answer?.kind === 'options' ? [...new Set(answer.chosen)] : [];
  return [chosen.every((option) => question.answer.includes(option)) ? chosen.length : 0, question.answer.length];
}

const permutations = (items: readonly number[]): number[][] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
