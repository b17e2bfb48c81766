import type { ScoringRule } from './policy.ts';
import type { Answer, Question, QuestionType, SimpleQuestion } from './question.ts';

export interface PaperItem {
  readonly question: Question;
  /** Which option stands at each place: optionOrder[place] = index into question.options. Empty where there are no options. */
  readonly optionOrder: readonly number[];
  /** Of a case: the option order of each part, in the order of the parts. Absent in other questions. */
  readonly partOrders?: readonly (readonly number[])[];
  readonly score: number;
  /** Absent: the rule of its type, see ScoringRule. */
  readonly scoring?: ScoringRule;
}

/** One part of a case as if it stood on the paper by itself; `score` is its share of the score of the case. */
export interface PartItem extends PaperItem {
  readonly question: SimpleQuestion;
}

/** 试卷, complete in itself: it stays readable when the bank has moved on. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly blueprintId: string;
  readonly seed: number;
  readonly minutes: number;
  readonly items: readonly PaperItem[];
}

/**
 * 成绩和答案的公布. `all`: both when the paper is handed in · `score`: the score then, the answers once the exam has closed ·
 * `key`: neither before the bureau publishes the answers; until then they are not on the branch's computer.
 */
export const releases = ['all', 'score', 'key'] as const;
export type Release = (typeof releases)[number];

/** What a sitting of a quarterly exam keeps of its exam. */
export interface SatExam {
  readonly examId: string;
  /** Name of the package it came in. */
  readonly package: string;
  readonly title: string;
  readonly quarter: string;
  /** 'A', 'B' or '' where there is one paper. */
  readonly variant: string;
  /** Milliseconds since 1970. */
  readonly closesAt: number;
  readonly release: Release;
  /** The bureau's key (`age1…`) that the record is sealed to. */
  readonly recipient: string;
}

/** Work: one sitting (一次作答). It stores its paper. The id of an exam's is `<examId>:<personId>`: one attempt each. */
export interface Attempt {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'mock' | 'exam';
  readonly paper: Paper;
  readonly startedAt: number;
  readonly budgetMs: number;
  readonly passLine: number;
  readonly state: 'open' | 'handedIn';
  readonly handedInAt: number | null;
  /** Why it ended: by hand or because the time was up. */
  readonly endedBy: 'person' | 'time' | null;
  /** Null as long as it is open, and of an exam whose answers are not published yet. */
  readonly result: AttemptResult | null;
  /** Present in exams. */
  readonly exam?: SatExam;
}

/** Work: the state of one question of a sitting. id = `attemptId:questionId`. */
export interface AttemptAnswer {
  readonly id: string;
  readonly attemptId: string;
  readonly questionId: string;
  readonly answer: Answer | null;
  readonly flagged: boolean;
  readonly at: number;
}

/** Work: how much of the budget is used, summed from monotonic intervals. id = attemptId. */
export interface AttemptClock {
  readonly id: string;
  readonly attemptId: string;
  readonly elapsedMs: number;
  /** Wall clock at that moment: evidence only, never used to compute the time left. */
  readonly at: number;
}

export interface PartResult {
  readonly questionId: string;
  readonly section: string;
  readonly type: QuestionType;
  readonly score: number;
  readonly full: number;
  /** Null where a person has to mark it (short answers). */
  readonly correct: boolean | null;
}

export interface ItemResult extends PartResult {
  /** Of a case: what each part scored. Absent in other questions. */
  readonly parts?: readonly PartResult[];
}

export interface AttemptResult {
  readonly score: number;
  readonly full: number;
  /** Full score of the items, in cases of the parts, that wait for a person's mark. */
  readonly unmarked: number;
  readonly percent: number;
  readonly passed: boolean;
  readonly items: readonly ItemResult[];
}
