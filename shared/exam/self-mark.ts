import type { AttemptResult, ItemResult, PartResult } from '../model/exam.ts';
import { resultOfParts, totalOf } from './grade.ts';

/**
 * The result after a person has marked one short answer (自评), which may be part of a case: `questionId` is then that of
 * the part. `score` is brought into 0…full and to hundredths. From then on the item counts as marked; it can be marked
 * again. Items that the program marks are left as they are.
 */
export function selfMark(
  result: AttemptResult,
  { questionId, score }: { questionId: string; score: number },
  passLine: number,
): AttemptResult {
  const mark = <T extends PartResult>(item: T): T =>
    item.questionId === questionId && item.type === 'short' ? { ...item, ...markOf(item, score) } : item;
  const items = result.items.map((item): ItemResult => (item.parts ? resultOfParts(item, item.parts.map(mark)) : mark(item)));
  return totalOf(items, passLine);
}

function markOf(item: PartResult, score: number): Pick<PartResult, 'score' | 'correct'> {
  const kept = Math.round(Math.min(item.full, Math.max(0, score)) * 100) / 100;
  return { score: kept, correct: kept === item.full };
}
