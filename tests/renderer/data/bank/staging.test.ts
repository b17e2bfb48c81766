import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '@shared/model/failure.ts';
import { acceptBatch, batchWith, dropBatch } from '../../../../renderer/data/bank/batches.ts';
import { editEntry } from '../../../../renderer/data/bank/edits.ts';
import { undo } from '../../../../renderer/data/bank/undo.ts';
import { database } from '../../../../renderer/data/database.ts';
import { manyQuestions } from '../../../support/many-questions.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { single } from '../../../shared/bank/work/entries.ts';
import {
  bankId,
  blocks,
  bothCounts,
  entries,
  importAll,
  newBank,
  newStep,
  refOf,
  rowsOf,
  signal,
  stage,
  state,
  value,
} from './bank-fixture.ts';

beforeEach(async () => {
  await memoryBridge();
  await newBank();
});

const anonymous = (count: number) => manyQuestions(count).map((question) => ({ ...question, id: '' }));

describe('staging a reading', () => {
  it('puts every row into blocks, in order, to wait there', async () => {
    const rows = rowsOf([...manyQuestions(120), null]);
    const staged = value(await stage({ rows }));
    expect(staged).toMatchObject({ fresh: 120, changed: 0, refused: 1, unchanged: 0, replaced: 0 });
    expect(staged.batch).toMatchObject({ state: 'staged', complete: true, places: [0, 2] });
    expect((await blocks()).map(({ place, entries: own }) => [place, own.length])).toEqual([
      [0, 50],
      [1, 50],
      [2, 21],
    ]);
    expect((await entries()).map(({ state: one, origin }) => [one, origin?.row])).toEqual(rows.map(({ place }) => ['staged', place.row]));
    expect(await bothCounts()).toEqual([{ kept: 0, withdrawn: 0, staged: 120, refused: 1 }, (await bothCounts())[1]]);
  });

  it('the same file twice changes nothing, waiting or accepted', async () => {
    const rows = rowsOf([...anonymous(70), null]);
    await stage({ rows });
    const waiting = await blocks();
    expect(value(await stage({ rows }))).toMatchObject({
      fresh: 0,
      changed: 0,
      refused: 0,
      unchanged: 71,
      batch: { state: 'accepted', places: null },
    });
    expect(await blocks()).toEqual(waiting);
    const [first] = await database.bankBatches
      .orderBy('id')
      .filter(({ places }) => places !== null)
      .toArray();
    await acceptBatch(bankId, first!.id, null, newStep(), signal());
    const accepted = await blocks();
    expect(value(await stage({ rows }))).toMatchObject({ fresh: 0, changed: 0, refused: 0, unchanged: 71 });
    expect(await blocks()).toEqual(accepted);
  });

  it('gives the same question the same id in whatever file it comes', async () => {
    const questions = anonymous(60);
    await importAll(rowsOf(questions), 'a');
    const ids = (await entries()).map(({ id }) => id);
    expect(await importAll(rowsOf(questions.toReversed()), 'b')).toMatchObject({
      staged: { unchanged: 60, fresh: 0 },
      accepted: { accepted: 0 },
    });
    expect((await entries()).map(({ id }) => id)).toEqual(ids);
    expect(ids.every((id) => /^q-[0-9a-f]{16}$/.test(id))).toBe(true);
  });

  it('proposes what is otherwise in another file, and accepting it keeps the id', async () => {
    await importAll(rowsOf([single('', '题干一（  ）。'), single('', '题干二（  ）。')]), 'a');
    const [first] = await entries();
    const { staged, accepted } = await importAll(rowsOf([single('', '题干一（  ）。', { answer: [3] })]), 'b');
    expect([staged, accepted]).toMatchObject([
      { changed: 1, fresh: 0 },
      { changed: 1, accepted: 0 },
    ]);
    expect((await entries()).map(({ id, question }) => [id, question && 'answer' in question ? question.answer : null])).toEqual([
      [first!.id, [3]],
      [expect.anything(), [1]],
    ]);
    expect(await batchWith(staged.batch.id)).toMatchObject({ state: 'accepted' });
  });

  it('brings a row of an error workbook back to where it came from', async () => {
    await stage({ rows: rowsOf([single('x'), null]), batchId: 'first' });
    const refused = (await entries()).at(-1)!;
    const again = value(await stage({ rows: rowsOf([single('', '补好的题干')], [refused.id]), sha: 'b' }));
    expect(again).toMatchObject({ fresh: 0, replaced: 1 });
    expect((await entries()).at(-1)).toMatchObject({
      id: refused.id,
      origin: refused.origin,
      draft: null,
      findings: [],
      question: { id: refused.id },
    });
    value(await acceptBatch(bankId, 'first', null, newStep(), signal()));
    expect((await entries()).map((entry) => entry.state)).toEqual(['kept', 'kept']);
    const [counts, counted] = await bothCounts();
    expect(counts).toEqual(counted);
  });

  it('leaves nothing where it is cancelled, not even the rows that it had brought back', async () => {
    await stage({ rows: rowsOf([single('x'), null]), batchId: 'first' });
    const refused = (await entries()).at(-1)!;
    const before = await state();
    const stop = new AbortController();
    const task = { onProgress: () => stop.abort(), signal: stop.signal };
    const rows = rowsOf([single('', '补好的题干'), ...manyQuestions(400)], [refused.id]);
    expect(await stage({ rows, sha: 'b', task })).toEqual(fail('cancelled'));
    expect(await state()).toEqual(before);
    expect([await database.bankChanges.count(), await database.bankSteps.count()]).toEqual([0, 0]);
  });

  it('fails with the reason where the journal refuses, and leaves nothing', async () => {
    const bridge = await memoryBridge();
    await newBank();
    bridge.refuse('disk-full');
    expect(await stage({ rows: rowsOf(manyQuestions(10)) })).toEqual(fail('disk-full'));
    expect(await blocks()).toEqual([]);
  });
});

