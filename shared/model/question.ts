/** 题型. The order is part of how indexes are kept in the database: new types go to the end. */
export const questionTypes = ['single', 'multiple', 'judge', 'blank', 'short', 'case'] as const;
export type QuestionType = (typeof questionTypes)[number];

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

interface QuestionBase {
  /** Stable across versions of the bank. */
  readonly id: string;
  readonly section: string;
  /** 知识点; '' where the source names none. */
  readonly topic: string;
  /** Plain text; words that the source emphasised stand between `**` (shared/bank/emphasis.ts). */
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
  /** Present where the answers may be given in any order (无序). */
  readonly unordered?: true;
}

export interface ShortQuestion extends QuestionBase {
  readonly type: 'short';
  /** Reference answer; one key point (采分点) a line. */
  readonly answer: string;
}

/** A question that is answered by itself. */
export type SimpleQuestion = ChoiceQuestion | JudgeQuestion | BlankQuestion | ShortQuestion;

/** 案例 · 材料: one text (the stem) and the questions on it. They are asked together and scored apart. */
export interface CaseQuestion extends QuestionBase {
  readonly type: 'case';
  /** In their order. Each repeats the section, topic, basis and difficulty of the case; its id is `<case id>/1`, `/2`, … */
  readonly parts: readonly SimpleQuestion[];
  /** 子题分值, one a part: shares of the score of the case. All 1 where the source names none. */
  readonly weights: readonly number[];
}

/** Content: comes from packages, is replaced whole, is never edited at a branch. */
export type Question = SimpleQuestion | CaseQuestion;

/** What a person answered to a question that stands alone. Options are meant by content: indexes into the question's own options, never shown letters. */
export type SimpleAnswer =
  | { readonly kind: 'options'; readonly chosen: readonly number[] }
  | { readonly kind: 'judge'; readonly value: boolean }
  | { readonly kind: 'blanks'; readonly texts: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

/** What a person answered; to a case, part by part, null where a part is not answered. */
export type Answer = SimpleAnswer | { readonly kind: 'parts'; readonly answers: readonly (SimpleAnswer | null)[] };
