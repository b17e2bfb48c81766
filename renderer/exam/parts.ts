import type { Paper, PaperItem } from '@shared/model/exam.ts';
import type { QuestionType } from '@shared/model/question.ts';

/** A run of items of one type and score, as a paper prints them under one heading. */
export interface PaperPart {
  readonly type: QuestionType;
  readonly scoreEach: number;
  /** Places of the items on the paper, 0-based. */
  readonly places: readonly number[];
}

export function partsOf(items: readonly PaperItem[]): PaperPart[] {
  const parts: { type: QuestionType; scoreEach: number; places: number[] }[] = [];
  items.forEach(({ question, score }, place) => {
    const last = parts.at(-1);
    if (last?.type === question.type && last.scoreEach === score) last.places.push(place);
    else parts.push({ type: question.type, scoreEach: score, places: [place] });
  });
  return parts;
}

/** Place of the item that was last worked on; the first where nothing has been done. */
export function lastPlace(paper: Paper, answers: Iterable<{ readonly questionId: string; readonly at: number }>): number {
  const latest = [...answers].toSorted((one, other) => other.at - one.at)[0];
  return Math.max(
    0,
    paper.items.findIndex((item) => item.question.id === latest?.questionId),
  );
}
