import { expect, test } from 'vitest';
import { publishPackage } from '../../../main/publish/publish.ts';
import { manyQuestions } from '../../support/many-questions.ts';
import { day, noon, openBureau } from '../sync/support.ts';

const bank = manyQuestions(80).map((question) => ({ ...question, section: '党史' }));
const others = manyQuestions(80, 9).map((question, number) => ({ ...question, id: `q-${number}`, section: '党史' }));
const corrected = (text: string) => bank.map((question, number) => (number === 5 ? { ...question, explanation: text } : question));

test('a version brings a delta from the one before; the last eight are kept, newest first', async () => {
  const bureau = await openBureau();
  expect((await bureau.publish(bank)).manifest.deltas).toBeUndefined();
  let manifest;
  for (let step = 1; step <= 10; step += 1) manifest = (await bureau.publish(corrected(`解析 ${step}`), noon + step * day)).manifest;
  expect(manifest?.deltas?.map(({ target }) => target)).toEqual([11, 10, 9, 8, 7, 6, 5, 4].map((to) => `bank/d${to - 1}-${to}.zst`));
  for (const { length } of manifest?.deltas ?? []) expect(length).toBeLessThan(manifest!.blocks[0]!.length / 10);
});

test('older deltas go as soon as the way along them is not shorter than all blocks', async () => {
  const bureau = await openBureau();
  await bureau.publish(bank);
  const versions = [others, bank, corrected('解析')];
  const kept = [];
  for (const [step, questions] of versions.entries()) {
    const { deltas, blocks } = (await bureau.publish(questions, noon + (step + 1) * day)).manifest;
    const length = deltas?.reduce((sum, delta) => sum + delta.length, 0) ?? 0;
    expect(length).toBeLessThan(blocks[0]!.length);
    kept.push(deltas?.map(({ to }) => to) ?? []);
  }
  expect(kept).toEqual([[2], [3], [4, 3]]);
});

test('a version that changes no block is still a link of the chain', async () => {
  const bureau = await openBureau();
  await bureau.publish(bank);
  await bureau.publish(corrected('解析'), noon + day);
  const contents = { kind: 'bank', items: { questions: corrected('解析') } } as const;
  const request = { repository: bureau.repository, keys: bureau.keys, name: 'bank', title: '另一个名称', contents, now: noon + 2 * day };
  const result = await publishPackage(request);
  if (!result.ok) throw new Error(JSON.stringify(result));
  const { deltas = [] } = result.value.manifest;
  expect(deltas.map(({ from, to }) => [from, to])).toEqual([
    [2, 3],
    [1, 2],
  ]);
  expect(deltas[0]?.length).toBeLessThan(100);
});

test('a bank of one short question changes too little for a delta to be worth it', async () => {
  const bureau = await openBureau();
  await bureau.publish([{ ...bank[3]!, stem: '一' }]);
  expect((await bureau.publish([{ ...bank[2]!, id: bank[3]!.id, stem: '二' }], noon + day)).manifest.deltas).toBeUndefined();
});
