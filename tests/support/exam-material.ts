import { appendEvents } from '@shared/exam/quarterly/record.ts';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import type { Paper, PaperItem } from '@shared/model/exam.ts';
import type { Candidate, Exam, ExamRecord, StoredPaper } from '@shared/model/examining.ts';
import type { Answer, Question } from '@shared/model/question.ts';

const day = Date.UTC(2026, 8, 25, 1);
export const hour = 3_600_000;

/** Somebody of one of three units with two branches each. */
export const candidate = (n: number): Candidate => ({
  id: `p${n}`,
  name: `人员${n}`,
  staffNumber: String(n).padStart(4, '0'),
  unitId: `u${n % 3}`,
  unitName: `示例${n % 3}局`,
  branch: `${n % 2}支部`,
  duty: n % 2 === 0 ? 'fullTime' : 'partTime',
  position: '党建专责',
});

export const examOf = (candidates: readonly Candidate[], more: Partial<Exam> = {}): Exam => ({
  id: 'exam-1',
  title: '示例考试',
  quarter: '2026-Q3',
  opensAt: day,
  closesAt: day + 12 * hour,
  minutes: 60,
  passLine: 80,
  release: 'key',
  candidates,
  paperIds: ['paper-1'],
  makeUpOf: null,
  createdAt: day - 24 * hour,
  archived: false,
  sealed: null,
  publications: [],
  ...more,
});

export const storedPaper = (items: readonly PaperItem[], more: Partial<StoredPaper> = {}): StoredPaper => ({
  id: 'paper-1',
  pairId: 'pair-1',
  variant: '',
  blueprint: { id: 'b', title: '方案', minutes: 60, parts: [{ type: 'single', count: 1, scoreEach: 1 }], sections: [] },
  paper: paperOf(items),
  createdAt: day - 24 * hour,
  state: 'final',
  archived: false,
  ...more,
});

const paperOf = (items: readonly PaperItem[]): Paper => ({ id: 'paper-1', title: '卷', blueprintId: 'b', seed: 1, minutes: 60, items });

interface RecordOf {
  readonly examId?: string;
  readonly variant?: string;
  readonly listed?: boolean;
  readonly finished?: boolean;
  readonly timesAway?: number;
  readonly state?: ExamRecord['state'];
}

/** The record of one person's sitting: answers in this order, each changed once from something else before. */
export function recordOf(person: Candidate, answers: readonly (readonly [string, Answer])[], more: RecordOf = {}): ExamRecord {
  const { examId = 'exam-1', variant = '', listed = true, finished = true, timesAway = 0 } = more;
  const attemptId = `${examId}:${person.id}`;
  const { name, staffNumber, unitId, unitName, branch } = person;
  const header = {
    examId,
    attemptId,
    variant,
    paper: '0'.repeat(64),
    personId: person.id,
    name,
    staffNumber,
    unitId,
    unitName,
    branch,
    listed,
  };
  const happenings = [
    { kind: 'begun', header } as const,
    ...answers.map(([questionId]) => ({ kind: 'answered', questionId, answer: null }) as const),
    ...answers.map(([questionId, answer]) => ({ kind: 'answered', questionId, answer }) as const),
    ...Array.from({ length: timesAway }, () => [{ kind: 'left' } as const, { kind: 'returned', awayMs: 1_000 } as const]).flat(),
    ...(finished ? [{ kind: 'handedIn', endedBy: 'person' } as const] : []),
  ];
  const events = appendEvents(
    null,
    happenings.map((happening, n) => ({ attemptId, at: day + n * 1_000, elapsedMs: n * 1_000, happening })),
  );
  return {
    id: attemptId,
    examId,
    personId: person.id,
    record: { format: 1, events, publicKey: '', signature: '' },
    receipt: receiptOf(events.at(-1)?.hash ?? ''),
    importedAt: day + 24 * hour,
    state: more.state ?? (finished ? 'complete' : 'unfinished'),
  };
}

export const materialOf = (more: Partial<ExamMaterial> & Pick<ExamMaterial, 'exam'>): ExamMaterial => ({
  papers: [],
  records: [],
  paperScores: [],
  markings: [],
  ...more,
});

/** An answer that is right, or a wrong one of the same kind. Only for choices and judgements. */
export function answerTo(question: Question, right: boolean): Answer {
  if (question.type === 'judge') return { kind: 'judge', value: question.answer === right };
  if (question.type !== 'single' && question.type !== 'multiple') throw new Error(`no answer is made for ${question.type}`);
  const wrong = question.options.findIndex((_, option) => !question.answer.includes(option));
  return { kind: 'options', chosen: right ? question.answer : [wrong] };
}
