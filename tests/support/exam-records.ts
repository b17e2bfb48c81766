import { appendEvents, type NextEvent } from '@shared/exam/quarterly/record.ts';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import type { Happening, RecordHeader, SignedRecord } from '@shared/model/exam-record.ts';
import type { Incoming } from '@shared/exam/bureau/merge-records.ts';

/** Who sits what, in examples. */
export function header(changes: Partial<RecordHeader> = {}): RecordHeader {
  const { examId = 'exam-1', personId = 'person-1' } = changes;
  return {
    attemptId: `${examId}:${personId}`,
    variant: '',
    paper: 'a'.repeat(64),
    name: '示例甲',
    staffNumber: '0001',
    unitId: 'unit-1',
    unitName: '示例县供电局',
    branch: '示例支部',
    listed: true,
    ...changes,
    examId,
    personId,
  };
}

/** A sitting: its header, then what happened, a second apart from `startedAt` on. Not signed. */
export function recordOf(head: RecordHeader, happenings: readonly Happening[], startedAt = 1_000_000): SignedRecord {
  const all: readonly Happening[] = [{ kind: 'begun', header: head }, ...happenings];
  const next = all.map((happening, n): NextEvent => ({
    attemptId: head.attemptId,
    at: startedAt + n * 1_000,
    elapsedMs: n * 1_000,
    happening,
  }));
  return { format: 1, events: appendEvents(null, next), publicKey: 'key', signature: 'signature' };
}

/** A record as it comes out of an answer file. */
export const incoming = (record: SignedRecord): Incoming => ({ record, receipt: receiptOf(record.events.at(-1)?.hash ?? '') });

export const answered = (questionId: string, chosen: number): Happening => ({
  kind: 'answered',
  questionId,
  answer: { kind: 'options', chosen: [chosen] },
});

export const handedIn: Happening = { kind: 'handedIn', endedBy: 'person' };
