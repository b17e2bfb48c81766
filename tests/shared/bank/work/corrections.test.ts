import { expect, test } from 'vitest';
import { correctionsOf } from '@shared/bank/work/corrections.ts';
import { headerKey } from '@shared/bank/work/mapping.ts';

const header = ['编号', '题目编码', '题库', '版本', '题干', '问题说明', '反映人', '单位', '日期'];

test('a 纠错单 is read from under its header, what cannot be taken is named by its row, and the lines below the table are none', () => {
  const sheet = correctionsOf([
    ['纠错单'],
    header,
    ['c-1', 'q-9', 'party', 'v3', '题干', '答案应为乙', '张三', '示例县局', '2026年9月5日'],
    [],
    ['', 'q-9', 'party', '3', '题干', '无编号', '', '', ''],
    ['c-1', 'q-9', 'party', '3', '题干', '重复', '', '', ''],
    ['c-2', '', 'party', '3', '题干', '缺题号', '', '', ''],
    ['c-3', 'q-1', 'party', '3', '题干', '', '', '', ''],
    ['说明：编号供局里对应试题，请不要改动。'],
    ['填表人：　　　　审核人：', '', ''],
  ]);
  expect(sheet).toEqual({
    corrections: [
      {
        id: 'c-1',
        questionId: 'q-9',
        package: 'party',
        version: 3,
        stem: '题干',
        text: '答案应为乙',
        personName: '张三',
        unitName: '示例县局',
        at: Date.UTC(2026, 8, 5),
        reply: null,
      },
    ],
    refused: [
      { row: 5, reason: 'no-number' },
      { row: 6, reason: 'number-repeated' },
      { row: 7, reason: 'no-question' },
      { row: 8, reason: 'no-text' },
    ],
  });
});

test('another table is none', () => {
  expect(
    correctionsOf([
      ['题干', '答案'],
      ['甲', '乙'],
    ]),
  ).toBeNull();
});

test('a header is the same however its titles are spaced and wide', () => {
  expect(headerKey(['题 干', 'Ａ', '', ''])).toBe(headerKey(['题干', 'a']));
  expect(headerKey(['题干', 'a'])).not.toBe(headerKey(['a', '题干']));
});
