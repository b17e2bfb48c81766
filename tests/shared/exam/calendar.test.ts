import { expect, test } from 'vitest';
import { nextExam } from '@shared/exam/calendar.ts';

const day = (quarter: string, examDate: string) => ({ quarter, examDate, note: '' });
const calendar = [day('2026Q4', '2026-12-25'), day('2026Q3', '2026-09-24')];

test('the next exam is the nearest one that is not over, today included', () => {
  expect(nextExam(calendar, '2026-09-24')?.quarter).toBe('2026Q3');
  expect(nextExam(calendar, '2026-09-25')?.quarter).toBe('2026Q4');
  expect(nextExam(calendar, '2026-12-26')).toBeNull();
});
