import type { Answer } from './question.ts';

/** Who sits what, where: the first thing in a record. */
export interface RecordHeader {
  readonly examId: string;
  readonly attemptId: string;
  readonly variant: string;
  /** Hex SHA-256 of the paper's canonical JSON, as it was sat. */
  readonly paper: string;
  readonly personId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  /** False where the exam does not list this person. */
  readonly listed: boolean;
}

/** What happened in a sitting. Times are milliseconds. */
export type Happening =
  | { readonly kind: 'begun'; readonly header: RecordHeader }
  | { readonly kind: 'answered'; readonly questionId: string; readonly answer: Answer | null }
  /** The window lost the focus (切屏), and got it back after so long by the monotonic clock. */
  | { readonly kind: 'left' }
  | { readonly kind: 'returned'; readonly awayMs: number }
  /** The wall clock went another way than the monotonic one: it was set, or the computer slept. */
  | { readonly kind: 'jumped'; readonly wallMs: number; readonly monotonicMs: number }
  /** The program was started again (power cut, restart). The gap is by the wall clock; chargedMs is what was added to the time used. */
  | { readonly kind: 'resumed'; readonly gapMs: number; readonly chargedMs: number }
  | { readonly kind: 'handedIn'; readonly endedBy: 'person' | 'time' };

/**
 * Work: one entry of the record (答题记录) of an exam sitting: only ever appended, each chained to the one before.
 * id = `attemptId:n`.
 */
export interface ExamEvent {
  readonly id: string;
  readonly attemptId: string;
  /** From 0. */
  readonly n: number;
  /** Hash of the entry before; '' for the first. */
  readonly previous: string;
  /** Wall clock, milliseconds since 1970: evidence only. */
  readonly at: number;
  /** Milliseconds of the budget that were used. */
  readonly elapsedMs: number;
  readonly happening: Happening;
  /** Hex SHA-256 of the canonical JSON of all fields above but the id; see shared/exam/quarterly/record.ts. */
  readonly hash: string;
}

/** A record with the signature of the installation that wrote it. Without a last `handedIn` it is unfinished, never complete. */
export interface SignedRecord {
  readonly format: 1;
  readonly events: readonly ExamEvent[];
  /** Ed25519 public key of the installation, base64 of the 32 bytes. */
  readonly publicKey: string;
  /** Ed25519 over `sanxun exam record\n<attemptId>\n<count>\n<hash of the last entry>\n`, base64. */
  readonly signature: string;
}
