import type { AttemptResult, ItemResult } from '../model/exam.ts';
import { totalOf } from './grade.ts';

/**
 * The result after a person has marked one short answer (自评). `score` is brought into 0…full and to hundredths. From
 * then on the item counts as marked; it can be marked again. Items that the program marks are left as they are.
 */
export function selfMark(
  result: AttemptResult,
  { questionId, score }: { questionId: string; score: number },
  passLine: number,
): AttemptResult {
  const items = result.items.map((item) => (item.questionId === questionId && item.type === 'short' ? markItem(item, score) : item));
  return totalOf(items, passLine);
}

function markItem(item: ItemResult, score: number): ItemResult {
  const kept = Math.round(Math.min(item.full, Math.max(0, score)) * 100) / 100;
  return { ...item, score: kept, correct: kept === item.full };
}
