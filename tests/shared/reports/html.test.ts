// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { reportHtml } from '@shared/reports/html.ts';
import { trickyReport } from './fixture.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const page = (report = trickyReport): Document => parse(reportHtml(report, { nonce: 'bm9uY2U=' }));
const texts = (elements: Iterable<Element>): (string | null)[] => [...elements].map((element) => element.textContent);

test('every text of the report is on the page as it is, and none of it is markup', () => {
  const document = page();
  expect(document.title).toBe(trickyReport.title);
  expect(document.querySelector('h1')?.textContent).toBe(trickyReport.title);
  expect(document.querySelectorAll('script, b, [style], [onclick], link, img')).toHaveLength(0);
  expect(texts(document.querySelectorAll('thead th'))).toEqual(['序号', '单位', '日期', '参考率', '得分']);
  const rows = [...document.querySelectorAll('tbody tr:not(.foot)')].map((row) => texts(row.querySelectorAll('td')));
  expect(rows).toEqual([
    ['1', '=1+1', '2026-09-05', '96.67%', '90'],
    ['2', '+86 10', '', '50.00%', '0.3'],
    ['3', '-甲', '2026-02-30', '100.00%', ''],
    ['4', '@sum', '', '0.00%', '-3.25'],
    ['5', '第一行\n<script>alert(1)</script>', '2028-02-29', '', '12'],
    ['', '合计', '', '75.00%', '99.3'],
  ]);
  expect(texts(document.querySelectorAll('p.head'))).toEqual(trickyReport.head);
  expect(texts(document.querySelectorAll('tr.foot td'))).toEqual(trickyReport.foot);
});

test('the one style carries the nonce that its policy asks for', () => {
  const document = page();
  const styles = [...document.querySelectorAll('style')];
  expect(styles.map((style) => style.getAttribute('nonce'))).toEqual(['bm9uY2U=']);
  expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe("default-src 'none'; style-src 'nonce-bm9uY2U='");
  expect(styles[0]?.textContent).toContain('size: A4 landscape');
});

test('the last row, the total and the foot stay together', () => {
  expect(texts(page().querySelectorAll('tbody.closing tr')).length).toBe(2);
  const bare = page({ ...trickyReport, rows: [], total: null });
  expect(texts(bare.querySelectorAll('tbody.closing tr'))).toEqual(['（无记录）', '填表人：　　审核人：']);
});

test('a row taller than two fifths of a page may part, others may not; a tall last row does not push its foot away', () => {
  const rows = (...lines: readonly number[]) => lines.map((count, n) => [n, '行\n'.repeat(count), null, null, null]);
  const tall = (counts: readonly number[], total = trickyReport.total) =>
    [...page({ ...trickyReport, rows: rows(...counts), total }).querySelectorAll('tr, tbody')]
      .filter((element) => element.classList.contains('tall'))
      .map((element) => element.textContent?.trim()[0]);
  expect(tall([3, 40, 3])).toEqual(['1']);
  expect(tall([3, 3], null)).toEqual([]);
  expect(tall([3, 40], null)).toEqual(['1', '1']);
});

test('percentages that are all whole show no digits after the point', () => {
  const whole = page({ ...trickyReport, rows: [[1, '甲', '', 0.29, 1]], total: null });
  expect(whole.querySelector('tbody .num:nth-child(4)')?.textContent).toBe('29%');
});

test('a nonce that could leave its attribute is refused', () => {
  expect(() => reportHtml(trickyReport, { nonce: '"><script>' })).toThrow('nonce');
});
