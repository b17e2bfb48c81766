import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTabText, toTabText } from '../../../renderer/ui/grid/tab-text.ts';

it('reads what Excel and WPS put on the clipboard', () => {
  expect(parseTabText('立项\t调研\r\n实施\t落实\r\n')).toEqual([
    ['立项', '调研'],
    ['实施', '落实'],
  ]);
  expect(parseTabText('甲\n乙')).toEqual([['甲'], ['乙']]);
  expect(parseTabText('甲\t\r\n\t乙\r\n')).toEqual([
    ['甲', ''],
    ['', '乙'],
  ]);
});

it('takes quotes off a cell with line ends, and only off such a cell', () => {
  expect(parseTabText('"一、调研\n二、起草"\t张三\r\n')).toEqual([['一、调研\n二、起草', '张三']]);
  expect(parseTabText('"他说""好"""\t乙')).toEqual([['他说"好"', '乙']]);
});

it('keeps quotation marks that belong to the text', () => {
  expect(parseTabText('"特色"党建\t张三\r\n"一支部一特色"建设\t李四\r\n')).toEqual([
    ['"特色"党建', '张三'],
    ['"一支部一特色"建设', '李四'],
  ]);
  expect(parseTabText('"未完\t乙')).toEqual([['"未完', '乙']]);
});

it('brings back what it wrote', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', '\r', ' ', 'a', '=', '-', '+', '@', "'", '1') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(table, (cells) => {
      expect(parseTabText(toTabText(cells))).toEqual(cells);
    }),
  );
});

it('lets no text become a formula, and leaves figures as they are', () => {
  const cells = ["=cmd|' /C calc'!A0", '@SUM(1)', '+1+1', '-甲', "'=1", '-3', '+2.5%', '-', "'甲", '3FS-1', '\n=1'];
  const text = toTabText([cells]);
  expect(text).toBe(`'=cmd|' /C calc'!A0\t'@SUM(1)\t'+1+1\t'-甲\t''=1\t-3\t+2.5%\t-\t'甲\t3FS-1\t"\n=1"`);
  expect(parseTabText(text)).toEqual([cells]);
});
