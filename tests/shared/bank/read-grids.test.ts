import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGrids } from '@shared/bank/read-grids.ts';
import type { MappedColumn } from '@shared/model/bank.ts';
import { questionSchema } from '@shared/model/schemas/content.ts';

const words = [
  '题干',
  '答案',
  '题型',
  '题号',
  '选项A',
  '选项B',
  '选项',
  '材料',
  '父题标识',
  '题目编码',
  '单选题',
  '判断题',
  '填空',
  '案例题',
  '案例（单选）',
  '参考答案',
  '第一章 示例',
  '1.A 2.B',
  '（1）甲',
  'A',
  'AB',
  'B',
  '对',
  '甲',
  '乙',
  '一年有____季',
  '一、单选题',
  'A.甲 B.乙',
  '',
  '\\',
  '1',
  '2',
  '{"question":{}}',
];
const rows = fc.array(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 8 }), { maxLength: 30 });
const headers = [
  ['题干', '题型', '选项A', '选项B', '答案'],
  ['题目编码', '父题标识', '题型', '题干', '选项A', '选项B', '答案', '子题分值'],
  ['材料', '题号', '题干', '选项A', '选项B', '三训原文'],
  ['题号', '题干', '选项', '', '答案'],
];
const merge = fc
  .tuple(fc.nat({ max: 31 }), fc.nat({ max: 5 }), fc.nat({ max: 7 }), fc.nat({ max: 5 }))
  .map(([row, more, column, wider]) => ({ firstRow: row, lastRow: row + more, firstColumn: column, lastColumn: column + wider }));
const sheet = fc.record({
  sheet: fc.constantFrom(null, '题库', '单选题', '案例题', '答案', '说明'),
  header: fc.option(fc.constantFrom(...headers)),
  cells: rows,
  merges: fc.array(merge, { maxLength: 4 }),
});
const meanings: readonly MappedColumn[] = ['stem', 'answer', 'type', 'option:0', 'option:1', 'parent', 'id', 'answer:0', 'flag:0', ''];
const mapping = fc.option(fc.array(fc.constantFrom(...meanings), { maxLength: 8 }));

test('law: whatever stands in the cells, every row is counted once and every question is valid', () => {
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 3 }), mapping, (sheets, columns) => {
      const grids = sheets.map(({ header, cells, ...rest }) => ({
        ...rest,
        rows: (header ? [header, ...cells] : cells).map((row, n) => ({ row: n + 1, cells: row })),
      }));
      const { questions, refusals, problems, accounted } = readGrids(grids, { section: '党史', longestCell: 32_767, columns });
      expect(accounted.source).toBe(grids.reduce((sum, grid) => sum + grid.rows.length, 0));
      expect(accounted.questions + accounted.headings + accounted.refused + accounted.ignored).toBe(accounted.source);
      for (const { question } of questions) expect(questionSchema.safeParse(withIds(question)).error).toBeUndefined();
      for (const { row, lastRow } of [...questions, ...refusals]) expect(row).toBeLessThanOrEqual(lastRow);
      const errors = new Set(problems.filter(({ severity }) => severity === 'error').map((problem) => `${problem.sheet}#${problem.row}`));
      for (const refusal of refusals) expect(errors).toContain(`${refusal.sheet}#${refusal.row}`);
    }),
    { numRuns: 500 },
  );
});

type Read = ReturnType<typeof readGrids>['questions'][number]['question'];

/** Ids are given later. */
const withIds = (question: Read): Read =>
  question.type === 'case'
    ? { ...question, id: 'q', parts: question.parts.map((part, place) => ({ ...part, id: `q/${place + 1}` })) }
    : { ...question, id: 'q' };

test('law: twenty thousand rows that a case could take cost no more than others', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => ({ row: n + 2, cells: ['同一段材料', `${n}`, '题', '甲', '乙'] }));
  const merges = many.map(({ row }) => ({ firstRow: row, lastRow: 20_001, firstColumn: 0, lastColumn: 0 }));
  const header = { row: 1, cells: ['材料', '题号', '题干', '选项A', '选项B'] };
  const started = performance.now();
  const { accounted } = readGrids([{ sheet: null, rows: [header, ...many], merges }], { section: '', longestCell: 100 });
  expect(accounted).toMatchObject({ questions: 0, refused: 20_000 });
  expect(performance.now() - started).toBeLessThan(20_000);
});
