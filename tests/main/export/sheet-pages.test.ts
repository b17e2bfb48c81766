import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '@shared/model/report.ts';
import { brokenTitle, pageStarts } from '../../../main/export/sheet-pages.ts';
import { writeXlsx } from '../../../main/export/xlsx.ts';
import { trickyReport } from '../../shared/reports/fixture.ts';
import { partOf } from '../../support/zip-part.ts';

const parts = (rows: number, height = 20) => ({
  above: [40, 20],
  header: 20,
  table: Array.from({ length: rows }, () => height),
  foot: [30, 30],
});

/** An A4 sheet on its side holds 483 points of rows; a quarter of it are six rows of 20. */
test('a foot that the page might not hold takes rows along, one in the middle of a page lets pages fall as they like', () => {
  expect([2, 10, 30].map((rows) => pageStarts(trickyReport, parts(rows)))).toEqual([[], [], []]);
  expect([17, 20, 39].map((rows) => pageStarts(trickyReport, parts(rows)))).toEqual([[11], [19], [19, 33]]);
  expect(pageStarts(trickyReport, parts(3, 130))).toEqual([2]);
  expect(pageStarts(trickyReport, parts(1, 400))).toEqual([]);
  expect(pageStarts(trickyReport, { ...parts(20), foot: [] })).toEqual([]);
});

test('a sheet that is made smaller to fit holds more rows', () => {
  const wide: Report = { ...trickyReport, columns: trickyReport.columns.map((column) => ({ ...column, width: 5 * column.width })) };
  expect([pageStarts(trickyReport, parts(17)), pageStarts(wide, parts(17))]).toEqual([[11], []]);
});

test('the workbook begins a page before the last rows of such a table only', async () => {
  const breaksOf = async (count: number) => {
    const rows = Array.from({ length: count }, (_, n) => [n, '单位', '2026-09-05', 0.5, 1]);
    const sheet = partOf(Buffer.from(await writeXlsx({ ...trickyReport, rows })), 'xl/worksheets/sheet1.xml');
    return [...sheet.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id));
  };
  expect([await breaksOf(5), await breaksOf(18)]).toEqual([[], [3 + 18 - 6]]);
});

test('titles that a column cannot hold are broken before a bracket, else in even parts; nothing is lost', async () => {
  expect(brokenTitle('偏差（天）', 3)).toBe('偏差\n（天）');
  expect(brokenTitle('节点总数', 2.6)).toBe('节点\n总数');
  expect(brokenTitle('存在问题及下一步措施', 4.4)).toBe('存在问题\n及下一步\n措施');
  expect(brokenTitle('状态', 3)).toBe('状态');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('节', '点', '数', 'a', '（', '）') }),
      fc.integer({ min: 1, max: 10 }),
      (title, width) => {
        expect(brokenTitle(title, width).replaceAll('\n', '')).toBe(title);
      },
    ),
  );
  const columns = [{ title: '评审得分', width: 2.6, kind: 'number' } as const];
  expect(read(await writeXlsx({ ...trickyReport, columns, rows: [], total: null })).Sheets['报表']?.A3.v).toBe('评审\n得分');
});
