import fc from 'fast-check';
import type { BankBlock, BankEntry } from '@shared/model/bank.ts';
import type { ChoiceQuestion, JudgeQuestion, Question } from '@shared/model/question.ts';
import type { Draft } from '@shared/bank/imported.ts';

const common = { section: '党规', topic: '', explanation: '', basis: '《示例办法》第一条', difficulty: 'medium' } as const;

export const single = (id: string, stem = `第 ${id} 题的题干是（  ）。`, change: Partial<ChoiceQuestion> = {}): ChoiceQuestion => ({
  ...common,
  id,
  stem,
  type: 'single',
  options: ['甲', '乙', '丙', '丁'],
  answer: [1],
  shuffle: true,
  ...change,
});

export const judge = (id: string, stem: string, answer: boolean): JudgeQuestion => ({ ...common, id, stem, type: 'judge', answer });

export const entry = (question: Question, change: Partial<BankEntry> = {}): BankEntry => ({
  id: question.id,
  question,
  draft: null,
  state: 'kept',
  origin: null,
  findings: [],
  score: null,
  matches: null,
  ...change,
});

export const draft: Draft = {
  type: 'judge',
  stem: '示例说法。',
  options: [],
  answer: '说法正确',
  explanation: '',
  basis: '',
  section: '党规',
  topic: '',
};

export const refusedEntry = (id: string, change: Partial<Draft> = {}): BankEntry => ({
  ...entry(single(id)),
  question: null,
  draft: { ...draft, ...change },
  state: 'staged',
  findings: [{ severity: 'error', code: 'answer-not-understood', message: '看不懂答案。' }],
});

export const blockOf = (entries: readonly BankEntry[]): BankBlock => ({ id: 'block', bankId: 'bank', place: 0, entries });

/** Entries of any state with questions of two shapes; few values, so that edits often meet. */
export const someEntries: fc.Arbitrary<BankEntry[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('single', 'judge', 'refused'),
      state: fc.constantFrom('staged', 'kept', 'withdrawn'),
      section: fc.constantFrom('', '党章', '党规'),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((made) =>
    made.map(({ kind, state, section }, at) => {
      const id = `q${at}`;
      if (kind === 'refused') return refusedEntry(id);
      const question: Question = kind === 'judge' ? judge(id, `说法 ${at}。`, true) : single(id);
      return entry({ ...question, section }, { state });
    }),
  );

/** What people do to an entry: null takes it out. */
export const someEdit: fc.Arbitrary<(entry: BankEntry) => BankEntry | null> = fc.constantFrom<((entry: BankEntry) => BankEntry | null)[]>(
  (one) => one,
  () => null,
  (one) => ({ ...one, state: 'withdrawn' }),
  (one) => ({ ...one, question: one.question && { ...one.question, section: '党章', topic: '会议' } }),
  (one) => ({ ...one, question: judge(one.id, '另一说法。', false), draft: null, findings: [] }),
  (one) => ({ ...one, question: { ...single(one.id), options: ['子', '丑'], answer: [0] } }),
  (one) => ({ ...one, score: 2, findings: [] }),
);
