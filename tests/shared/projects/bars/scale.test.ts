import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headLines } from '@shared/projects/bars/heads.ts';
import { rangeOf, roomAround } from '@shared/projects/bars/range.ts';
import { barScale, barUnits, beginningOf, distance, nextBeginning, scaleOf, scaleToFit } from '@shared/projects/bars/scale.ts';
import { anyDay, planNode } from '../fixture.ts';

const lengths = { day: 20, week: 8, month: 2, quarter: 1 };
const unit = fc.constantFrom(...barUnits);

test('units begin on Mondays and on the first of months and quarters', () => {
  expect(barUnits.map((each) => [beginningOf(each, '2026-08-19'), nextBeginning(each, '2026-08-19')])).toEqual([
    ['2026-08-19', '2026-08-20'],
    ['2026-08-17', '2026-08-24'],
    ['2026-08-01', '2026-09-01'],
    ['2026-07-01', '2026-10-01'],
  ]);
  expect(beginningOf('week', '2027-01-01')).toBe('2026-12-28');
});

test('a scale holds its whole range, and begins and ends with whole units', () => {
  fc.assert(
    fc.property(unit, anyDay, fc.integer({ min: 0, max: 900 }), (each, first, days) => {
      const last = new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
      fc.pre(last.startsWith('2'));
      const scale = barScale(each, { first, last }, 3);
      expect(scale.first <= first && distance(scale.first, last) < scale.days).toBe(true);
      expect(beginningOf(each, scale.first)).toBe(scale.first);
    }),
    { numRuns: 300 },
  );
});

test('the cells of both lines of the head follow each other without a gap over the whole scale', () => {
  fc.assert(
    fc.property(unit, anyDay, (each, first) => {
      const scale = barScale(each, { first, last: first }, 3);
      for (const line of Object.values(headLines(scale))) {
        expect(line.map(({ from }) => from)).toEqual([0, ...line.slice(0, -1).map(({ to }) => to)]);
        expect(line.at(-1)?.to).toBe(scale.days);
      }
    }),
    { numRuns: 200 },
  );
});

test('months stand above weeks, years above quarters', () => {
  const { upper, lower } = headLines(barScale('week', { first: '2026-03-02', last: '2026-03-20' }, 8));
  expect(upper).toEqual([{ unit: 'month', day: '2026-03-01', from: 0, to: 21 }]);
  expect(lower.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
});

test('what is to fit is drawn in the finest unit that can be read, and fills the width', () => {
  const range = { first: '2026-03-02', last: '2026-03-29' };
  expect(scaleToFit(range, 600, lengths)).toEqual({ unit: 'day', first: '2026-03-02', days: 28, dayLength: 600 / 28 });
  expect(scaleToFit(range, 300, lengths).unit).toBe('week');
  const long = scaleToFit({ first: '1900-01-01', last: '2999-12-31' }, 600, lengths);
  expect([long.unit, Math.round(long.days * long.dayLength)]).toEqual(['quarter', 600]);
});

test('a year that was mistyped does not draw 400,000 days', () => {
  expect(scaleOf('day', { first: '2026-03-01', last: '2062-09-30' }, lengths).unit).toBe('month');
  expect(scaleOf('day', { first: '2026-03-01', last: '2026-09-30' }, lengths).unit).toBe('day');
});

test('the range reaches over plan, baseline and what was done; what is no day is passed over', () => {
  const nodes = [planNode({ plannedStart: '2026-02-30', actualStart: '2026-02-10' }), planNode({ plannedFinish: '' })];
  const baseline = [planNode({ plannedFinish: '2026-06-01' })];
  expect(rangeOf(nodes, baseline, '2026-05-05')).toEqual({ first: '2026-02-10', last: '2026-06-01' });
  expect(rangeOf([], [], '2026-05-05')).toEqual({ first: '2026-05-05', last: '2026-05-05' });
});

test('today is taken in where it is near, not where the plan is of another time', () => {
  const range = { first: '2026-03-01', last: '2026-03-31' };
  expect(roomAround(range, 2, '2026-04-20')).toEqual({ first: '2026-02-27', last: '2026-04-22' });
  expect(roomAround(range, 2, '2029-04-20')).toEqual({ first: '2026-02-27', last: '2026-04-02' });
});
