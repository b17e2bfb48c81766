import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editBlock } from '@shared/bank/work/blocks.ts';
import { labelled, withQuestion } from '@shared/bank/work/edits.ts';
import { historyOf } from '@shared/bank/work/history.ts';
import { changedSince, undoChanges } from '@shared/bank/work/undo.ts';
import { bankRowSchemas } from '@shared/model/schemas/bank.ts';
import type { BankChange } from '@shared/model/bank.ts';
import { blockOf, entry, judge, single, someEdit, someEntries } from './entries.ts';

const change = (stepId: string, entries: BankChange['entries']): BankChange => ({
  id: stepId,
  bankId: 'bank',
  blockId: 'block',
  stepId,
  entries,
});

describe('undo', () => {
  it('gives back exactly what was, and undoing that gives back what had become of it, also out of a journal', () => {
    fc.assert(
      fc.property(someEntries, fc.array(someEdit, { minLength: 8, maxLength: 8 }), (entries, edits) => {
        const before = blockOf(entries);
        const edited = editBlock(before, (one) => edits[entries.indexOf(one)]?.(one) ?? null);
        const row = bankRowSchemas.bankChanges.parse(JSON.parse(JSON.stringify(change('step', edited.changes)))) as BankChange;
        const undone = undoChanges(edited.block, row.entries);
        expect(undone.block).toEqual(before);
        const redone = undoChanges(undone.block, undone.changes);
        expect(redone.block).toEqual(edited.block);
      }),
    );
  });

  it('names the entries that were changed since, and does nothing', () => {
    const before = blockOf([entry(single('a')), entry(single('b'))]);
    const labels = editBlock(before, (one) => labelled(one, { section: '党章' }));
    const later = editBlock(labels.block, (one) => (one.id === 'b' ? labelled(one, { section: '安全' }) : one));
    expect(changedSince(later.block, labels.changes)).toEqual(['b']);
    expect(() => undoChanges(later.block, labels.changes)).toThrow('changed since');
    expect(changedSince(editBlock(labels.block, () => null).block, labels.changes)).toEqual(['a', 'b']);
  });

  it('still fits where other fields were changed since', () => {
    const labels = editBlock(blockOf([entry(single('a'))]), (one) => labelled(one, { section: '党章' }));
    const scored = editBlock(labels.block, (one) => ({ ...one, score: 2 }));
    expect(undoChanges(scored.block, labels.changes).block.entries).toEqual([entry(single('a'), { score: 2 })]);
  });
});

describe('a change', () => {
  it('of labels keeps the labels alone, not the question', () => {
    const { changes } = editBlock(blockOf([entry(single('a'))]), (one) => labelled(one, { section: '党章' }));
    expect(changes).toEqual([{ id: 'a', place: 0, before: { question: { section: '党规' } }, after: { question: { section: '党章' } } }]);
  });

  it('into another type keeps both questions', () => {
    const { changes } = editBlock(blockOf([entry(single('a'))]), (one) => withQuestion(one, judge('other', '说法。', true)));
    expect(changes).toEqual([{ id: 'a', place: 0, before: { question: single('a') }, after: { question: judge('a', '说法。', true) } }]);
  });
});

describe('history', () => {
  it('tells every form of an entry backwards, up to where it came in', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 6 }), (edits) => {
        const forms = [blockOf([entry(single('a'))])];
        const changes: BankChange[] = [];
        for (const [step, edit] of edits.entries()) {
          const edited = editBlock(forms.at(-1)!, edit);
          if (edited.changes.length === 0) continue;
          forms.push(edited.block);
          changes.unshift(change(`s${step}`, edited.changes));
        }
        const told = historyOf('a', forms.at(-1)!.entries[0] ?? null, changes);
        const entries = forms.map(({ entries: [one] }) => one ?? null).toReversed();
        expect(told.map(({ after }) => after)).toEqual(entries.slice(0, -1));
        expect(told.map(({ before }) => before)).toEqual(entries.slice(1));
      }),
    );
  });
});
