import { expect, test } from 'vitest';
import { correctionsOf } from '@shared/bank/work/corrections.ts';
import { bankRowSchemas } from '@shared/model/schemas/bank.ts';

const header = ['编号', '题目编码', '题库', '版本', '题干', '问题说明', '反映人', '单位', '日期'];

test('odd versions, old days and endless names of a 纠错单 become rows that can be stored', () => {
  const name = '长'.repeat(5_000);
  const sheet = correctionsOf([
    header,
    ['c-1', 'q-1', 'party', '1.2.3', '示例题干', '答案应为乙', name, name, '1950-01-01'],
    ['c-2', 'q-1', 'party', '.', '示例题干', '答案应为乙', '', '', ''],
    [name, 'q-1', 'party', '3', '示例题干', '答案应为乙', '', '', ''],
  ]);
  expect(sheet?.corrections.map(({ version, at }) => [version, at])).toEqual([
    [1, 0],
    [0, 0],
  ]);
  expect(sheet?.corrections.map((row) => bankRowSchemas.corrections.safeParse(row).success)).toEqual([true, true]);
  expect(sheet?.refused).toEqual([{ row: 4, reason: 'no-number' }]);
});
