import { expect, test } from 'vitest';
import { readText, refused, shown } from './reading.ts';

/** Text out of PDF files and scans, and what people type without care. */
const texts: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'letters with nothing between them and the words',
    '1示例由（  ）主持。\nA甲长B乙长C丙长D丁长\n答案：D\n2示例的记录员是A甲员B乙员C丙员\n答案：B',
    ['single 示例由（  ）主持。 | 甲长 / 乙长 / 丙长 / 丁长 | D', 'single 示例的记录员是 | 甲员 / 乙员 / 丙员 | B'],
  ],
  [
    'a line that was broken behind the blank',
    '1. 示例设备在（ ）\n应当经示例机构检验。\nA.验收前\nB.验收后\n答案：A',
    ['single 示例设备在（ ）应当经示例机构检验。 | 验收前 / 验收后 | A'],
  ],
  [
    'the rest of a broken sentence is a word that names a type',
    '1. 关于示例的说法是（ ）。\nA.依靠主观\n判断\nB.依靠数据\n答案：B\n2. 示例起重机应当有\n证明。\nA.正确 B.错误\n答案：A',
    ['single 关于示例的说法是（ ）。 | 依靠主观判断 / 依靠数据 | B', 'judge 示例起重机应当有证明。 | 对'],
  ],
  [
    'a head of every page inside a question',
    [
      '1. 示例设备未经\n示例中心培训考试题库\n验收的（ ）。',
      '2. 示例设备\n示例中心培训考试题库\n由（ ）管理。',
      '3. 示例设备（ ）。\n示例中心培训考试题库',
    ]
      .map((stem) => `${stem}\nA.甲\nB.乙\n答案：A`)
      .join('\n'),
    [
      'single 示例设备未经验收的（ ）。 | 甲 / 乙 | A',
      'single 示例设备由（ ）管理。 | 甲 / 乙 | A',
      'single 示例设备（ ）。 | 甲 / 乙 | A',
    ],
  ],
  ['stretches of spaces are blanks', '1. 示例由        和        组成。\n答案：甲、乙', ['blank 示例由____和____组成。 | 甲；乙']],
  [
    'letters at the end of a word are no options',
    '1. 示例代号依次为：\nA. OE、3X、G\nB. G、OE、3X\nC. 3X、G、OE\nD. HZ、OE、3X\n答案：A',
    ['single 示例代号依次为： | OE、3X、G / G、OE、3X / 3X、G、OE / HZ、OE、3X | A'],
  ],
  [
    'the text of the right option in the bracket of the stem',
    '1. 示例成立于哪一年。（2003）\nA、2001\nB、2003\n答案：B',
    ['single 示例成立于哪一年。（  ） | 2001 / 2003 | B'],
  ],
];

test.each(texts)('%s', (_, text, expected) => {
  const reading = readText(text);
  expect(shown(reading)).toEqual(expected);
  expect(reading.refusals).toEqual([]);
});

test.each([
  ['only some options were told apart', '1. 示例由（ ）主持。\nA甲长\nB乙长C丙长 D丁长。\n答案：A'],
  ['the answer of another question stands in an option', '1. 示例由（ ）主持。\nA.甲\nB.乙；正确答案在示例会上\nC.丙\n答案：A'],
])('refused: %s', (_, text) => {
  const reading = readText(text);
  expect(reading.questions).toEqual([]);
  expect(refused(reading)).toHaveLength(1);
});