describe('accepting and dropping', () => {
  it('accepts some, and the others go on waiting', async () => {
    await stage({ rows: rowsOf([single('a'), single('b'), null]), batchId: 'first' });
    expect(value(await acceptBatch(bankId, 'first', ['b'], newStep(), signal()))).toMatchObject({ accepted: 1, refused: 0 });
    expect((await entries()).map(({ state: one }) => one)).toEqual(['staged', 'kept', 'staged']);
    expect(await batchWith('first')).toMatchObject({ state: 'staged' });
    expect(value(await acceptBatch(bankId, 'first', null, newStep(), signal()))).toMatchObject({ accepted: 1, refused: 1 });
    expect(value(await dropBatch(bankId, 'first', null, newStep(), signal()))).toBe(1);
    expect(await batchWith('first')).toMatchObject({ state: 'accepted' });
    const [counts, counted] = await bothCounts();
    expect([counts, counts]).toEqual([counted, { kept: 2, withdrawn: 0, staged: 0, refused: 0 }]);
  });

  it('finds again what another import brought in meanwhile', async () => {
    const twice = [single('', '题干一（  ）。'), single('', '题干二（  ）。')];
    await stage({ rows: rowsOf(twice), sha: 'a', batchId: 'one' });
    await stage({ rows: rowsOf([twice[0]!, { ...twice[1]!, answer: [0] }]), sha: 'b', batchId: 'other' });
    await acceptBatch(bankId, 'one', null, newStep(), signal());
    expect(value(await acceptBatch(bankId, 'other', null, newStep(), signal()))).toEqual({
      accepted: 0,
      changed: 0,
      unchanged: 1,
      refused: 0,
      conflicting: 1,
    });
    const waiting = (await entries()).find(({ state: one }) => one === 'staged');
    expect(waiting).toMatchObject({ matches: (await entries())[1]!.id, question: { answer: [0] } });
    expect(value(await acceptBatch(bankId, 'other', null, newStep(), signal()))).toMatchObject({ changed: 1, conflicting: 0 });
    expect((await entries()).map(({ question }) => (question && 'answer' in question ? question.answer : null))).toEqual([[1], [0]]);
  });

  it.each([
    ['accepting new questions', async () => acceptBatch(bankId, 'second', null, newStep(), signal())],
    ['dropping them', async () => dropBatch(bankId, 'second', null, newStep(), signal())],
  ])('undoing %s gives back exactly what was', async (_, act) => {
    await importAll(rowsOf(anonymous(30)), 'a');
    const changed = { ...anonymous(30)[4]!, explanation: '另有说明' };
    await stage({ rows: rowsOf([changed, ...manyQuestions(120, 3), null]), sha: 'b', batchId: 'second' });
    const before = await state();
    expect(await act()).toMatchObject({ ok: true });
    const after = await state();
    const acted = (await database.bankSteps.toArray()).toSorted((one, other) => one.at - other.at).at(-1)!;
    const undoing = newStep();
    expect(value(await undo(bankId, acted.id, undoing, signal()))).toEqual({ kind: 'undone', entries: acted.count });
    expect(await state()).toEqual(before);
    value(await undo(bankId, undoing.id, newStep(), signal()));
    expect(await state()).toEqual(after);
  });

  it('an interrupted import can be dropped', async () => {
    await stage({ rows: rowsOf(manyQuestions(60)), batchId: 'first' });
    const batch = (await batchWith('first'))!;
    await database.bankBatches.put({ ...batch, complete: false, places: null });
    expect(value(await dropBatch(bankId, 'first', null, newStep(), signal()))).toBe(60);
    expect(await batchWith('first')).toMatchObject({ state: 'dropped' });
  });

  it('a mended row is accepted like any other', async () => {
    await stage({ rows: rowsOf([null]), batchId: 'first' });
    const [row] = await entries();
    await editEntry(bankId, await refOf(row!.id), single('', '手工补好的题干'), newStep());
    value(await acceptBatch(bankId, 'first', null, newStep(), signal()));
    expect(await entries()).toMatchObject([{ id: row!.id, state: 'kept', draft: null, question: { id: row!.id, stem: '手工补好的题干' } }]);
  });
});
