import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, setCell, type PlanColumn } from '@shared/projects/edits.ts';
import { isDay } from '@shared/projects/days.ts';
import { parseTypedDate } from '@shared/projects/typed.ts';
import { anyDay, anyNode, planNode } from './fixture.ts';

const columns = [
  'phase',
  'title',
  'duty',
  'deliverable',
  'owner',
  'department',
  'supporters',
  'weight',
  'plannedStart',
  'plannedFinish',
  'actualStart',
  'actualFinish',
  'progress',
  'nextSteps',
  'note',
] as const;
const anyColumn: fc.Arbitrary<PlanColumn> = fc.constantFrom(...columns);

test.each([
  '2026-9-5',
  '2026-09-05',
  '2026/9/5',
  '2026.9.5',
  '2026年9月5日',
  '20260905',
  '9-5',
  '9/5',
  '9.5',
  '9月5日',
  ' ２０２６－９－５ ',
  '2026 年 9 月 5 日',
])('%s is 5 September 2026', (typed) => {
  expect(setCell(planNode(), 'plannedFinish', typed, 2026)).toEqual({ node: planNode({ plannedFinish: '2026-09-05' }) });
});

test.each([
  '2026-02-30',
  '2026-2-29',
  '2026-13-1',
  '2026-0-1',
  '20261301',
  '2-30',
  '2026',
  '下周',
  '1899-12-31',
  '2026-9-5-1',
  '36525',
  '73051',
])('%s is no date', (typed) => {
  expect(setCell(planNode(), 'plannedStart', typed, 2026)).toEqual({ problem: 'not-a-date', proposal: '' });
});

test('the number of a date that lost its format is that date', () => {
  expect(['36526', '46270', ' ４６２７０ ', '73050'].map((typed) => parseTypedDate(typed, 2026))).toEqual([
    '2000-01-01',
    '2026-09-05',
    '2026-09-05',
    '2099-12-31',
  ]);
});

test('29 February is a day in leap years only', () => {
  expect([
    parseTypedDate('2-29', 2028),
    parseTypedDate('2-29', 2026),
    parseTypedDate('2000-2-29', 2026),
    parseTypedDate('2100-2-29', 2026),
  ]).toEqual(['2028-02-29', null, '2000-02-29', null]);
});

test.each([
  ['50', 50],
  ['50%', 50],
  ['５０％', 50],
  [' 33.5 % ', 33.5],
  ['100', 100],
  ['', 0],
])('progress %j is %d', (typed, progress) => {
  expect(setCell(planNode({ progress: 7 }), 'progress', typed, 2026)).toEqual({ node: planNode({ progress }) });
});

test.each(['101', '-1', '五十', '1e1', '50%%', '0x10'])('%s is no progress', (typed) => {
  expect(setCell(planNode(), 'progress', typed, 2026)).toEqual({ problem: 'not-a-percentage', proposal: '' });
});

test.each([
  ['2', 2],
  ['0.5', 0.5],
  ['３', 3],
  ['', 1],
  ['0', 0],
])('weight %j is %d', (typed, weight) => {
  expect(setCell(planNode({ weight: 7 }), 'weight', typed, 2026)).toEqual({ node: planNode({ weight }) });
});

test.each(['1001', '-1', '重', '50%'])('%s is no weight', (typed) => {
  expect(setCell(planNode(), 'weight', typed, 2026)).toEqual({ problem: 'not-a-weight', proposal: '' });
});

test('an emptied date is not set, an over-long text is refused', () => {
  expect(setCell(planNode(), 'plannedFinish', '', 2026)).toEqual({ node: planNode({ plannedFinish: '' }) });
  expect(setCell(planNode(), 'note', '长'.repeat(32_768), 2026)).toEqual({ problem: 'too-long', proposal: '' });
});

test('typing what stands in a cell changes nothing, not even the object', () => {
  fc.assert(
    fc.property(anyNode, anyColumn, (node, column) => {
      const edit = setCell(node, column, cellText(node, column), 2026);
      expect('node' in edit && edit.node).toBe(node);
    }),
  );
});

test('what one cell shows can be typed into another plan, and only that cell changes', () => {
  fc.assert(
    fc.property(anyNode, anyNode, anyColumn, (from, to, column) => {
      expect(setCell(to, column, cellText(from, column), 2026)).toEqual({ node: { ...to, [column]: from[column] } });
    }),
  );
});

test('every way to write a day reads as that day, and nothing reads as anything but a day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year, month, date] = day.split('-').map(Number);
      const ways = [
        `${year}-${month}-${date}`,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        day.replaceAll('-', ''),
      ];
      expect(ways.map((way) => parseTypedDate(way, 1950))).toEqual(ways.map(() => day));
      expect(parseTypedDate(`${month}-${date}`, year ?? 0)).toBe(day);
    }),
  );
  const nearlyDates = fc.stringMatching(/^\d{0,4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/);
  fc.assert(
    fc.property(nearlyDates, (text) => {
      const day = parseTypedDate(text, 2026);
      if (day !== null) expect(isDay(day)).toBe(true);
    }),
  );
});
