import type { ItemResult, PartResult } from '../../model/exam.ts';
import type { Marking } from '../../model/examining.ts';
import type { Answer } from '../../model/question.ts';
import { isAnswered } from '../answering.ts';
import { answerOfPart } from '../case.ts';
import { resultOfParts } from '../grade.ts';
import { marksOf, settleMarks } from '../marking.ts';

/** The result of an item with the marks of its short answers put in where they are settled. What was not answered scores 0 without a mark. */
export function markShorts(item: ItemResult, answer: Answer | null, markings: readonly Marking[]): ItemResult {
  if (!item.parts) return markShort(item, answer, markings);
  if (item.correct !== null) return item;
  return resultOfParts(
    item,
    item.parts.map((part, place) => markShort(part, answerOfPart(answer, place), markings)),
  );
}

function markShort<T extends PartResult>(item: T, answer: Answer | null, markings: readonly Marking[]): T {
  if (item.type !== 'short') return item;
  if (!isAnswered(answer)) return { ...item, score: 0, correct: false };
  const { first, second, settled } = marksOf(markings.filter(({ questionId }) => questionId === item.questionId));
  const state = settleMarks({ first: first?.score ?? null, second: second?.score ?? null, settled: settled?.score ?? null }, item.full);
  return state.kind === 'settled' ? { ...item, score: state.score, correct: state.score === item.full } : item;
}
