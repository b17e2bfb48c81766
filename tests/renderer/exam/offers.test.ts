import { expect, test } from 'vitest';
import type { PublishedExam } from '@shared/model/examining.ts';
import type { Blueprint, Policy } from '@shared/model/policy.ts';
import { offersOf } from '../../../renderer/exam/offers.ts';
import { blueprint } from './support.tsx';

const policy: Policy = {
  passLine: 80,
  mistakeRule: { rightInARow: 2 },
  planThresholds: { dueSoonDays: 7 },
  calendar: [],
  blueprints: [blueprint],
};
const ofExam: Blueprint = { ...blueprint, id: 'exam', title: '季度卷', must: ['q1'], mustNot: ['q2'] };
const exam = (id: string, quarter: string, own: Blueprint | null): PublishedExam => ({
  id,
  title: '季度考试',
  quarter,
  opensAt: 0,
  closesAt: 1,
  minutes: 60,
  passLine: 60,
  release: 'all',
  candidates: [],
  makeUpOf: null,
  questions: 2,
  full: 5,
  blueprint: own,
  recipient: '',
  sealed: '',
  key: null,
});

test('exams are offered as mock tests by the blueprint they were drawn by, once each, without telling what must be on them', () => {
  const exams = [exam('e3', '2026-Q4', ofExam), exam('e2', '2026-Q3', ofExam), exam('e1', '2026-Q2', null)];
  const { must: _told, ...rest } = ofExam;
  expect(offersOf(policy, exams, (quarter) => `如${quarter}`)).toEqual([
    { blueprint, passLine: 80 },
    { blueprint: { ...rest, title: '如2026-Q4' }, passLine: 60 },
  ]);
  expect(offersOf(null, [], String)).toEqual([]);
});
