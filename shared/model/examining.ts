import type { Paper, Release } from './exam.ts';
import type { SignedRecord } from './exam-record.ts';
import type { Blueprint } from './policy.ts';
import type { Question } from './question.ts';
import type { Person } from './roster.ts';

/** Work of the bureau: a blueprint of its own. id = that of the blueprint. */
export interface StoredBlueprint {
  readonly id: string;
  readonly blueprint: Blueprint;
  readonly at: number;
  readonly archived: boolean;
}

/** Work of the bureau: a paper that was drawn (组卷). A and B of one draw share their pairId. */
export interface StoredPaper {
  readonly id: string;
  readonly pairId: string;
  /** 'A', 'B' or '' where there is one. */
  readonly variant: string;
  readonly blueprint: Blueprint;
  readonly paper: Paper;
  readonly createdAt: number;
  /** A final paper is not changed any more. */
  readonly state: 'draft' | 'final';
  readonly archived: boolean;
}

/** Somebody who must sit (应考), as the roster had them when the exam was set. */
export interface Candidate extends Person {
  readonly unitName: string;
}

/** 'YYYY-Qn'. */
export type Quarter = string;

/** Work of the bureau: a quarterly exam (每季一考). Instants are milliseconds since 1970. */
export interface Exam {
  readonly id: string;
  readonly title: string;
  readonly quarter: Quarter;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly minutes: number;
  /** Percentage of the full score that passes. */
  readonly passLine: number;
  readonly release: Release;
  readonly candidates: readonly Candidate[];
  /** One paper, or A and B; ids of final papers. */
  readonly paperIds: readonly string[];
  /** Id of the exam that this one makes up for (补考), or null. */
  readonly makeUpOf: string | null;
  readonly createdAt: number;
  readonly archived: boolean;
  /** Null before it is sealed. */
  readonly sealed: SealedExam | null;
  readonly publications: readonly ExamPublication[];
}

/** The papers under the start code. The code itself stays in the bureau. */
export interface SealedExam {
  /** 12 letters and digits of base32, in three groups. */
  readonly startCode: string;
  /** The age file, base64. */
  readonly file: string;
  /** The bureau's key (`age1…`) that answers are sealed to. */
  readonly recipient: string;
  readonly at: number;
}

export interface ExamPublication {
  readonly package: string;
  readonly version: number;
  readonly at: number;
  /** Whether the answers went with it. */
  readonly withKey: boolean;
}

/** Content: an exam as its package carries it. */
export interface PublishedExam {
  readonly id: string;
  readonly title: string;
  readonly quarter: Quarter;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly minutes: number;
  readonly passLine: number;
  readonly release: Release;
  /** Ids of those who must sit. */
  readonly candidates: readonly string[];
  readonly makeUpOf: string | null;
  readonly questions: number;
  readonly full: number;
  /** For mock tests that match the exam; null where the paper was not drawn by one. */
  readonly blueprint: Blueprint | null;
  readonly recipient: string;
  /** SealedPapers as JSON in an age file under the start code, base64. */
  readonly sealed: string;
  /** The questions of its papers with their answers, explanations and clauses; null before the bureau publishes them. */
  readonly key: readonly Question[] | null;
}

/** What the start code opens. Where the release is `key`, the papers hold no answers (shared/exam/quarterly/answer-key.ts). */
export interface SealedPapers {
  readonly examId: string;
  readonly papers: readonly { readonly variant: string; readonly paper: Paper }[];
}

/**
 * Work of the bureau: a record that came in. id = `attemptId`, or `attemptId#<first 8 digits of the last hash>` for one that
 * forks from it.
 */
export interface ExamRecord {
  readonly id: string;
  readonly examId: string;
  readonly personId: string;
  readonly record: SignedRecord;
  /** 8 characters that the branch can read out (回执码). */
  readonly receipt: string;
  readonly importedAt: number;
  /** `unfinished`: no hand-in at its end · `conflict`: two records of one attempt differ; a person decides which counts · `setAside`: decided against. */
  readonly state: 'complete' | 'unfinished' | 'conflict' | 'setAside';
}

/** Work of the bureau: scores keyed in from a paper answer (纸质作答). id = `examId:personId`. */
export interface PaperScores {
  readonly id: string;
  readonly examId: string;
  readonly personId: string;
  readonly variant: string;
  /** One a part of the paper; null where nothing was keyed in. */
  readonly parts: readonly (number | null)[];
  readonly absent: boolean;
  readonly note: string;
  readonly at: number;
  /** 复核: what was keyed in a second time without sight of the first. Absent until then. */
  readonly check?: ScoreCheck;
}

export interface ScoreCheck {
  readonly parts: readonly (number | null)[];
  readonly absent: boolean;
  readonly at: number;
}

/** Work of the bureau: one marker's marks for one short answer. id = `examId:personId:questionId:marker`. */
export interface Marking {
  readonly id: string;
  readonly examId: string;
  readonly personId: string;
  /** Of a part of a case its own id. */
  readonly questionId: string;
  /** The difference of the first two is settled by a third. */
  readonly marker: 'first' | 'second' | 'settled';
  readonly markerName: string;
  /** Which key points (采分点) are met, in their order. */
  readonly points: readonly boolean[];
  readonly score: number;
  readonly at: number;
}
