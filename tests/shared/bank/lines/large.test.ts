import { expect, test } from 'vitest';
import { readText } from './reading.ts';

/** Milliseconds that each may take on a busy machine; what is quadratic takes minutes. */
const patience = 60_000;

test('200,000 lines', { timeout: patience }, () => {
  const question = (number: number): string => `${number}、示例${number}由（  ）主持。\nA.甲\nB.乙\nC.丙\n答案：${'ABC'[number % 3] ?? ''}`;
  const reading = readText(Array.from({ length: 40_000 }, (_, place) => question(place + 1)).join('\n'));
  expect(reading.accounted).toEqual({ source: 200_000, questions: 200_000, headings: 0, refused: 0, ignored: 0 });
  expect(reading.questions).toHaveLength(40_000);
});

test('one line of 1 MB', { timeout: patience }, () => {
  const question = (number: number): string =>
    `${number}、示例第${number}项由（B）主持。A.甲单位B.乙单位C.丙单位D.丁单位示例示例示例示例示例示例示例示例示例示例示例示例`;
  const reading = readText(`一、单选题${Array.from({ length: 18_000 }, (_, place) => question(place + 1)).join('')}`);
  expect(reading.accounted).toEqual({ source: 1, questions: 1, headings: 0, refused: 0, ignored: 0 });
  expect(reading.questions).toHaveLength(18_000);
});

test.each([' ', '(', '【', '“', 'A.', 'A ', '1、', '_', '-', '答案：', '解析：', '（A）', '（√）', '一、单选题', '①', '\t', '?'])(
  'a line of nothing but %j',
  { timeout: patience },
  (sign) => {
    const { accounted } = readText(`1、示例${sign.repeat(200_000 / sign.length)}`);
    expect(accounted.source).toBe(1);
  },
);

test('a paragraph that is too long is refused', () => {
  const { problems, refusals } = readText(`1、${'甲'.repeat(40_000)}\nA.甲\nB.乙\n答案：A`);
  expect(problems.map(({ code }) => code)).toEqual(['cell-too-long']);
  expect(refusals[0]?.draft.stem).toHaveLength(1000);
});
