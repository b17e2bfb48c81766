import { expect, it } from 'vitest';
import { partsOf } from '@shared/exam/bureau/quarters.ts';
import { examMatters } from '../../renderer/home/due-study/matters.ts';
import type { OwnExam } from '../../renderer/data/exam/quarterly.ts';

// The starter's calendar writes 2026Q4, exams write 2026-Q4: home named a “Q0”, and told of an exam that was over.
it('a quarter is the same with a dash and without', () => {
  expect(partsOf('2026Q4')).toEqual({ year: 2026, number: 4 });
  expect(partsOf('2026-Q4')).toEqual({ year: 2026, number: 4 });
  const published = { package: 'p', attempt: null, exam: { quarter: '2026-Q4', candidates: [], opensAt: 0, closesAt: 1 } };
  const calendar = [{ quarter: '2026Q4', examDate: '2026-12-25', note: '' }];
  const now = new Date(2026, 10, 23).getTime();
  expect(examMatters({ exams: [published as unknown as OwnExam], calendar, personId: 'me', now })).toEqual([]);
});
