import { describe, expect, it } from 'vitest';
import { acceptEntry } from '@shared/bank/work/accept.ts';
import { KnownEntries } from '@shared/bank/work/matching.ts';
import { sameQuestion, stageRow, type ReadWhole, type Staged } from '@shared/bank/work/stage.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import type { Question } from '@shared/model/question.ts';
import { draft, entry, refusedEntry, single } from './entries.ts';

const place = { sheet: '单选', row: 7, lastRow: 7 };
const origin = { batchId: 'earlier', ...place };
const read = (question: Question | null, change: Partial<ReadWhole> = {}): ReadWhole => ({
  place,
  question,
  draft: question ? null : draft,
  findings: question ? [] : [{ severity: 'error', code: 'answer-not-understood', message: '看不懂答案。' }],
  score: null,
  entryId: '',
  ...change,
});

/** What becomes of a row in a bank of these entries; the file of the batch `earlier` is read again. */
function stage(row: ReadWhole, bank: readonly BankEntry[], sameSource: readonly string[] = []): Staged {
  const known = new KnownEntries(new Set(sameSource));
  for (const one of bank) known.add(one, 'block');
  const match = known.find(row);
  const found = match && bank.find(({ id }) => id === match.ref.id);
  return stageRow(row, match && found ? { ...match, entry: found } : null, {
    batchId: 'batch',
    newId: () => 'new',
    idFor: ({ id }) => id || 'made',
  });
}

describe('a row of an import', () => {
  it('is new where the bank does not have it, under its own id or a made one', () => {
    const staged = entry(single('x1'), { state: 'staged', origin: { ...origin, batchId: 'batch' } });
    expect(stage(read(single('x1')), [])).toEqual({ kind: 'fresh', entry: staged });
    expect(stage(read(single('')), [])).toMatchObject({ kind: 'fresh', entry: { id: 'made', question: { id: 'made' } } });
  });

  it('is unchanged where the bank has it, whatever its spaces, the order of its options and what it does not say', () => {
    const known = entry(single('k', '题干（  ）。', { topic: '会议', difficulty: 'hard' }));
    const again = single('', '题干（  ）。', { options: ['乙', '甲', '丙', '丁'], answer: [0], basis: '', section: '' });
    expect(stage(read(again), [known])).toEqual({ kind: 'unchanged' });
  });

  it('proposes a change where its answer or explanation is another, beside the question that it would change', () => {
    const known = entry(single('k', '题干（  ）。'));
    expect(stage(read(single('', '题干（ ）', { answer: [2], explanation: '见第二条' })), [known])).toMatchObject({
      kind: 'changed',
      entry: {
        id: 'new',
        state: 'staged',
        matches: 'k',
        question: { id: 'new', answer: [2], explanation: '见第二条', basis: '《示例办法》第一条' },
      },
    });
  });

  it('is found by its id though all of it is reworded, but not by a mere number', () => {
    const bank = [entry(single('x-17', '旧的问法是什么（  ）。')), entry(single('17', '另一份文件的第十七题（  ）。'))];
    expect(stage(read(single('x-17', '完全改写以后（  ）。')), bank)).toMatchObject({ kind: 'changed', entry: { matches: 'x-17' } });
    expect(stage(read(single('17', '毫不相干的内容（  ）。')), bank)).toMatchObject({ kind: 'fresh' });
    expect(stage(read(single('17', '另一份文件的第十七小题（  ）。')), bank)).toMatchObject({ kind: 'changed', entry: { matches: '17' } });
  });

  it('is twice there where its file has it twice', () => {
    const known = new KnownEntries(new Set());
    known.add(entry(single('k', '题干')), 'block');
    const row = { place, question: single('', '题干'), entryId: '' };
    expect([known.find(row), known.find(row)]).toEqual([{ by: 'text', ref: { id: 'k', blockId: 'block' } }, null]);
  });

  it('does not match what only waits in another import', () => {
    expect(stage(read(single('', '题干')), [entry(single('s', '题干'), { state: 'staged' })])).toMatchObject({ kind: 'fresh' });
  });

  it('replaces the refused row that an error workbook brings back, which stays where it came from', () => {
    const refused = { ...refusedEntry('r1'), origin };
    const row = read(single('', '补好的题干'), { entryId: 'r1', place: { sheet: null, row: 2, lastRow: 2 } });
    expect(stage(row, [refused])).toEqual({
      kind: 'replaced',
      entry: { ...refused, question: single('r1', '补好的题干'), draft: null, findings: [] },
    });
    expect(stage(read(null, { entryId: 'r1', findings: refused.findings, draft: refused.draft }), [refused])).toEqual({
      kind: 'unchanged',
    });
  });

  it('of the same file read the same way is unchanged, whatever has been made of it', () => {
    const edited = entry(single('k', '已经改过的题干'), { origin });
    expect(stage(read(single('', '原来的题干')), [edited], ['earlier'])).toEqual({ kind: 'unchanged' });
    expect(stage(read(null), [{ ...refusedEntry('r1'), origin }], ['earlier'])).toMatchObject({ kind: 'unchanged' });
  });
});

describe('accepting', () => {
  const staged = (question: Question, matches: string | null = null): BankEntry => entry(question, { state: 'staged', origin, matches });

  it('keeps a new question', () => {
    expect(acceptEntry(staged(single('n')), null)).toEqual({ kind: 'new', entry: entry(single('n'), { origin }) });
  });

  it('gives the question of the bank its new form under its old id', () => {
    const known = entry(single('k', '题干'), { score: 2 });
    expect(acceptEntry(staged(single('n', '题干', { answer: [3] }), 'k'), known)).toEqual({
      kind: 'change',
      entry: entry(single('k', '题干', { answer: [3] }), { origin, score: 2 }),
    });
  });

  it('asks where the person has not seen the question that it would change', () => {
    const known = entry(single('k', '题干'));
    const one = staged(single('n', '题干', { answer: [3] }));
    expect(acceptEntry(one, known)).toEqual({ kind: 'ask', entry: { ...one, matches: 'k' } });
    expect(acceptEntry(staged(single('n', '题干')), known)).toEqual({ kind: 'known' });
  });

  it('leaves what is no question', () => {
    expect(acceptEntry(refusedEntry('r'), null)).toEqual({ kind: 'none' });
  });
});

describe('sameQuestion', () => {
  it('minds the right options, not their letters', () => {
    const one = single('a', '题干', { options: ['甲', '乙', '丙'], answer: [0] });
    expect(sameQuestion(one, { ...one, id: 'b', options: ['丙', '甲', '乙'], answer: [1] })).toBe(true);
    expect(sameQuestion(one, { ...one, options: ['丙', '甲', '乙'], answer: [0] })).toBe(false);
  });
});
