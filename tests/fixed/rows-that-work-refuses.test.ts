import { expect, test } from 'vitest';
import { readEntries } from '../../main/bank/read-entries.ts';
import { readQuestions } from '../../main/import/read-questions.ts';
import { bankRowSchemas } from '@shared/model/schemas/bank.ts';
import { withId } from '@shared/bank/identity.ts';
import type { ReadEntry } from '@shared/ipc/contract.ts';
import type { BankEntry } from '@shared/model/bank.ts';

const options = { section: '', encoding: null, columns: null };

async function entriesOf(name: string, text: string): Promise<readonly ReadEntry[]> {
  const reading = await readQuestions(Buffer.from(text), name, options);
  return readEntries(reading, []).entries;
}

const staged = ({ place, question, draft, findings, score }: ReadEntry): BankEntry => ({
  id: 'e-1',
  question: question && withId(question, question.id || 'q-1'),
  draft,
  state: 'staged',
  origin: { batchId: 'b-1', ...place },
  findings,
  score,
  matches: null,
});

const storable = (read: readonly ReadEntry[]): readonly boolean[] =>
  read.map((one) => bankRowSchemas.bankBlocks.safeParse({ id: 'k-1', bankId: 'm-1', place: 0, entries: [staged(one)] }).success);

const long = '长'.repeat(1_200);

test.each([
  ['a label over two lines', '题库.gift', '$CATEGORY: 示例\u0009板块/知识\u0001点\n\n::G-1:: 示例题干 {=甲 ~乙}'],
  ['a part of an answer as long as a page', '题库.gift', `::G-1:: 示例题干 {=甲 =%50%${long}}`],
  ['a section as long as a page', '题库.csv', `板块,题干,题型,选项A,选项B,正确答案\n${long},示例题干,单选,甲,乙,A`],
  ['a topic as long as a page', '题库.json', JSON.stringify([{ question: '示例题干', options: ['甲', '乙'], answer: 'A', topic: long }])],
])('%s keeps no row from being stored', async (_what, name, text) => {
  const read = await entriesOf(name, text);
  expect(storable(read)).toEqual([true]);
});

test('three hundred bad questions on one line each have a reason, and all can be stored', async () => {
  const questions = Array.from({ length: 300 }, (_, place) => `${place + 1}. 示例题干${place}（ ） A. 甲 B. 乙 C. 丙 `);
  const read = await entriesOf('题库.txt', `一、单选题\n${questions.join('')}`);
  expect(read.filter(({ draft }) => draft !== null).length).toBeGreaterThan(200);
  expect(read.filter(({ draft, findings }) => draft !== null && findings.length === 0)).toEqual([]);
  expect(new Set(storable(read))).toEqual(new Set([true]));
});
