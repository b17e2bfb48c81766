import { expect, test } from 'vitest';
import type { Response } from '@shared/model/study.ts';
import { paceOf, secondsSpent } from '@shared/study/pace.ts';

const response = (at: number, change: Partial<Response> = {}): Response => ({
  id: `r${at}`,
  personId: 'p',
  questionId: 'q',
  section: '党章',
  revision: '1',
  answer: { kind: 'judge', value: true },
  correct: true,
  mode: 'random',
  at,
  ...change,
});

/** Judgements (20 seconds as a rule), so many seconds apart. */
const every = (seconds: number, count: number, change: Partial<Response> = {}): Response[] =>
  Array.from({ length: count }, (_, place) => response(1_000_000 + place * seconds * 1_000, change));

test('the median of the times between answers, against the usual time', () => {
  expect(paceOf(every(40, 20))).toBe(2);
  expect(paceOf(every(10, 20).toReversed())).toBe(0.5);
});

test('too few answers, or times away, tell nothing; nobody is taken for a machine', () => {
  expect(paceOf(every(10, 10))).toBe(1);
  expect(paceOf(every(600, 30))).toBe(1);
  expect(paceOf(every(0.5, 30))).toBe(0.25);
  const withPauses = [...every(20, 20), ...every(20, 20).map((one) => ({ ...one, at: one.at + 10_000_000 }))];
  expect(paceOf(withPauses)).toBe(1);
});

test('tests do not count: their answers are handed in together', () => {
  expect(paceOf(every(10, 30, { mode: 'mock' }))).toBe(1);
  expect(secondsSpent(every(10, 30, { mode: 'exam' }), 1)).toBe(0);
});

test('what answers took, by their kind and the pace', () => {
  const parts = response(2, { answer: { kind: 'parts', answers: [] } });
  expect(secondsSpent([response(1), parts], 0.5)).toBe(0.5 * (20 + 180));
});
