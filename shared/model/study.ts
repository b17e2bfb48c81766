import type { Answer } from './question.ts';

/**
 * How a set is chosen: `recite` shows the answers at once · `due` is what spaced repetition asks for now · `unseen` was
 * never answered in its present form · `weak` has the weakest topics first · `repair` is the twenty questions against blind
 * spots · `today` is the queue of the plan to a date · `found` is what a search found.
 */
export const studyModes = [
  'sequential',
  'random',
  'mistakes',
  'recite',
  'due',
  'favourites',
  'unseen',
  'weak',
  'repair',
  'today',
  'found',
] as const;
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
  readonly mode: StudyMode | 'mock' | 'exam';
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

/** Work: how one person studies. id = personId. */
export interface StudySettings {
  readonly id: string;
  /** Out of the 错题本 after so many right in a row; null takes the rule of the installed policy. */
  readonly rightInARow: number | null;
  /** 'YYYY-MM-DD' of the exam that is prepared for, or ''. */
  readonly examDate: string;
  /** How long a day's queue may take, in minutes; 0 where there is no plan. */
  readonly minutesPerDay: number;
}

/** Work: what one person marked on a question. id = `personId:questionId`. */
export interface QuestionMark {
  readonly id: string;
  readonly personId: string;
  readonly questionId: string;
  readonly favourite: boolean;
  /** May be ''. */
  readonly note: string;
  readonly at: number;
}

export const memoryStates = ['learning', 'review', 'relearning'] as const;

/** Work: when a question is due again, in the terms of FSRS. id = `personId:questionId`. */
export interface Schedule {
  readonly id: string;
  readonly personId: string;
  readonly questionId: string;
  readonly section: string;
  /** Revision of the question that was learned; a later one begins anew. */
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  /** Days after which it is still known with 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: (typeof memoryStates)[number];
  readonly lastReview: number;
}

/** Work: what was forecast for a mock test right before it was sat. id = that of its attempt. Percentages, 0 to 100. */
export interface Forecast {
  readonly id: string;
  readonly personId: string;
  readonly blueprintId: string;
  readonly at: number;
  readonly expected: number;
  /** The range that should hold the score in 80 of 100 cases. */
  readonly low: number;
  readonly high: number;
  /** On how many answers it rests. */
  readonly answers: number;
}
