import { readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGrids } from '@shared/bank/read-grids.ts';
import type { Question } from '@shared/model/question.ts';
import { bankWorkbook, type BankItem } from '../../../main/export/bank-template.ts';
import { readWorkbook } from '../../../main/import/workbook/workbook.ts';
import { templateHeader } from '../../../main/import/workbook/template.ts';
import { anyBank } from '../../support/questions.ts';
import { workbook } from '../import/workbook.ts';

async function readBack(bytes: Uint8Array) {
  const grids = await readWorkbook(Buffer.from(bytes));
  if ('code' in grids) throw new Error(grids.message);
  return readGrids(grids, { section: '', longestCell: 32_767 });
}

test('law: what is written into the template is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyBank, async (items) => {
      const reading = await readBack(await bankWorkbook(items));
      expect(reading.questions.map(({ question, score }): BankItem => ({ question, score }))).toEqual(items);
      expect(reading.refusals).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const shared = { section: '党史', topic: '示例', basis: '某办法第三条', difficulty: 'hard', explanation: '见规程\n第二行' } as const;
const part = { section: '党史', topic: '示例', basis: '某办法第三条', difficulty: 'hard', explanation: '' } as const;
const choice: Question = {
  ...shared,
  id: 'Q-1',
  type: 'single',
  stem: '=1+1 等于几',
  options: ['一', '+2', '三'],
  answer: [1],
  shuffle: false,
};
const blank: Question = { ...shared, id: 'Q-2', type: 'blank', stem: '____和____', answer: [['甲', '乙'], ['丙']], unordered: true };
const caseQuestion: Question = {
  ...shared,
  id: 'C-1',
  type: 'case',
  stem: '一段材料',
  parts: [
    { ...part, id: 'C-1/1', type: 'judge', stem: '对不对', answer: true },
    { ...part, id: 'C-1/2', type: 'short', stem: '为什么', answer: '一是甲\n二是乙' },
  ],
  weights: [1, 2.5],
};

async function sheetOf(items: readonly BankItem[]) {
  const { sheets } = await readXlsx(await bankWorkbook(items));
  return sheets[0]!;
}

test('people see the template as they would fill it in', async () => {
  const { rows, columns } = await sheetOf([
    { question: choice, score: 2 },
    { question: blank, score: null },
    { question: caseQuestion, score: 3.5 },
  ]);
  const cells = rows.map((row) => Array.from({ length: templateHeader.length }, (_, column) => row[column] ?? ''));
  const [explanation, basis] = ['见规程\n第二行', '某办法第三条'];
  const none = ['', '', '', '', '', ''];
  expect(cells).toEqual([
    templateHeader,
    [1, '党史', '单选题', '=1+1 等于几', '一', '+2', '三', '', '', '', 'B', explanation, basis, '示例', '难', 2, '否', 'Q-1', '', ''],
    [2, '党史', '填空题', '____和____', ...none, '甲|乙；丙', explanation, basis, '示例', '难', '', '', 'Q-2', '', '无序'],
    [3, '党史', '案例题', '一段材料', ...none, '', explanation, basis, '示例', '难', 3.5, '', 'C-1', '', ''],
    [4, '党史', '判断题', '对不对', ...none, '正确', '', basis, '示例', '难', 1, '', '', 'C-1', ''],
    [5, '党史', '简答题', '为什么', ...none, '一是甲\n二是乙', '', basis, '示例', '难', 2.5, '', '', 'C-1', ''],
  ]);
  expect(columns?.filter(({ hidden }) => hidden)).toEqual([]);
});

const awkward: Question = { ...blank, stem: '1、____和____', answer: [['甲|乙'], ['丙；丁']] };

test('what the cells alone would not give back stands in a hidden column', async () => {
  const sheet = await sheetOf([{ question: awkward, score: null }]);
  expect(sheet.rows[0]?.at(-1)).toBe('三训原文');
  expect(sheet.columns?.[templateHeader.length]?.hidden).toBe(true);
  expect((await readBack(await bankWorkbook([{ question: awkward, score: null }]))).questions[0]?.question).toEqual(awkward);
});

test('once somebody edits the row, its cells count, and it is said', async () => {
  const { rows } = await sheetOf([{ question: awkward, score: null }]);
  const edited = rows.map((row, place) =>
    place === 0 ? [...row] : row.map((cell) => (cell === '某办法第三条' ? '某办法第四条' : (cell ?? null))),
  );
  const reading = await readBack(await workbook({ 题库: edited }));
  expect(reading.questions[0]?.question).toEqual({
    ...awkward,
    stem: '____和____',
    basis: '某办法第四条',
    answer: [['甲', '乙'], ['丙'], ['丁']],
  });
  expect(reading.problems.map(({ row, code }) => [row, code])).toEqual([
    [2, 'blank-count'],
    [2, 'exact-edited'],
  ]);
});
