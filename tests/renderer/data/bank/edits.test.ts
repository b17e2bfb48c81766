import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { identityOf } from '@shared/bank/identity.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { EntryRef } from '@shared/model/bank.ts';
import { hashBytes } from '../../../../main/files.ts';
import { archiveBank, bankWith, readBanks, renameBank, setPublished } from '../../../../renderer/data/bank/banks.ts';
import { onBlocks } from '../../../../renderer/data/bank/blocks.ts';
import { addQuestion, bulkEdit, editEntry, mendAll, mergeDuplicates, restore, withdraw } from '../../../../renderer/data/bank/edits.ts';
import { readEntries, readEntry } from '../../../../renderer/data/bank/entries.ts';
import { keptQuestions } from '../../../../renderer/data/bank/publishing.ts';
import { readHistory, readSteps, undo } from '../../../../renderer/data/bank/undo.ts';
import type { Step } from '../../../../renderer/data/bank/steps.ts';
import { catchUp } from '../../../../renderer/data/work.ts';
import { manyQuestions } from '../../../support/many-questions.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { openIn, temporaryFolder } from '../../../support/journals.ts';
import { single } from '../../../shared/bank/work/entries.ts';
import { connect, freshDatabase, workRows } from '../work-tables.ts';
import {
  bankId,
  blocks,
  bothCounts,
  entries,
  importAll,
  listener,
  newBank,
  newStep,
  refOf,
  rowsOf,
  signal,
  state,
  value,
} from './bank-fixture.ts';

beforeEach(async () => {
  await memoryBridge();
  await newBank();
});

const refs = async (): Promise<EntryRef[]> =>
  (await blocks()).flatMap(({ id: blockId, entries: own }) => own.map(({ id }) => ({ id, blockId })));

type Act = (found: readonly EntryRef[], step: Step) => Promise<Result<unknown>>;

const acts: readonly Act[] = [
  (found, step) => bulkEdit(bankId, found, { section: '安全' }, step, signal()),
  (found, step) => bulkEdit(bankId, found, { topic: '会议', difficulty: 'hard' }, step, signal()),
  (found, step) => withdraw(bankId, found, step, signal()),
  (found, step) => restore(bankId, found, step, signal()),
  (found, step) => mendAll(bankId, found, 'multiple-with-one', step, signal()),
  (found, step) => editEntry(bankId, found[0]!, single('', '改写的题干'), step),
  (found, step) => mergeDuplicates(bankId, found[0]!, found.slice(1, 3), step),
  (found, step) => addQuestion(bankId, single('', `新题 ${found.length}`), step),
];

