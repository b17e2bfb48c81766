import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from './reading.ts';

const pieces = [
  '一、单选题',
  '二、判断题',
  '三、填空题',
  '四、案例分析题',
  '第一章 总则',
  '1、示例由（ ）主持',
  '2. 示例由（B）记录',
  '（1）示例',
  '（√）3、示例应当登记',
  '示例应当登记。（×）',
  'A.甲',
  'B.乙',
  'A.甲 B.乙 C.丙',
  'C.丙 D.丁 4、示例由（ ）批准 A.甲 B.乙',
  '答案：A',
  '【答案】B',
  '答案：',
  '参考答案',
  '1-2 AB',
  '1.A 2.√',
  '解析：见示例',
  '@@@',
  '案例一：示例',
  '示例有____。',
  '《示例办法》第3条',
  '第 1 页',
  '示例题库',
  '甲',
  '答：示例',
  'A',
  '① 甲 ② 乙',
  '->A',
  '“A.甲',
  '难度：易',
  '问题1：示例？',
  '1 示例',
  '１．示例',
] as const;
const soup = fc.array(
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
  { maxLength: 40 },
);

test('every line of any soup is counted once, and every refusal has its reason', () => {
  fc.assert(
    fc.property(soup, (lines) => {
      // readText throws where the sum is wrong or a refusal has no error.
      const { accounted } = readText(lines.join('\n'));
      expect(accounted.questions + accounted.headings + accounted.refused + accounted.ignored).toBe(accounted.source);
    }),
  );
});

test('blank lines change nothing but the numbers of the rows', () => {
  fc.assert(
    fc.property(soup, fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }), (lines, gaps) => {
      const spaced = lines.map((line, place) => line + '\n'.repeat(gaps[place] ?? 0)).join('\n');
      const plain = readText(lines.join('\n'));
      const reading = readText(spaced);
      expect([reading.questions.map(({ question }) => question), reading.refusals.map(({ draft }) => draft), reading.accounted]).toEqual([
        plain.questions.map(({ question }) => question),
        plain.refusals.map(({ draft }) => draft),
        plain.accounted,
      ]);
    }),
  );
});

test('the kind of line end changes nothing', () => {
  fc.assert(
    fc.property(soup, fc.constantFrom('\r\n', '\r'), (lines, end) => {
      expect(readText(lines.join(end))).toEqual(readText(lines.join('\n')));
    }),
  );
});
