import { expect, test } from 'vitest';
import { readText, refused, shown } from './reading.ts';

test('a stem with 判断 or 单选 is no heading, and a second heading of a type goes on with it', () => {
  const reading = readText(
    '一、单选题\n1、示例大会作出了重大战略判断\nA.甲\nB.乙\n答案：A\n2、关于单选的说法是\nA.甲\nB.乙\n答案：B\n二、单选题\n1、示例由谁主持\nA.甲\nB.乙\n答案：B',
  );
  expect(shown(reading)).toEqual([
    'single 示例大会作出了重大战略判断 | 甲 / 乙 | A',
    'single 关于单选的说法是 | 甲 / 乙 | B',
    'single 示例由谁主持 | 甲 / 乙 | B',
  ]);
  expect(reading.accounted).toEqual({ source: 14, questions: 12, headings: 2, refused: 0, ignored: 0 });
});

test('（ ） is no answer', () => {
  expect(refused(readText('一、判断题\n1、示例应当登记。（ ）\n2、示例可以代签。（）'))).toEqual([
    '2-2 answer-missing',
    '3-3 answer-missing',
  ]);
});

test('A. inside a quotation, or in the stem before the options, is no option', () => {
  expect(shown(readText('1. 表中“A. 组织”一栏指（ ）\nA.甲\nB.乙\n答案：B'))).toEqual(['single 表中“A. 组织”一栏指（ ） | 甲 / 乙 | B']);
  expect(shown(readText('1. 示例图中 A. 代表组织，它指（ ）\nA.甲\nB.乙\n答案：B'))).toEqual([
    'single 示例图中 A. 代表组织，它指（ ） | 甲 / 乙 | B',
  ]);
});

test('numbering restarts in each section', () => {
  const reading = readText(
    '一、单选题\n1、甲示例由谁主持\nA.甲\nB.乙\n二、判断题\n1、示例应当登记\n2、示例可以代签\n参考答案\n一、1.B\n二、1.√ 2.×',
  );
  expect(shown(reading)).toEqual(['single 甲示例由谁主持 | 甲 / 乙 | B', 'judge 示例应当登记 | 对', 'judge 示例可以代签 | 错']);
});

test('soft line breaks divide a paragraph', () => {
  expect(shown(readText('1. 示例由（ ）主持<br>A.甲<br>B.乙<br>答案：B'))).toEqual(['single 示例由（ ）主持 | 甲 / 乙 | B']);
});

test('identical options are read and listed; letters beyond the options are refused', () => {
  const twins = readText('1. 示例由（ ）主持\nA.甲\nB.甲\nC.乙\n答案：C');
  expect(twins.problems.map(({ code }) => code)).toEqual(['options-identical']);
  expect(refused(readText('1. 示例由（ ）主持\nA.甲\nB.乙\n答案：D'))).toEqual(['1-4 answer-beyond-options']);
});

test.each([
  ['a letter comes twice and is the answer', '1. 示例由（ ）主持\nA.甲\nB.乙\nB.丙\n答案：B', 'answer-not-understood'],
  ['A is missing', '1. 示例由（ ）主持\n甲\nB.乙\nC.丙\n答案：B', 'options-missing'],
  ['answers to several blanks', '1. 示例先①后②\nA.甲\nB.乙\n答案：①A ②B', 'answer-not-understood'],
  ['the stem and the label differ', '1. 示例由谁主持（A）\nA.甲\nB.乙\n答案：B', 'answer-not-understood'],
  ['blanks and answers differ in number', '一、填空题\n1. 示例有____、____。\n答案：甲', 'blank-count'],
  ['two questions cannot be told apart', '1. 示例由（ ）主持 答案：A A.甲 B.乙 示例由（ ）记录 答案：B A.丙 B.丁', 'answer-not-understood'],
  ['words between two blanks are no answers', '一、填空题\n1. 示例由____和____组成。', 'answer-missing'],
  ['only the answer of a candidate is told', '1. 示例由谁主持？\nA. 甲\nB. 乙\n我的答案：A', 'answer-missing'],
  ['questions run into each other', '一、单选题(共2题)示例成立于()年A.1919B.1921示例原则是()A.甲B.乙\n答案：A', 'answer-not-understood'],
])('refused: %s', (_, text, code) => {
  const reading = readText(text);
  expect(reading.questions).toEqual([]);
  expect(reading.problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)).toContain(code);
});

test('letters in a wrong order keep their meaning', () => {
  expect(shown(readText('1. 示例由（ ）主持\nA.甲\nB.乙\nD.丁\nC.丙\n答案：C'))).toEqual([
    'single 示例由（ ）主持 | 甲 / 乙 / 丁 / 丙 | D',
  ]);
});

test('the draft of a refusal holds what was understood', () => {
  const { refusals } = readText('二、多选题\n5、示例包括（ ）\nA.甲\nB.乙\nC.丙');
  expect(refusals).toEqual([
    {
      sheet: null,
      row: 2,
      lastRow: 5,
      draft: {
        type: 'multiple',
        stem: '示例包括（ ）',
        options: ['甲', '乙', '丙'],
        answer: '',
        explanation: '',
        basis: '',
        section: '',
        topic: '',
      },
    },
  ]);
});

test('page numbers, contents and running heads are ignored, titles are headings', () => {
  const reading = readText(
    '示例题库\n第一章 总则........1\n1、示例应当登记。（√）\n第 1 页 共 2 页\n示例题库\n2、示例可以代签。（×）\n- 2 -\n示例题库',
  );
  expect(reading.accounted).toEqual({ source: 8, questions: 2, headings: 1, refused: 0, ignored: 5 });
});

test('letters in brackets that are no answer stay in the stem', () => {
  expect(shown(readText('1. 示例图（DFD）用于（ ）阶段\nA.甲\nB.乙\n答案：B'))).toEqual([
    'single 示例图（DFD）用于（ ）阶段 | 甲 / 乙 | B',
  ]);
});

test('a written answer that begins with （1） is no judgement', () => {
  expect(shown(readText('1. 说明示例的步骤。\n解：（1）先举例。\n（2）再说明。'))).toEqual([
    'short 说明示例的步骤。 | （1）先举例。\n（2）再说明。',
  ]);
});
