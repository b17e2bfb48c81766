import { isBegun } from '@shared/exam/answering.ts';
import type { Attempt, AttemptAnswer, ItemResult, PaperItem, PartResult } from '@shared/model/exam.ts';
import type { Answer } from '@shared/model/question.ts';

/** One question of a result: what was asked, what was answered, what it scored. */
export interface ReviewItem {
  /** 0-based place on the paper. */
  readonly place: number;
  readonly item: PaperItem;
  readonly row: AttemptAnswer | null;
  readonly result: ItemResult;
}

export const reviewFilters = ['all', 'wrong', 'flagged'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export type ItemOutcome = 'right' | 'wrong' | 'part' | 'unanswered' | 'unmarked' | 'marked';

/** The items of a handed-in attempt in the order of the paper. */
export function reviewItems({ paper, result }: Attempt, rows: readonly AttemptAnswer[]): ReviewItem[] {
  const results = new Map(result?.items.map((entry) => [entry.questionId, entry]));
  const given = new Map(rows.map((row) => [row.questionId, row]));
  return paper.items.flatMap((item, place) => {
    const found = results.get(item.question.id);
    return found ? [{ place, item, row: given.get(item.question.id) ?? null, result: found }] : [];
  });
}

/** What became of a question, or of a part of a case. */
export function outcomeOf(result: PartResult, answer: Answer | null): ItemOutcome {
  if (result.correct === null) return 'unmarked';
  if (result.type === 'short') return 'marked';
  if (result.correct) return 'right';
  if (!isBegun(answer)) return 'unanswered';
  return result.score > 0 ? 'part' : 'wrong';
}

export function passesFilter(entry: ReviewItem, filter: ReviewFilter): boolean {
  if (filter === 'wrong') return entry.result.correct === false;
  return filter === 'all' || (entry.row?.flagged ?? false);
}
