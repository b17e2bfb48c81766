import { expect, test } from 'vitest';
import { readText, refused, shown } from './reading.ts';

/** Pages and exports of training platforms, as they arrive when they are copied or saved. */
const pages: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'type and score in front of the stem, the texts of the options behind the letters',
    '1. (多选题, 0.4分)示例包括( )。\nA. 甲\nB. 乙\nC. 丙\n我的答案:ABC :甲; 乙; 丙; 正确答案:AC :甲; 丙;\n0分\nAI讲解\n2. (判断题, 0.6分)示例应当登记。( )\nA. 对\nB. 错\n我的答案:错正确答案:对\n0.6分',
    ['multiple 示例包括( )。 | 甲 / 乙 / 丙 | AC', 'judge 示例应当登记。( ) | 对'],
  ],
  [
    'a label in front of the stem, no numbers',
    '题目：示例应当登记。\n答案：正确\n题目：示例由谁主持\nA.甲\nB.乙\n答案：B',
    ['judge 示例应当登记。 | 对', 'single 示例由谁主持 | 甲 / 乙 | B'],
  ],
  [
    'a label in front of everything',
    '【题目】示例由谁主持？\n【选项】A.甲 B.乙 C.丙\n【答案】A\n【解析】见示例办法。\n【题目】示例包括\n【选项】\nA.甲\nB.乙\nC.丙\n【答案】AC',
    ['single 示例由谁主持？ | 甲 / 乙 / 丙 | A', 'multiple 示例包括 | 甲 / 乙 / 丙 | AC'],
  ],
  [
    'the word 选项 before the letters',
    '第1题（单选题）\n示例由谁主持？\n选项A：甲\n选项B：乙\n正确答案：B',
    ['single 示例由谁主持？ | 甲 / 乙 | B'],
  ],
  [
    'letters on lines of their own',
    '1\n单选题\n示例由（ ）主持\nA\n甲\nB\n乙\nC\n丙\n正确答案：A',
    ['single 示例由（ ）主持 | 甲 / 乙 / 丙 | A'],
  ],
  [
    'a button in front of each letter, a score behind the stem, letters written twice',
    '1. 示例由（ ）主持。(1.0)\n［图］A. 甲\n［图］B. 乙\n［图］C. 丙\n答案是：b\n2. 示例由（ ）记录。\nA.A.甲\nB.B.乙\n正确答案： B',
    ['single 示例由（ ）主持。 | 甲 / 乙 / 丙 | B', 'single 示例由（ ）记录。 | 甲 / 乙 | B'],
  ],
  ['boxes that are ticked', '1. 示例由（ ）主持\n- [ ] A. 甲\n- [x] B. 乙\n- [ ] C. 丙', ['single 示例由（ ）主持 | 甲 / 乙 / 丙 | B']],
  [
    'questions without numbers, each on one line',
    '示例由谁主持？ A 甲 B 乙 C 丙 （答案：B）\n示例由谁记录？ A 甲 B 乙 C 丙 （答案：C）\n示例应当登记。 （答案：对）',
    ['single 示例由谁主持？ | 甲 / 乙 / 丙 | B', 'single 示例由谁记录？ | 甲 / 乙 / 丙 | C', 'judge 示例应当登记。 | 对'],
  ],
  [
    'a stem that ends like a title',
    '示例系统可以不做测试\n正确答案：错误\n示例方法有哪些测试（正确答案个数：2个）\nA、甲\nB、乙\n正确答案：A,B',
    ['judge 示例系统可以不做测试 | 错', 'multiple 示例方法有哪些测试（正确答案个数：2个） | 甲 / 乙 | AB'],
  ],
  [
    'the answer follows the last option at once, 答 before it',
    '1、示例由( )主持。A、甲长 B、乙长 C、丙长答:B2、示例由( )记录。A、甲员 B、乙员 C、丙员答:A',
    ['single 示例由( )主持。 | 甲长 / 乙长 / 丙长 | B', 'single 示例由( )记录。 | 甲员 / 乙员 / 丙员 | A'],
  ],
  [
    'an empty explanation below each answer',
    '一、单选题\n1、示例由谁主持\nA、甲\nB、乙\n正确答案： A\n答案解析：\n2、示例由谁记录\nA、甲\nB、乙\n正确答案： B\n答案解析：\n二、单选题\n1、示例由谁保管\nA、甲\nB、乙\n正确答案 B',
    ['single 示例由谁主持 | 甲 / 乙 | A', 'single 示例由谁记录 | 甲 / 乙 | B', 'single 示例由谁保管 | 甲 / 乙 | B'],
  ],
];

test.each(pages)('%s', (_, text, expected) => {
  const reading = readText(text);
  expect(shown(reading)).toEqual(expected);
  expect(reading.refusals).toEqual([]);
});

test('a score in brackets at either end of the stem is its score', () => {
  const reading = readText('1、[2分]示例由（ ）主持。\nA.甲\nB.乙\n答案：A\n2.示例由（ ）记录[1分]\nA.甲\nB.乙\n答案：B');
  expect(shown(reading)).toEqual(['single 示例由（ ）主持。 | 甲 / 乙 | A', 'single 示例由（ ）记录 | 甲 / 乙 | B']);
  expect(reading.questions.map(({ score }) => score)).toEqual([2, 1]);
});

test('what platforms write below an answer explains nothing', () => {
  const [first] = readText('1. 示例由谁主持\nA.甲\nB.乙\n答案：B\n得分：5分\nAI讲解\n见示例办法').questions;
  expect(first?.question).toMatchObject({ explanation: '见示例办法' });
});

test('letters answer nothing where no options were read', () => {
  expect(refused(readText('题目：示例由（）主持。\n答案：B\n题目：示例应当登记\n答案：A、C'))).toEqual([
    '1-2 options-missing',
    '3-4 options-missing',
  ]);
  expect(shown(readText('一、填空题\n1. 示例型号为____。\n答案：B'))).toEqual(['blank 示例型号为____。 | B']);
});
