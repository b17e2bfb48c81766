import { expect, test } from 'vitest';
import { linesOf } from '@shared/bank/lines/lines-of.ts';

test('every kind of line end, numbered from 1, without the empty lines', () => {
  expect(linesOf('\uFEFF甲\r\n\r\n乙\r丙\n \u3000\n丁').lines.map(({ row, text }) => [row, text])).toEqual([
    [1, '甲'],
    [3, '乙'],
    [4, '丙'],
    [6, '丁'],
  ]);
});

test('soft breaks stay in their line', () => {
  expect(linesOf('甲<br>乙<BR/>丙\f丁').lines.map(({ text }) => text)).toEqual(['甲\n乙\n丙\n丁']);
});

test('Markdown: headings, list signs and strong words', () => {
  expect(linesOf('## 一、单选题\n- A. 甲\n- 甲\n下列**不**是').lines.map(({ text, marks }) => ({ text, marks }))).toEqual([
    { text: '一、单选题', marks: [] },
    { text: 'A. 甲', marks: [] },
    { text: '- 甲', marks: [] },
    { text: '下列不是', marks: [{ from: 2, to: 3, look: 'strong' }] },
  ]);
});
