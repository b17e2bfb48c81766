import { beforeEach, expect, test, vi } from 'vitest';
import { decisionId } from '@shared/bank/checks/decisions.ts';
import { everything } from '@shared/bank/search.ts';
import { headerKey } from '@shared/bank/work/mapping.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import type { BankDecision, ColumnMapping, Correction } from '@shared/model/bank.ts';
import { checkBank } from '../../../../renderer/data/bank/checks/checks.ts';
import { answerCorrection, correctionsOn, readCorrections, receiveCorrections } from '../../../../renderer/data/bank/corrections.ts';
import { decide, readDecisions, undecide } from '../../../../renderer/data/bank/decisions.ts';
import { bulkEdit, editEntry } from '../../../../renderer/data/bank/edits.ts';
import { mappingFor, readMappings, removeMapping, saveMapping } from '../../../../renderer/data/bank/mappings.ts';
import { repliesOf } from '../../../../renderer/data/bank/publishing.ts';
import { openBankSearch, type BankSearch } from '../../../../renderer/data/bank/search/search.ts';
import { installBankWorkers } from '../../../support/bank-workers.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { manyQuestions } from '../../../support/many-questions.ts';
import { single } from '../../../shared/bank/work/entries.ts';
import { bankId, importAll, newBank, newStep, refOf, rowsOf, signal } from './bank-fixture.ts';

beforeEach(async () => {
  await memoryBridge();
  await newBank();
});

const correction: Correction = {
  id: 'c-1',
  questionId: 'q-3',
  package: 'party',
  version: 1,
  stem: '题干',
  text: '答案应为乙',
  personName: '张三',
  unitName: '示例县局',
  at: 5,
  reply: null,
};
const reply = { outcome: 'accepted', text: '已更正', at: 9 } as const;

test('a 纠错单 comes in once, is answered, and the answer goes out', async () => {
  expect(await receiveCorrections([correction, { ...correction, id: 'c-2', at: 6 }])).toEqual(succeed({ fresh: 2, known: 0 }));
  await answerCorrection('c-1', reply);
  expect(await receiveCorrections([correction])).toEqual(succeed({ fresh: 0, known: 1 }));
  expect((await readCorrections('party')).map(({ id }) => id)).toEqual(['c-2', 'c-1']);
  expect(await correctionsOn('q-3')).toMatchObject([
    { id: 'c-2', reply: null },
    { id: 'c-1', reply },
  ]);
  expect(await repliesOf('party')).toEqual([{ ...reply, correctionId: 'c-1', questionId: 'q-3' }]);
  await answerCorrection('c-1', null);
  expect(await repliesOf('party')).toEqual([]);
});

test('a decision is kept, found by its bank and taken back', async () => {
  const kind = 'not-duplicate';
  const decision: BankDecision = { id: decisionId(bankId, kind, 'b', 'a'), bankId, kind, reason: '', at: 1 };
  await decide(decision);
  await decide({ ...decision, id: decisionId(bankId, kind, 'a', 'b'), reason: '问的不同' });
  expect(await readDecisions(bankId)).toEqual([{ ...decision, reason: '问的不同' }]);
  await undecide(decision.id);
  expect(await readDecisions(bankId)).toEqual([]);
});

test('the columns of a sender are found by the header, the last saved first', async () => {
  const titles = ['题 目', '甲', '乙', '答'];
  const mapping = (id: string, at: number): ColumnMapping => ({
    id,
    sender: '示例县局',
    header: headerKey(titles),
    columns: ['stem', 'option:0', 'option:1', 'answer', ''],
    at,
  });
  await saveMapping(mapping('one', 1));
  await saveMapping(mapping('two', 2));
  expect(await mappingFor(['题目', '甲', '乙', '答', ''])).toEqual(mapping('two', 2));
  expect(await mappingFor(['题目', '乙'])).toBeNull();
  await removeMapping('two');
  expect(await readMappings()).toEqual([mapping('one', 1)]);
});

async function openComplete(): Promise<BankSearch> {
  const search = openBankSearch(bankId);
  await vi.waitFor(() => expect(search.complete).toBe(true));
  return search;
}

const found = async (search: BankSearch, text: string): Promise<string[]> =>
  (await search.all({ ...everything, text })).map(({ id }) => id);

test('the list follows edits, imports that are cancelled and 纠错单', async () => {
  installBankWorkers();
  await importAll(rowsOf([...manyQuestions(60), single('last', '最后一题的题干')]));
  const search = await openComplete();
  const news = vi.fn<() => void>();
  search.onChange(news);
  expect(await found(search, '最后一题')).toEqual(['last']);
  expect(await found(search, 'zhyt')).toEqual(['last']);
  expect(await search.refOf('last')).toEqual(await refOf('last'));
  await editEntry(bankId, await refOf('last'), single('last', '改写过的题干'), newStep());
  await vi.waitFor(async () => expect(await found(search, '最后一题')).toEqual([]));
  expect(news).toHaveBeenCalled();
  await bulkEdit(bankId, await search.all(everything), { section: '安全' }, newStep(), signal());
  await vi.waitFor(async () => expect((await search.facets(everything)).sections).toEqual([['安全', 61]]));
  await receiveCorrections([correction]);
  const corrected = { ...everything, correction: true };
  await vi.waitFor(async () => expect(await search.find(corrected, 0, 10)).toEqual({ total: 1, refs: [await refOf('q-3')] }));
  expect(await search.placeOf(everything, 'q-3')).toBe(3);
  await answerCorrection('c-1', reply);
  await vi.waitFor(async () => expect(await search.find(corrected, 0, 10)).toMatchObject({ total: 0 }));
  search.close();
});

test('a check of the whole bank tells how far it is, and a cancelled one tells nothing', async () => {
  installBankWorkers();
  const twins = [single('a', '同一题干（  ）。'), single('b', '同一题干（  ）。', { answer: [2] })];
  await importAll(rowsOf([...manyQuestions(60), ...twins]));
  const shares: number[] = [];
  const report = await checkBank(bankId, { ...signal(), onProgress: (done, total) => shares.push(done / total) });
  expect(report).toMatchObject({ ok: true, value: { checked: 62, blocking: 1, problems: [{ kind: 'contradiction', blocks: true }] } });
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(await checkBank(bankId, { ...signal(), signal: AbortSignal.abort() })).toEqual(fail('cancelled'));
});
