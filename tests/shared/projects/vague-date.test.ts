import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay } from '@shared/projects/days.ts';
import { proposeDate } from '@shared/projects/vague-date.ts';

test.each([
  ['9月底前', '2026-09-30', '2026-09-30'],
  ['９月底前', '2026-09-30', '2026-09-30'],
  ['9月末', '2026-09-30', '2026-09-30'],
  ['2月底', '2026-02-28', '2026-02-28'],
  ['9月上旬', '2026-09-01', '2026-09-10'],
  ['9月中旬', '2026-09-11', '2026-09-20'],
  ['9月下旬', '2026-09-21', '2026-09-30'],
  ['9月初', '2026-09-01', '2026-09-10'],
  ['9月', '2026-09-01', '2026-09-30'],
  ['9月份', '2026-09-01', '2026-09-30'],
  ['9月前', '2026-08-31', '2026-08-31'],
  ['1月前', '2025-12-31', '2025-12-31'],
  ['9月5日前', '2026-09-05', '2026-09-05'],
  ['2027年3月', '2027-03-01', '2027-03-31'],
  ['27年3月底', '2027-03-31', '2027-03-31'],
  ['2027.3', '2027-03-01', '2027-03-31'],
  ['26.9.5', '2026-09-05', '2026-09-05'],
  ['三季度', '2026-07-01', '2026-09-30'],
  ['第3季度末', '2026-09-30', '2026-09-30'],
  ['四季度初', '2026-10-01', '2026-10-01'],
  ['上半年', '2026-01-01', '2026-06-30'],
  ['2027年下半年', '2027-07-01', '2027-12-31'],
  ['年底', '2026-12-31', '2026-12-31'],
  ['2027年底前完成', '2027-12-31', '2027-12-31'],
  ['2027年', '2027-01-01', '2027-12-31'],
])('%s may begin on %s and end on %s', (text, start, finish) => {
  expect([proposeDate(text, 2026, 'start'), proposeDate(text, 2026, 'finish')]).toEqual([start, finish]);
});

test.each(['', '年', '底', '前', '下周', '13月底', '0月', '2月30日前', '5季度', '按上级要求', '长期', '9'])('%j says no day', (text) => {
  expect(proposeDate(text, 2026, 'finish')).toBeNull();
});

test('whatever is proposed is a day, and the start never lies behind the finish', () => {
  const parts = fc.constantFrom('20', '26', '2026', '年', '9', '12', '2', '月', '上旬', '底', '前', '季度', '第', '半年', '日', '.', '-');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 7 }), (words) => {
      const [start, finish] = [proposeDate(words.join(''), 2026, 'start'), proposeDate(words.join(''), 2026, 'finish')];
      expect(start === null).toBe(finish === null);
      if (start === null || finish === null) return;
      expect([isDay(start), isDay(finish), start <= finish]).toEqual([true, true, true]);
    }),
  );
});
