import { expect, test } from 'vitest';
import { bankBooklet } from '../../main/export/bank-booklet.ts';
import { errorWorkbook } from '../../main/export/bank-errors.ts';
import { bankWorkbook } from '../../main/export/bank-template.ts';
import { writeXlsx } from '../../main/export/xlsx.ts';
import { openArchive } from '../../main/import/archive/archive.ts';
import { readQuestions } from '../../main/import/read-questions.ts';
import type { Question } from '@shared/model/question.ts';

const stem = '示例\u0001题干\ufffe\uffff\ud83d（ ）';
const question: Question = {
  id: 'Q-1',
  section: '示例',
  topic: '',
  stem,
  explanation: '',
  basis: '',
  difficulty: 'easy',
  type: 'single',
  options: ['甲', '乙\uffff'],
  answer: [0],
  shuffle: true,
};
const draft = { type: null, stem, options: [], answer: '', explanation: '', basis: '', section: '', topic: '' };
const refused = { entryId: 'e-1', draft, source: '第 2 行', text: stem, reasons: ['缺少答案。'] };

/** What XML 1.0 (2.2) does not allow, U+FFFD standing for bytes that are no text. */
const notXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u;

async function badParts(bytes: Uint8Array): Promise<string[]> {
  const archive = await openArchive(Buffer.from(bytes));
  const bad: string[] = [];
  for (const name of archive.names) if (notXml.test(((await archive.read(name)) ?? '').toString())) bad.push(name);
  return bad;
}

test('no character of a question makes a workbook or document that Office calls damaged', async () => {
  const item = { question, score: null };
  const report = {
    title: '示例',
    head: [],
    columns: [{ title: '题干', width: 20, kind: 'text' as const }],
    rows: [[stem]],
    total: null,
    foot: [],
    orientation: 'portrait' as const,
    fileName: '示例',
  };
  expect(await badParts(await bankWorkbook([item]))).toEqual([]);
  expect(await badParts(await errorWorkbook([{ question: null, score: null, refused }]))).toEqual([]);
  expect(await badParts(await bankBooklet({ title: '示例', questions: [question], answers: true, remarks: new Map() }))).toEqual([]);
  expect(await badParts(await writeXlsx(report))).toEqual([]);
});

test('the template brings such a question back as it was', async () => {
  const bytes = Buffer.from(await bankWorkbook([{ question, score: null }]));
  const { questions } = await readQuestions(bytes, '题库.xlsx', { section: '', encoding: null, columns: null });
  expect(questions.map((one) => one.question)).toEqual([question]);
});
