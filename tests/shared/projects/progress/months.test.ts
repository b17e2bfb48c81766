import { expect, test } from 'vitest';
import { daysUntilDue, dueDay, monthOf } from '@shared/projects/progress/months.ts';

test('days until a report is due', () => {
  expect([monthOf('2026-03-20'), dueDay('2026-03', 5)]).toEqual(['2026-03', '2026-03-05']);
  expect([daysUntilDue('2026-03', 25, '2026-03-20'), daysUntilDue('2026-03', 5, '2026-03-20')]).toEqual([5, -15]);
});
