import { expect, test } from 'vitest';
import { readLines } from '@shared/bank/lines/read-lines.ts';
import type { SourceLine } from '@shared/bank/source-text.ts';
import { options, refused, shown, tableRow, wordText } from './reading.ts';

const read = (...lines: readonly Partial<SourceLine>[]) => readLines(wordText(...lines), options);
const look = (text: string, marked: string, kind: 'underline' | 'colour' | 'strong'): Partial<SourceLine> => ({
  text,
  marks: [{ from: text.indexOf(marked), to: text.indexOf(marked) + marked.length, look: kind }],
});

test('numbers and letters that Word shows are signs', () => {
  const reading = read(
    { label: '1.', text: '示例由（ ）主持' },
    { label: 'A.', text: '甲' },
    { label: 'B.', text: '乙' },
    { text: '答案：B' },
    { label: '2.', text: '2021年的示例由（ ）记录' },
    { label: 'A.', text: '甲' },
    { label: 'B.', text: '乙' },
    { text: '答案：A' },
  );
  expect(shown(reading)).toEqual(['single 示例由（ ）主持 | 甲 / 乙 | B', 'single 2021年的示例由（ ）记录 | 甲 / 乙 | A']);
});

test.each(['colour', 'underline'] as const)('an option in another look (%s) is the answer where every question has one', (kind) => {
  const lines = [
    { text: '1. 示例由谁主持' },
    look('A.甲室', '甲室', kind),
    { text: 'B.乙室' },
    { text: '2. 示例由谁记录' },
    { text: 'A.甲室' },
    look('B.乙室', 'B.乙室', kind),
  ];
  expect(shown(read(...lines))).toEqual(['single 示例由谁主持 | 甲室 / 乙室 | A', 'single 示例由谁记录 | 甲室 / 乙室 | B']);
  expect(refused(read(...lines, { text: '3. 示例由谁批准' }, { text: 'A.甲' }, { text: 'B.乙' }))).toEqual([
    '1-3 answer-missing',
    '4-6 answer-missing',
    '7-9 answer-missing',
  ]);
});

test('underlined words of a blank become blanks', () => {
  expect(shown(read({ text: '一、填空题' }, look('1. 示例的宗旨是为单位服务。', '为单位', 'underline')))).toEqual([
    'blank 示例的宗旨是____服务。 | 为单位',
  ]);
});

test('what was emphasised in a stem stays readable', () => {
  expect(shown(read(look('1. 下列说法不正确的是（ ）', '不正确', 'strong'), { text: 'A.甲\nB.乙\n答案：A' }))).toEqual([
    'single 下列说法**不正确**的是（ ） | 甲 / 乙 | A',
  ]);
});

test('options in the cells of a table', () => {
  const reading = read({ text: '1. 示例由（ ）主持' }, tableRow(1, 'A. 甲', 'B. 乙'), tableRow(1, 'C. 丙', 'D. 丁'), { text: '答案：C' });
  expect(shown(reading)).toEqual(['single 示例由（ ）主持 | 甲 / 乙 / 丙 / 丁 | C']);
});

test('rows without a header: number, question, answer', () => {
  const reading = read(
    tableRow(1, '1', '示例应当登记', '√'),
    tableRow(1, '2', '示例可以代签', '×'),
    tableRow(1, '3', '示例由（ ）主持', '甲', '乙', 'B'),
  );
  expect(shown(reading)).toEqual(['judge 示例应当登记 | 对', 'judge 示例可以代签 | 错', 'single 示例由（ ）主持 | 甲 / 乙 | B']);
});

test('a table with a header is read as a workbook, its rows keep their numbers', () => {
  const reading = read(
    { text: '示例题库' },
    tableRow(1, '题干', '选项A', '选项B', '答案'),
    tableRow(1, '示例由谁主持', '甲', '乙', 'B'),
    { text: '1、示例应当登记。（√）' },
    tableRow(2, '题干', '选项A', '选项B', '答案'),
    tableRow(2, '示例由谁记录', '甲', '乙', 'A'),
  );
  expect(reading.questions.map(({ row, question }) => [row, question.stem])).toEqual([
    [3, '示例由谁主持'],
    [4, '示例应当登记。'],
    [6, '示例由谁记录'],
  ]);
  expect(reading.accounted).toEqual({ source: 6, questions: 3, headings: 3, refused: 0, ignored: 0 });
});
