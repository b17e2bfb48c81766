import { expect, test } from 'vitest';
import { readText, refused, shown } from './reading.ts';

test('a case with numbered parts', () => {
  const text =
    '五、案例分析题\n1. 示例单位召开会议，甲缺席。\n（1）会议由（ ）主持。\nA.甲\nB.乙\n答案：B\n（2）会议应有记录。\n答案：√\n（3）应当怎样补救？\n答：通知甲。\n2. 示例单位换届，乙当选。\n（1）换届由谁批准？\n答：上级。';
  expect(shown(readText(text))).toEqual([
    'case 示例单位召开会议，甲缺席。 [single 会议由（ ）主持。 | 甲 / 乙 | B ; judge 会议应有记录。 | 对 ; short 应当怎样补救？ | 通知甲。]',
    'case 示例单位换届，乙当选。 [short 换届由谁批准？ | 上级。]',
  ]);
});

test('answers of all parts below them', () => {
  const text = '案例一：示例单位召开会议。\n问题1：由谁主持？\nA.甲 B.乙\n问题2：由谁记录？\nA.甲 B.乙\n答案：1.A 2.B';
  expect(shown(readText(text))).toEqual([
    'case 案例一：示例单位召开会议。 [single 由谁主持？ | 甲 / 乙 | A ; single 由谁记录？ | 甲 / 乙 | B]',
  ]);
});

test('parts with options make a case even where no heading says so', () => {
  const text =
    '1. 示例表有甲乙两栏。（1）甲栏填（ ）。\nA.姓名 B.日期\n（2）乙栏填（ ）。\nA.姓名 B.日期\n2. 示例由谁主持\nA.甲 B.乙\n参考答案\n1. A B\n2. A';
  expect(shown(readText(text))).toEqual([
    'case 示例表有甲乙两栏。 [single 甲栏填（ ）。 | 姓名 / 日期 | A ; single 乙栏填（ ）。 | 姓名 / 日期 | B]',
    'single 示例由谁主持 | 甲 / 乙 | A',
  ]);
});

test('a case is refused as a whole, and says which part', () => {
  const reading = readText('一、材料题\n1. 示例材料。\n（1）由谁主持？\nA.甲 B.乙\n答案：A\n（2）由谁记录？');
  expect(refused(reading)).toEqual(['2-6 answer-missing']);
  expect(reading.problems[0]?.message).toContain('第 2 小题');
});
