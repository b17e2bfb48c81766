import { expect, test } from 'vitest';
import { readLines } from '@shared/bank/lines/read-lines.ts';
import { options, readText, refused, shown, tableRow, wordText } from './reading.ts';

const choices = (...numbers: readonly number[]): string =>
  numbers.map((number) => `${number}、示例${number}由（ ）主持\nA.甲 B.乙 C.丙 D.丁`).join('\n');
const answers = (text: string): string[] => shown(readText(text)).map((line) => line.split(' | ').at(-1) ?? '');

test.each([
  ['ranges', '参考答案：1-5 ABCDA'],
  ['ranges with spaces', '参考答案\n1～3：A B C\n4-5 DA'],
  ['single answers', '参考答案\n1.A 2.B 3.C\n4.D 5.A'],
  ['bracketed numbers', '选择题答案：\n(1) A (2) B (3) C (4) D (5) A'],
  ['a line each', '答案及解析\n1. A\n2. B\n3. C\n4. D\n5. A'],
])('%s', (_, key) => expect(answers(`一、单选题\n${choices(1, 2, 3, 4, 5)}\n${key}`)).toEqual(['A', 'B', 'C', 'D', 'A']));

test('sections are matched by their headings', () => {
  const text = `一、单选题\n${choices(1, 2)}\n二、多选题\n${choices(1, 2)}\n三、填空题\n1. 示例有____。\n四、简答题\n1. 什么是示例？\n参考答案与评分标准\n一、单选题（每题2分）\n1.A 2.B\n二、多选题\n1.AB 2.CD\n三、填空题\n1. 甲\n四、简答题\n1. 答：示例就是例子。\n以上意思相近即可。`;
  expect(answers(text)).toEqual(['A', 'B', 'AB', 'CD', '甲', '示例就是例子。\n以上意思相近即可。']);
});

test('a key behind each section answers that section', () => {
  expect(answers(`一、单选题\n${choices(1, 2)}\n参考答案：1-2 AB\n二、单选题\n${choices(1, 2)}\n参考答案：1-2 CD`)).toEqual([
    'A',
    'B',
    'C',
    'D',
  ]);
});

test('each paper has its own key', () => {
  const paper = (number: string, key: string): string => `试题${number}\n一、单选题\n${choices(1, 2)}\n参考答案\n${key}`;
  expect(answers(`${paper('一', '1.A 2.B')}\n${paper('二', '1.C 2.D')}`)).toEqual(['A', 'B', 'C', 'D']);
});

test('a table of numbers and answers', () => {
  const questions = choices(1, 2, 3)
    .split('\n')
    .map((text) => ({ text }));
  const reading = readLines(
    wordText(...questions, { text: '参考答案' }, tableRow(1, '题号', '1', '2', '3'), tableRow(1, '答案', 'B', 'C', 'D')),
    options,
  );
  expect(shown(reading).map((line) => line.split(' | ').at(-1))).toEqual(['B', 'C', 'D']);
  expect(reading.accounted).toEqual({ source: 9, questions: 7, headings: 2, refused: 0, ignored: 0 });
});

test('answers without a question are listed', () => {
  const reading = readText(`一、单选题\n${choices(1, 2)}\n参考答案\n1.A 2.B 7.C`);
  expect(reading.problems.map(({ row, code }) => [row, code])).toEqual([[7, 'answer-key-unclear']]);
  expect(reading.accounted).toEqual({ source: 7, questions: 4, headings: 2, refused: 1, ignored: 0 });
});

test('a key that contradicts the question is no answer', () => {
  const reading = readText(`一、单选题\n1、示例由（A）主持\nA.甲 B.乙\n2、示例由谁记录\nA.甲 B.乙\n参考答案\n1.B 2.B`);
  expect(refused(reading)).toEqual(['2-3 answer-not-understood']);
  expect(shown(reading)).toEqual(['single 示例由谁记录 | 甲 / 乙 | B']);
});
