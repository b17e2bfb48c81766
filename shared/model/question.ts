/** 题型. A case question (案例) is its own type; its sub-questions are not yet carried by packages. */
export const questionTypes = ['single', 'multiple', 'judge', 'blank', 'short'] as const;
export type QuestionType = (typeof questionTypes)[number];

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

interface QuestionBase {
  /** Stable across versions of the bank. */
  readonly id: string;
  readonly section: string;
  /** 知识点; '' where the source names none. */
  readonly topic: string;
  readonly stem: string;
  readonly explanation: string;
  /** 依据: document, clause and year. */
  readonly basis: string;
  readonly difficulty: Difficulty;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'single' | 'multiple';
  readonly options: readonly string[];
  /** Indexes into options, ascending. Letters are only how a paper shows them. */
  readonly answer: readonly number[];
  /** False where the order of the options carries meaning (以上都对). */
  readonly shuffle: boolean;
}

export interface JudgeQuestion extends QuestionBase {
  readonly type: 'judge';
  readonly answer: boolean;
}

export interface BlankQuestion extends QuestionBase {
  readonly type: 'blank';
  /** One entry a blank, each with its accepted alternatives. */
  readonly answer: readonly (readonly string[])[];
}

export interface ShortQuestion extends QuestionBase {
  readonly type: 'short';
  /** Reference answer; one key point (采分点) a line. */
  readonly answer: string;
}

/** Content: comes from packages, is replaced whole, is never edited at a branch. */
export type Question = ChoiceQuestion | JudgeQuestion | BlankQuestion | ShortQuestion;

/** What a person answered. Options are meant by content: indexes into the question's own options, never shown letters. */
export type Answer =
  | { readonly kind: 'options'; readonly chosen: readonly number[] }
  | { readonly kind: 'judge'; readonly value: boolean }
  | { readonly kind: 'blanks'; readonly texts: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };
