import { expect, test } from 'vitest';
import { readAiken } from '../../../../main/import/standards/aiken.ts';
import { options, problemsOf, questionsOf, whole } from './support.ts';

const read = (text: string) => readAiken(text, options);

test('stems, options with dots or brackets, judgements', () => {
  const text = '1. 党旗的颜色是\nA. 红\nB) 蓝\nC.绿\nANSWER: A\n\n地球是圆的\nA. 错误\nB. 正确\nANSWER: B\n';
  expect(questionsOf(read(text))).toMatchObject([
    { type: 'single', stem: '党旗的颜色是', options: ['红', '蓝', '绿'], answer: [0] },
    { type: 'judge', stem: '地球是圆的', answer: true },
  ]);
});

test('mistakes cost one question each, and every line is counted', () => {
  const text =
    '只有一个\nA) 甲\nANSWER: A\n\n没有答案\nA) 甲\nB) 乙\n\n超出\nA) 甲\nB) 乙\nANSWER: D\n\n好题\nA) 甲\nB) 乙\nANSWER: B\n\n跳字母\nA) 甲\nC) 乙\nANSWER: A\n\n小写\nA) 甲\nB) 乙\nANSWER: ab\n';
  const reading = whole(read(text));
  expect(reading.questions).toMatchObject([{ row: 14, lastRow: 17, question: { stem: '好题', answer: [1] } }]);
  expect(problemsOf(reading)).toEqual([
    '1 error options-missing',
    '5 error answer-missing',
    '9 error answer-beyond-options',
    '19 error option-gap',
    '24 error answer-not-understood',
  ]);
  expect(reading.accounted).toEqual({ source: 22, questions: 4, headings: 0, refused: 18, ignored: 0 });
});
