import { marksOf, settleMarks, type MarkingState } from '@shared/exam/marking.ts';
import type { Marking } from '@shared/model/examining.ts';
import type { AnonymousAnswer, MarkingSheet } from '../../data/examining/exam-results.ts';

export const roles = ['first', 'second', 'settled'] as const;
export type Role = Marking['marker'];

/** One answer with its marks. */
export interface MarkedAnswer extends AnonymousAnswer {
  readonly marks: { readonly [M in Role]: Marking | null };
  readonly state: MarkingState;
}

/** The answers of a sheet with what the markers gave them, in the order of the sheet. */
export function markedAnswers(sheet: MarkingSheet, markings: readonly Marking[]): readonly MarkedAnswer[] {
  const byPerson = Map.groupBy(
    markings.filter(({ questionId }) => questionId === sheet.questionId),
    ({ personId }) => personId,
  );
  return sheet.answers.map((answer) => {
    const marks = marksOf(byPerson.get(answer.personId) ?? []);
    const scores = { first: marks.first?.score ?? null, second: marks.second?.score ?? null, settled: marks.settled?.score ?? null };
    return { ...answer, marks, state: settleMarks(scores, sheet.full) };
  });
}

/** The answers that somebody in this role has to do with: all of them, or those whose marks differ too much or did. */
export const answersFor = (role: Role, answers: readonly MarkedAnswer[]): readonly MarkedAnswer[] =>
  role === 'settled' ? answers.filter(({ state, marks }) => state.kind === 'differs' || marks.settled !== null) : answers;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export function progressOf(role: Role, answers: readonly MarkedAnswer[]): Progress {
  const mine = answersFor(role, answers);
  return { done: mine.filter(({ marks }) => marks[role] !== null).length, total: mine.length };
}

/** The place of the next answer without a mark in this role: behind `from`, else from the start; null where no other is left. */
export function nextOpen(role: Role, answers: readonly MarkedAnswer[], from: number): number | null {
  const open = answers.flatMap(({ marks }, place) => (marks[role] === null && place !== from ? [place] : []));
  return open.find((place) => place > from) ?? open[0] ?? null;
}

/** Whether the other of the two marks is by the same person: two people must mark an answer. */
export function markedTwiceBy(role: Role, { marks }: MarkedAnswer, name: string): boolean {
  const others = role === 'first' ? [marks.second] : role === 'second' ? [marks.first] : [];
  return others.some((mark) => mark?.markerName === name);
}