describe('undo', () => {
  it('of any steps, last first, gives back exactly what was before each; the counts are always those of the entries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(50), fc.nat(60)), { minLength: 1, maxLength: 4 }),
        async (steps) => {
          await memoryBridge();
          await newBank();
          await importAll(rowsOf(manyQuestions(60)));
          const trail: { readonly step: Step; readonly before: readonly unknown[] }[] = [];
          for (const [act, from, count] of steps) {
            const step = newStep();
            trail.push({ step, before: await state() });
            value(await act((await refs()).slice(from, from + count + 1), step));
            const [counts, counted] = await bothCounts();
            expect(counts).toEqual(counted);
          }
          for (const { step, before } of trail.toReversed()) {
            value(await undo(bankId, step.id, newStep(), signal()));
            // A block that a step added stays, empty.
            expect(withoutEmptyBlocks(await state())).toEqual(withoutEmptyBlocks(before));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  const withoutEmptyBlocks = ([banks, own, batches]: readonly unknown[]): readonly unknown[] => [
    banks,
    (own as { readonly entries: readonly unknown[] }[]).filter((block) => block.entries.length > 0),
    batches,
  ];

  it('is refused with the entries where they were changed since, and does nothing', async () => {
    await importAll(rowsOf([single('a'), single('b')]));
    const labelling = newStep();
    await bulkEdit(bankId, await refs(), { section: '安全' }, labelling, signal());
    await editEntry(bankId, await refOf('b'), single('', '后来改的题干'), newStep());
    const before = await state();
    expect(await undo(bankId, labelling.id, newStep(), signal())).toEqual(succeed({ kind: 'changed-since', entries: ['b'] }));
    expect(await state()).toEqual(before);
    expect(await undo(bankId, 'no such step', newStep(), signal())).toEqual(succeed({ kind: 'nothing' }));
  });

  it('is listed, and what it took back is marked until it is taken back itself', async () => {
    await importAll(rowsOf([single('a')]));
    const [withdrawing, undoing, redoing] = [newStep(), newStep(), newStep()];
    await withdraw(bankId, await refs(), withdrawing, signal());
    await undo(bankId, withdrawing.id, undoing, signal());
    const listed = async () => (await readSteps(bankId, 3)).map(({ what, undone, count }) => [what, undone, count]);
    expect(await listed()).toEqual([
      ['undo', false, 1],
      ['withdraw', true, 1],
      ['accept', false, 1],
    ]);
    await undo(bankId, undoing.id, redoing, signal());
    expect(await listed()).toEqual([
      ['undo', false, 1],
      ['undo', true, 1],
      ['withdraw', false, 1],
    ]);
    expect(await entries()).toMatchObject([{ state: 'withdrawn' }]);
  });
});

describe('the journal', () => {
  it('rebuilds a bank with everything that was done to it', async () => {
    const journal = await openIn(temporaryFolder(), 1_000_000);
    connect(journal);
    await freshDatabase();
    await newBank();
    await importAll(rowsOf([...manyQuestions(60), null]));
    const labelling = newStep();
    value(await bulkEdit(bankId, await refs(), { section: '安全', difficulty: 'hard' }, labelling, signal()));
    value(await addQuestion(bankId, single(''), newStep()));
    const before = await workRows();
    await journal.compact();
    await freshDatabase();
    await catchUp(false);
    expect(await workRows()).toEqual(before);
    const labelled = await state();
    value(await undo(bankId, labelling.id, newStep(), signal()));
    expect(await state()).not.toEqual(labelled);
    await journal.close();
  });
});

describe('history', () => {
  it('tells who did what to a question, with the whole question before and after', async () => {
    await importAll(rowsOf([single('a'), single('b')]));
    const ref = await refOf('a');
    const [labelling, editing] = [newStep(), newStep()];
    await bulkEdit(bankId, [ref], { section: '安全' }, labelling, signal());
    await editEntry(bankId, ref, single('a', '改写', { section: '安全' }), editing);
    await withdraw(bankId, [await refOf('b')], newStep(), signal());
    const history = await readHistory(ref);
    expect(history.map(({ step }) => [step.what, step.id, step.personId])).toEqual([
      ['edit', editing.id, 'clerk'],
      ['label', labelling.id, 'clerk'],
      ['accept', expect.anything(), 'clerk'],
    ]);
    expect(history.map(({ before, after }) => [before?.question, after?.question])).toEqual([
      [single('a', undefined, { section: '安全' }), single('a', '改写', { section: '安全' })],
      [single('a'), single('a', undefined, { section: '安全' })],
      [single('a'), single('a')],
    ]);
  });
});

describe('edits', () => {
  it('add a question under the id that main would give it, and once more under another', async () => {
    const question = single('', '新写的题干');
    const expected = `q-${hashBytes(identityOf(question)).slice(0, 16)}`;
    const first = value(await addQuestion(bankId, question, newStep()));
    const second = value(await addQuestion(bankId, question, newStep()));
    expect([first.id, second.id]).toEqual([expected, `${expected}-2`]);
    expect(await readEntry(first)).toMatchObject({ state: 'kept', origin: null, question: { ...question, id: expected } });
  });

  it('say how many entries changed, and tell whoever follows which blocks', async () => {
    await importAll(rowsOf(manyQuestions(120)));
    const others = (await entries()).filter(({ question }) => question?.section !== '安全').length;
    const heard = listener();
    const end = onBlocks(heard);
    const progress: number[][] = [];
    const task = { ...signal(), onProgress: (...told: number[]) => progress.push(told) };
    expect(await bulkEdit(bankId, await refs(), { section: '安全' }, newStep(), task)).toEqual(succeed(others));
    expect(await bulkEdit(bankId, await refs(), { section: '安全' }, newStep(), task)).toEqual(succeed(0));
    end();
    expect(heard.mock.calls).toEqual([[bankId, (await blocks()).map(({ id }) => id)]]);
    expect(progress).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });

  it('keep what belongs to the bank for publishing, in order', async () => {
    await importAll(rowsOf([single('a'), single('b'), single('c'), null]));
    await withdraw(bankId, [await refOf('b')], newStep(), signal());
    const pages = [];
    for await (const page of keptQuestions(bankId)) pages.push(page.map(({ id }) => id));
    expect(pages).toEqual([['a', 'c']]);
  });

  it('read entries in the order asked for, and null for what is not there', async () => {
    await importAll(rowsOf(manyQuestions(60)));
    const [q5, q55] = [await refOf('q-5'), await refOf('q-55')];
    const found = await readEntries([q55, { id: 'none', blockId: q5.blockId }, q5, { id: 'q-5', blockId: 'none' }]);
    expect(found.map((entry) => entry?.id ?? null)).toEqual(['q-55', null, 'q-5', null]);
  });
});

describe('banks', () => {
  it('are renamed, archived and published; the name of a published one stays', async () => {
    await renameBank(bankId, { name: 'rules', title: '党规题库' });
    await setPublished(bankId, { version: 2, at: 5, fingerprint: 'ab' });
    await renameBank(bankId, { name: 'other', title: '党章党规题库' });
    await archiveBank(bankId, true);
    const bank = { name: 'rules', title: '党章党规题库', archived: true, published: { version: 2, at: 5, fingerprint: 'ab' } };
    expect(await bankWith(bankId)).toMatchObject(bank);
    expect(await readBanks()).toMatchObject([bank]);
    expect(await bankWith('none')).toBeNull();
  });
});
