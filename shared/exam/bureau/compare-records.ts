import type { SignedRecord } from '../../model/exam-record.ts';
import type { Paper } from '../../model/exam.ts';
import type { Answer, Question } from '../../model/question.ts';
import { canonicalJson } from '../../bank/changes.ts';
import { answersOfRecord } from '../quarterly/record.ts';

/** A question that records of one sitting answer differently. */
export interface AnswerDifference {
  /** From 1, as it stands on the paper. */
  readonly number: number;
  readonly question: Question;
  /** One a record, in their order; null where it was not answered. */
  readonly answers: readonly (Answer | null)[];
}

/** The questions of a paper to which records have different last answers. */
export function answerDifferences(paper: Paper, records: readonly SignedRecord[]): readonly AnswerDifference[] {
  const answered = records.map(({ events }) => answersOfRecord(events));
  return paper.items.flatMap(({ question }, place) => {
    const answers = answered.map((one) => one.get(question.id) ?? null);
    const texts = new Set(answers.map(canonicalJson));
    return texts.size > 1 ? [{ number: place + 1, question, answers }] : [];
  });
}

/** How many entries records have in common before their stories part. */
export function commonEntries([first, ...others]: readonly SignedRecord[]): number {
  if (!first) return 0;
  const parting = first.events.findIndex(({ hash }, n) => others.some(({ events }) => events[n]?.hash !== hash));
  return parting < 0 ? first.events.length : parting;
}
