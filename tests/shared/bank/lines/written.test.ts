import { expect, test } from 'vitest';
import { readText, shown } from './reading.ts';

test('a numbered list in a written answer begins no question', () => {
  const reading = readText(
    '四、简答题\n1.简述示例原则的主要内容。\n参考答案：\n示例原则就是：\n（1）坚持甲；\n（2）坚持乙。\n答案解析：见示例办法第1条。\n2.简述示例制度的意义。\n参考答案：\n（1）有利于丙；\n（2）有利于丁。\n答案解析：见示例办法第2条。',
  );
  expect(shown(reading)).toEqual([
    'short 简述示例原则的主要内容。 | 示例原则就是：\n（1）坚持甲；\n（2）坚持乙。',
    'short 简述示例制度的意义。 | （1）有利于丙；\n（2）有利于丁。',
  ]);
  expect(reading.questions.map(({ question }) => 'explanation' in question && question.explanation)).toEqual([
    '见示例办法第1条。',
    '见示例办法第2条。',
  ]);
  expect(reading.refusals).toEqual([]);
});

test('below what a question asks for stands its answer, with or without a label', () => {
  expect(shown(readText('一、简答题\n1、简述示例方针。\n（1）坚持标准\n（2）保证质量'))).toEqual([
    'short 简述示例方针。 | （1）坚持标准\n（2）保证质量',
  ]);
});

test('a remark behind a judgement explains it', () => {
  const reading = readText(
    '一、判断题\n1.示例任期为五年。（ × ）（应为三年）\n2.示例应当登记。（√）\n3.示例可以代签。（×）改为：不可以代签。\n4.示例须备案。（✗）\n解释：错误。无须备案。',
  );
  expect(shown(reading)).toEqual([
    'judge 示例任期为五年。 | 错',
    'judge 示例应当登记。 | 对',
    'judge 示例可以代签。 | 错',
    'judge 示例须备案。 | 错',
  ]);
  expect(reading.questions.map(({ question }) => 'explanation' in question && question.explanation)).toEqual([
    '应为三年',
    '',
    '改为：不可以代签。',
    '错误。无须备案。',
  ]);
});

test('a letter in the stem judges by its option', () => {
  expect(shown(readText('三、判断题\n1、示例应当登记。（A）\nA、正确\nB、错误\n2、示例可以代签。（B）\nA、正确\nB、错误'))).toEqual([
    'judge 示例应当登记。（  ） | 对',
    'judge 示例可以代签。（  ） | 错',
  ]);
});

test('a key whose titles name the type and the numbers', () => {
  const reading = readText(
    '一、判断题\n1. 示例应当登记。\n2. 示例可以代签。\n二、单选题\n1. 示例由（ ）主持。\n（A）甲\n（B）乙\n2. 示例由（ ）记录。\n（A）甲\n（B）乙\n示例试卷答案\n判断题参考答案（1-2）：\n1-2）(√) (×)\n单选题参考答案（1-2）： 1-2）  BA',
  );
  expect(shown(reading)).toEqual([
    'judge 示例应当登记。 | 对',
    'judge 示例可以代签。 | 错',
    'single 示例由（ ）主持。 | 甲 / 乙 | B',
    'single 示例由（ ）记录。 | 甲 / 乙 | A',
  ]);
  expect(reading.problems).toEqual([]);
});
