import type { Answer } from './question.ts';

export const studyModes = ['sequential', 'random', 'mistakes'] as const;
export type StudyMode = (typeof studyModes)[number];

/** Work: one answer given while studying, practising or sitting a mock test. */
export interface Response {
  readonly id: string;
  readonly personId: string;
  readonly questionId: string;
  readonly section: string;
  /** Revision of the question that was answered; a later revision counts as unseen. */
  readonly revision: string;
  readonly answer: Answer;
  readonly correct: boolean;
  readonly mode: StudyMode | 'mock';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Work: a question in somebody's 错题本. id = `personId:questionId`. */
export interface Mistake {
  readonly id: string;
  readonly personId: string;
  readonly questionId: string;
  readonly section: string;
  readonly wrongCount: number;
  readonly rightInARow: number;
  readonly state: 'open' | 'overcome';
  readonly lastAt: number;
}

/** Work: where somebody stopped in a section's sequential study. id = `personId:section`. */
export interface StudyPosition {
  readonly id: string;
  readonly personId: string;
  readonly section: string;
  /** The last question shown; the place is found again by id, because an update may shift positions. */
  readonly questionId: string;
  /** Its position then (0-based), used when the question has been withdrawn. */
  readonly index: number;
}
