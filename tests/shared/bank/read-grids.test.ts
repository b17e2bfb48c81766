import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGrids } from '@shared/bank/read-grids.ts';
import { questionSchema } from '@shared/model/schemas/content.ts';

const words = [
  '题干',
  '答案',
  '题型',
  '选项A',
  '选项B',
  '选项',
  '单选题',
  '判断题',
  '填空',
  'A',
  'AB',
  '对',
  '甲',
  '乙',
  '一年有____季',
  '一、单选题',
  'A.甲 B.乙',
  '',
  '\\',
  '1',
];
const rows = fc.array(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 8 }), { maxLength: 30 });

test('law: whatever stands in the cells, every row is counted once and every question is valid', () => {
  fc.assert(
    fc.property(fc.boolean(), rows, (headed, cells) => {
      const all = headed ? [['题干', '题型', '选项A', '选项B', '答案'], ...cells] : cells;
      const grid = { sheet: '题库', rows: all.map((row, n) => ({ row: n + 1, cells: row })) };
      const { questions, problems, accounted } = readGrids([grid], { section: '党史', longestCell: 32_767 });
      expect(accounted.source).toBe(all.length);
      expect(accounted.questions + accounted.headings + accounted.refused + accounted.ignored).toBe(all.length);
      for (const { question } of questions) expect(questionSchema.safeParse({ ...question, id: 'q' }).error).toBeUndefined();
      const errors = new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row));
      expect(errors.size).toBeGreaterThanOrEqual(accounted.refused);
    }),
    { numRuns: 300 },
  );
});
