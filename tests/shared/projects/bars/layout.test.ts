import { expect, test } from 'vitest';
import type { PlanNode } from '@shared/model/project.ts';
import { barOf } from '@shared/projects/bars/layout.ts';
import { offSpans } from '@shared/projects/bars/off-spans.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { planNode } from '../fixture.ts';

const first = '2026-03-01';
const bar = (changes: Partial<PlanNode>, approved: readonly PlanNode[] = [], today = '2026-03-10') =>
  barOf(planNode(changes), { first, today, approved: new Map(approved.map((node) => [node.id, node])) });

test('a bar reaches from the morning of its start to the evening of its finish', () => {
  expect(bar({ plannedStart: '2026-03-02', plannedFinish: '2026-03-06', progress: 30 }, [], '2026-03-04')).toEqual({
    shape: 'bar',
    present: { from: 1, to: 6 },
    approved: null,
    actual: null,
    state: 'underway',
    deviation: null,
    change: 'none',
  });
});

test('one day is a milestone, one date a half, a finish before the start is reversed, and nothing is nothing', () => {
  expect(bar({ plannedStart: '2026-03-05', plannedFinish: '2026-03-05' })).toMatchObject({
    shape: 'milestone',
    present: { from: 4, to: 5 },
  });
  expect(bar({ plannedStart: '', plannedFinish: '2026-03-05' })).toMatchObject({ shape: 'half', present: { from: 4, to: 5 } });
  expect(bar({ plannedStart: '2026-03-09', plannedFinish: '2026-03-05' })).toMatchObject({
    shape: 'reversed',
    present: { from: 4, to: 9 },
  });
  expect(bar({ plannedStart: '', plannedFinish: '' })).toMatchObject({ shape: 'none', present: null, state: 'notStarted' });
  expect(bar({ plannedStart: '2026-02-30', plannedFinish: '' })).toMatchObject({ shape: 'none', present: null });
});

test('what was done goes on until today, ends with its finish, and begins with the plan where nobody wrote the start down', () => {
  expect(bar({ actualStart: '2026-03-04' }).actual).toEqual({ from: 3, to: 10 });
  expect(bar({ actualStart: '2026-03-20' }).actual).toEqual({ from: 19, to: 20 });
  expect(bar({ actualStart: '2026-03-04', actualFinish: '2026-03-08' }).actual).toEqual({ from: 3, to: 8 });
  expect(bar({ plannedStart: '2026-03-02', actualFinish: '2026-03-08' }).actual).toEqual({ from: 1, to: 8 });
});

test('against the approved plan a node is the same, moved, or added', () => {
  const approved = [planNode({ plannedStart: '2026-03-01', plannedFinish: '2026-03-04' })];
  expect(bar({ plannedStart: '2026-03-01', plannedFinish: '2026-03-04' }, approved).change).toBe('none');
  expect(bar({ plannedStart: '2026-03-01', plannedFinish: '2026-03-08' }, approved)).toMatchObject({
    change: 'moved',
    approved: { from: 0, to: 4 },
    state: 'overdue',
    deviation: 2,
  });
  expect(bar({ id: 'n2' }, approved)).toMatchObject({ change: 'added', approved: null });
});

test('days off are those of the legal calendar, neighbours as one; of a year without a table none are drawn', () => {
  const calendar = legalCalendar([{ year: 2026, off: ['2026-05-01', '2026-05-04', '2026-05-05'], work: ['2026-05-09'], basis: '' }]);
  const scale = { unit: 'day', first: '2026-04-27', days: 14, dayLength: 20 } as const;
  expect(offSpans(scale, calendar)).toEqual([
    { from: 4, to: 9 },
    { from: 13, to: 14 },
  ]);
  expect(offSpans({ ...scale, first: '2027-04-26' }, calendar)).toEqual([]);
});
