import { orderItem } from '@shared/exam/option-order.ts';
import { seedFrom } from '@shared/exam/random.ts';
import type { Paper, PaperItem } from '@shared/model/exam.ts';
import type { Question } from '@shared/model/question.ts';

/** Whether two neighbours stand in one part of the paper, so that they may change places. */
export function mayTrade(items: readonly PaperItem[], place: number, other: number): boolean {
  const [one, two] = [items[place], items[other]];
  return (
    one !== undefined &&
    two !== undefined &&
    one.question.type === two.question.type &&
    one.score === two.score &&
    one.scoring === two.scoring
  );
}

/** Two items change places. */
export function trade(paper: Paper, place: number, other: number): Paper {
  const items = [...paper.items];
  const [one, two] = [items[place], items[other]];
  if (!one || !two) return paper;
  items[place] = two;
  items[other] = one;
  return { ...paper, items };
}

/** Another question in place of one, with the same score. @param seed decides the order of its options */
export function exchange(paper: Paper, place: number, { question, seed }: { question: Question; seed: number }): Paper {
  const items = paper.items.map((item, at): PaperItem => {
    if (at !== place) return item;
    const { score, scoring } = item;
    return { question, ...orderItem(question, seedFrom(seed)), score, ...(scoring ? { scoring } : {}) };
  });
  return { ...paper, items };
}
