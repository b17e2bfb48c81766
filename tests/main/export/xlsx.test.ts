import { CFB, read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../../main/export/xlsx.ts';
import { trickyReport } from '../../shared/reports/fixture.ts';

const bytes = await writeXlsx(trickyReport);
const book = read(bytes, { cellStyles: true });
const sheet = book.Sheets['报表'] ?? {};

/** The text of one part of the package, as another program finds it. */
function part(name: string): string {
  const entry = CFB.find(CFB.read(bytes, { type: 'array' }), name) as { content: Uint8Array };
  return new TextDecoder().decode(Uint8Array.from(entry.content));
}

test('another reader finds the same values in the same places', () => {
  expect(book.SheetNames).toEqual(['报表']);
  expect(utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null, blankrows: true })).toEqual([
    [trickyReport.title, null, null, null, null],
    [trickyReport.head[0], null, null, null, null],
    ['序号', '单位', '日期', '参考率', '得分'],
    [1, '=1+1', new Date('2026-09-05T00:00:00Z'), 0.9667, 90],
    [2, '+86 10', null, 0.5, 0.1 + 0.2],
    [3, '-甲', '2026-02-30', 1, null],
    [4, '@sum', null, 0, -3.25],
    [5, '第一行\n<script>alert(1)</script>', new Date('2028-02-29T00:00:00Z'), null, 12],
    [null, '合计', null, 0.75, 99.3],
    [trickyReport.foot[0], null, null, null, null],
  ]);
});

test('numbers, dates and percentages are typed and shown as such; no text became a formula', () => {
  expect([sheet.C4.w, sheet.D4.w, sheet.C8.w]).toEqual(['2026-09-05', '96.67%', '2028-02-29']);
  expect([sheet.A4.t, sheet.B4.t, sheet.C4.t, sheet.E7.t, sheet.C6.t]).toEqual(['n', 's', 'n', 'n', 's']);
  expect(part('/xl/worksheets/sheet1.xml')).not.toContain('<f');
});

test('it prints like an office table', () => {
  const page = part('/xl/worksheets/sheet1.xml');
  expect(sheet['!merges']?.map((range) => utils.encode_range(range))).toEqual(['A1:E1', 'A2:E2', 'A10:E10']);
  expect(page).toMatch(/<pageSetup[^>]*paperSize="9"/);
  expect(page).toMatch(/<pageSetup[^>]*orientation="landscape"/);
  expect(page).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
  expect(page).toContain('fitToPage="1"');
  expect(page).toContain('第 &amp;P 页 共 &amp;N 页');
  expect(part('/xl/workbook.xml')).toMatch(/<definedName name="_xlnm.Print_Titles"[^>]*>报表!\$3:\$3</);
  expect(sheet['!cols']?.map(({ width }) => width)).toEqual([7, 17, 13, 9, 9]);
});

test('a text that XML cannot hold does not spoil the workbook', async () => {
  const odd = await writeXlsx({ ...trickyReport, rows: [[1, 'a\u0000\u0008b\uFFFE]]>&amp;', null, null, null]], total: null });
  expect(read(odd).Sheets['报表']?.B4.v).toContain(']]>&amp;');
});

test('a thousand lines in one cell stay within the height that Excel allows', async () => {
  const tall = await writeXlsx({ ...trickyReport, rows: [[1, '行\n'.repeat(1_000), null, null, null]] });
  const heights = read(tall, { cellStyles: true }).Sheets['报表']?.['!rows']?.map((row) => row?.hpt ?? 0) ?? [];
  expect(Math.max(...heights)).toBe(409);
});
