import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportColumn } from '@shared/model/report.ts';
import { fittedColumns, linesOf } from '@shared/reports/fitted-columns.ts';

const columns: readonly ReportColumn[] = [
  { title: '日期', width: 5, kind: 'date' },
  { title: '职责', width: 4, kind: 'text' },
  { title: '备注', width: 3, kind: 'text' },
];
const widths = (rows: readonly (readonly string[])[], totals = [30]) => fittedColumns(columns, rows, totals).map(({ width }) => width);

test('the room goes where the texts are', () => {
  expect(widths([['2026-03-01', '长'.repeat(300), '']])).toEqual([5, 22, 3]);
  expect(widths([['2026-03-01', '', '长'.repeat(300)]])).toEqual([5, 4, 21]);
  expect(widths([['2026-03-01', '长'.repeat(150), '长'.repeat(150)]])).toEqual([5, 12.5, 12.5]);
});

test('where everything stands on one line the rest is shared by the usual widths', () => {
  expect(widths([['', '短', '短']])).toEqual([5, 14.3, 10.7]);
  expect(widths([])).toEqual([5, 14.3, 10.7]);
});

test('the largest letters that leave rows low are taken, the smallest where none does', () => {
  expect(widths([['', '长'.repeat(50), '']], [20, 30, 40])).toEqual([5, 12, 3]);
  expect(widths([['', '长'.repeat(90), '']], [20, 30, 40])).toEqual([5, 22, 3]);
  expect(widths([['', '长'.repeat(900), '']], [20, 30, 40])).toEqual([5, 32, 3]);
});

const texts = fc.array(fc.tuple(fc.constant(''), fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 })), { maxLength: 20 });

test('no column falls below its least width, dates keep theirs, and all together fill the line', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 15, max: 120 }), (rows, total) => {
      const [date = 0, duty = 0, note = 0] = widths(rows, [total]);
      expect([date, duty >= 4, note >= 3]).toEqual([5, true, true]);
      expect(Math.abs(date + duty + note - total)).toBeLessThanOrEqual(0.11);
    }),
  );
});

test('a row is as high as the highest of its texts', () => {
  const count = (...cells: readonly string[]) => linesOf(columns, cells, ({ width }) => width);
  expect(count('2026-03-01', '一二三四', '')).toBe(1);
  expect(count('2026-03-01', '一二三四五', '一\n\n三四五六')).toBe(4);
  expect(count()).toBe(1);
});
