import fc from 'fast-check';
import { appendEvents, type NextEvent } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent, Happening, RecordHeader } from '@shared/model/exam-record.ts';
import type { Answer } from '@shared/model/question.ts';

export const attemptId = 'exam-1:person-1';

export const header: RecordHeader = {
  examId: 'exam-1',
  attemptId,
  variant: 'A',
  paper: 'a'.repeat(64),
  personId: 'person-1',
  name: '示例员工01',
  staffNumber: '0001',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '示例支部',
  listed: true,
};

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('judge' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('options' as const), chosen: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }) }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ minLength: 1 }) }),
);

export const answered: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('answered' as const),
  questionId: fc.integer({ min: 1, max: 8 }).map((number) => `q${number}`),
  answer: fc.option(answer, { nil: null }),
});

const span = fc.integer({ min: 0, max: 3_600_000 });

/** What a crash, a sleep or a look elsewhere leaves in a record. */
export const disturbance: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant({ kind: 'left' as const }),
  fc.record({ kind: fc.constant('returned' as const), awayMs: span }),
  fc.record({ kind: fc.constant('jumped' as const), wallMs: fc.integer({ min: -3_600_000, max: 3_600_000 }), monotonicMs: span }),
  fc.record({ kind: fc.constant('resumed' as const), gapMs: span, chargedMs: fc.constant(0) }),
);

/** A record of these happenings, one second after the other. */
export function recordOf(happenings: readonly Happening[], attempt = attemptId): ExamEvent[] {
  const next = happenings.map((happening, n): NextEvent => ({
    attemptId: attempt,
    at: 1_000_000 + n * 1_000,
    elapsedMs: n * 1_000,
    happening,
  }));
  return appendEvents(null, next);
}

/** From the header to the hand-in. */
export const wholeRecord = (between: readonly Happening[]): ExamEvent[] =>
  recordOf([{ kind: 'begun', header }, ...between, { kind: 'handedIn', endedBy: 'person' }]);
