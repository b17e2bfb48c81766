import type { PaperItem } from '../model/exam.ts';
import type { Question } from '../model/question.ts';
import { shuffle, type Dice } from './random.ts';

/** In which order the options of a question are shown, in a case those of each part. */
export type ItemOrder = Pick<PaperItem, 'optionOrder' | 'partOrders'>;

/** In which order a question shows its options, and a case those of its parts: rolled by the dice, except where their order carries meaning. */
export const orderItem = (question: Question, dice: Dice): ItemOrder => orders(question, (options) => shuffle(options, dice));

/** The order of the source. */
export const orderAsWritten = (question: Question): ItemOrder => orders(question, (options) => options);

type Ordering = (options: readonly number[]) => readonly number[];

function orders(question: Question, ordering: Ordering): ItemOrder {
  if (question.type !== 'case') return { optionOrder: orderOptions(question, ordering) };
  return { optionOrder: [], partOrders: question.parts.map((part) => orderOptions(part, ordering)) };
}

function orderOptions(question: Question, ordering: Ordering): readonly number[] {
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  const places = question.options.map((_, place) => place);
  return question.shuffle ? ordering(places) : places;
}
