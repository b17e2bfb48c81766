import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readGrids } from '@shared/bank/read-grids.ts';
import type { CollectedItem } from '@shared/ipc/contract.ts';
import { errorWorkbook } from '../../../main/export/bank-errors.ts';
import { templateHeader } from '../../../main/import/workbook/template.ts';
import { readWorkbook } from '../../../main/import/workbook/workbook.ts';
import { workbook } from '../import/workbook.ts';

const refused = (entryId: string, stem: string, answer: string): CollectedItem => ({
  question: null,
  score: null,
  refused: {
    entryId,
    draft: { type: 'single', stem, options: ['甲', '=乙'], answer, explanation: '解析', basis: '', section: '党史', topic: '示例' },
    source: '题库.xlsx 单选题 第 7 行',
    text: `${stem} | 甲 | =乙 | ${answer}`,
    reasons: [`答案 ${answer} 没有对应的选项。`, '另一条'],
  },
});
const kept: CollectedItem = {
  question: {
    id: 'q',
    section: '党史',
    topic: '',
    stem: '好题',
    explanation: '',
    basis: '',
    difficulty: 'easy',
    type: 'judge',
    answer: true,
  },
  score: null,
  refused: null,
};

async function read(bytes: Uint8Array) {
  const grids = await readWorkbook(Buffer.from(bytes));
  if ('code' in grids) throw new Error(grids.message);
  return readGrids(grids, { section: '', longestCell: 32_767 });
}

test('each refused row stands in the template with its source and the reasons', async () => {
  const { sheets } = await readXlsx(await errorWorkbook([refused('e1', '哪个大', 'E'), kept]));
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  expect(header.slice(0, templateHeader.length)).toEqual(templateHeader);
  expect(header.slice(templateHeader.length)).toEqual(['来源位置', '原文', '原因', '三训条目']);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.filter((cell) => cell !== null && cell !== '')).toEqual([
    1,
    '党史',
    '单选题',
    '哪个大',
    '甲',
    '=乙',
    'E',
    '解析',
    '示例',
    '题库.xlsx 单选题 第 7 行',
    '哪个大 | 甲 | =乙 | E',
    '答案 E 没有对应的选项。\n另一条',
    'e1',
  ]);
  expect(sheets[0]?.columns?.[templateHeader.length + 3]?.hidden).toBe(true);
});

test('mended rows come back as the entries that they were, the others refused as before', async () => {
  const { sheets } = await readXlsx(await errorWorkbook([refused('e1', '哪个大', 'E'), refused('e2', '哪个小', 'F')]));
  const mended = (sheets[0]?.rows ?? []).map((row) => row.map((cell) => (cell === 'E' ? 'B' : cell)));
  const reading = await read(await workbook({ 题库: mended }));
  expect(reading.questions).toEqual([
    {
      sheet: '题库',
      row: 2,
      lastRow: 2,
      score: null,
      entryId: 'e1',
      question: {
        id: '',
        section: '党史',
        topic: '示例',
        stem: '哪个大',
        explanation: '解析',
        basis: '',
        difficulty: 'medium',
        type: 'single',
        options: ['甲', '=乙'],
        answer: [1],
        shuffle: true,
      },
    },
  ]);
  expect(reading.refusals).toMatchObject([{ entryId: 'e2', row: 3 }]);
});
