import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviationDays, dueSoon, nodeState } from '@shared/projects/states.ts';
import { dayNumber, dayOfNumber, daysBetween } from '@shared/projects/days.ts';
import { anyDay, anyNode, planNode } from './fixture.ts';

test.each([
  ['before its start', planNode(), '2026-02-28', 'notStarted'],
  ['on its first day', planNode(), '2026-03-01', 'underway'],
  ['begun early', planNode({ progress: 1 }), '2026-02-01', 'underway'],
  ['on its last day', planNode(), '2026-03-31', 'underway'],
  ['a day late', planNode({ progress: 99 }), '2026-04-01', 'overdue'],
  ['at 100 %', planNode({ progress: 100 }), '2026-05-01', 'done'],
  ['with a finish', planNode({ actualFinish: '2026-04-02' }), '2026-05-01', 'done'],
  ['without dates', planNode({ plannedStart: '', plannedFinish: '' }), '2026-05-01', 'notStarted'],
])('a node %s', (_name, node, today, state) => {
  expect(nodeState(node, today)).toBe(state);
});

test.each([
  ['finished late', planNode({ actualFinish: '2026-04-02' }), '2026-05-01', 2],
  ['finished early, in another year', planNode({ plannedFinish: '2027-01-01', actualFinish: '2026-12-31' }), '2026-12-31', -1],
  ['overdue', planNode(), '2026-04-10', 10],
  ['not due', planNode(), '2026-03-31', null],
  ['done without a date', planNode({ progress: 100 }), '2026-05-01', null],
  ['without a planned finish', planNode({ plannedFinish: '', actualFinish: '2026-04-02' }), '2026-05-01', null],
])('deviation of a node %s', (_name, node, today, days) => {
  expect(deviationDays(node, today)).toBe(days);
});

test('due soon counts today and the last day, and neither overdue nor done', () => {
  const at = (today: string, node = planNode()): boolean => dueSoon(node, today, 7);
  expect([at('2026-03-23'), at('2026-03-24'), at('2026-03-31'), at('2026-04-01')]).toEqual([false, true, true, false]);
  expect(at('2026-03-31', planNode({ progress: 100 }))).toBe(false);
});

test('a node is overdue exactly when it is late and not done', () => {
  fc.assert(
    fc.property(anyNode, anyDay, (node, today) => {
      if (nodeState(node, today) === 'overdue') expect(deviationDays(node, today)).toBeGreaterThan(0);
      if (dueSoon(node, today, 100_000)) expect(['notStarted', 'underway']).toContain(nodeState(node, today));
    }),
  );
});

test('days are counted across leap years and refuse what is no day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow('2026-02-30');
});

test('days have numbers and numbers have days, and beyond the calendar there is only its last day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayOfNumber(dayNumber(day))).toBe(day);
    }),
  );
  expect([dayNumber('1970-01-01'), dayNumber('2000-03-01'), dayNumber('1969-12-31')]).toEqual([0, 11_017, -1]);
  expect([dayOfNumber(9_999_999), dayOfNumber(-9_999_999)]).toEqual(['2999-12-31', '1900-01-01']);
  expect(() => dayNumber('2026-9-5')).toThrow('2026-9-5');
});
