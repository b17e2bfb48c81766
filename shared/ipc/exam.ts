import type { Paper } from '../model/exam.ts';
import type { ExamEvent, SignedRecord } from '../model/exam-record.ts';
import type { PublishedExam, SealedPapers } from '../model/examining.ts';
import type { Failure } from '../model/failure.ts';

/** Papers and the code they are to be sealed under. */
export interface SealRequest {
  readonly papers: SealedPapers;
  readonly startCode: string;
}

export interface SealOutcome {
  /** The age file, base64. */
  readonly file: string;
  /** The bureau's key that answers are to be sealed to. */
  readonly recipient: string;
}

export interface ExamPublishRequest {
  /** Token of the repository's folder. */
  readonly place: string;
  /** Name of the package: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly exam: PublishedExam;
  /** A person has looked at the date, which lies far behind the last publication. */
  readonly clockOk: boolean;
}

/** The bureau's key that answers are sealed to (收卷密钥). */
export interface ReceivingKeyState {
  /** `age1…`. */
  readonly recipient: string;
  /** False where its secret part does not open in this account: it has to come from the safe. */
  readonly usable: boolean;
  /** When its copy for the safe was last written and read back, milliseconds since 1970; null: never. */
  readonly exportedAt: number | null;
  /** Earlier keys, which still open what was sealed to them. */
  readonly former: number;
}

export interface ExamWithdrawal {
  /** Token of the repository's folder. */
  readonly place: string;
  readonly name: string;
  readonly clockOk: boolean;
}

/** A record of a sitting that main is to sign, seal and keep for the bureau. */
export interface RecordToSeal {
  readonly examTitle: string;
  readonly personName: string;
  readonly recipient: string;
  readonly events: readonly ExamEvent[];
}

/** A sealed record on this computer (待上报). The same attempt sealed again takes the place of the one before. */
export interface OutboxEntry {
  readonly attemptId: string;
  readonly examTitle: string;
  readonly personName: string;
  /** 8 characters to read out (回执码). */
  readonly receipt: string;
  readonly sealedAt: number;
  /** When it was last exported and read back; null where it never was. */
  readonly exportedAt: number | null;
}

/** What one answer file of a branch held. */
export type OpenedAnswers =
  | { readonly file: string; readonly ok: true; readonly records: readonly OpenedRecord[] }
  | { readonly file: string; readonly ok: false; readonly failure: Failure };

/** Chain and signature hold; whether the exam is known is not main's to say. */
export interface OpenedRecord {
  readonly record: SignedRecord;
  readonly receipt: string;
}

export const paperSizes = ['A4', 'A3'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** 学生卷 · 教师卷（答案在题后）· 参考答案（卷尾单列）· 答题卡. */
export const printouts = ['candidate', 'teacher', 'answers', 'sheet'] as const;
export type Printout = (typeof printouts)[number];

export interface PaperExportRequest {
  readonly place: string;
  readonly folder: string;
  readonly papers: readonly { readonly variant: string; readonly paper: Paper }[];
  readonly size: PaperSize;
  readonly printouts: readonly Printout[];
  readonly formats: readonly ('docx' | 'pdf')[];
}
