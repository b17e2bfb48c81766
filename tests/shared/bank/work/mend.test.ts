import { describe, expect, it } from 'vitest';
import { mendFor, type Mend } from '@shared/bank/work/mend.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import { entry, judge, refusedEntry, single } from './entries.ts';

const mended = (kind: Mend['kind'], one: BankEntry): Mend => ({ kind, entry: one });

describe('mendFor', () => {
  it('makes a single choice with several answers a multiple one, and the other way round', () => {
    const several = entry(single('a', '题干', { answer: [0, 2] }));
    const one = entry(single('a', '题干', { type: 'multiple', answer: [2] }));
    expect(mendFor('single-with-several', several)).toEqual(
      mended('to-multiple', entry(single('a', '题干', { type: 'multiple', answer: [0, 2] }))),
    );
    expect(mendFor('multiple-with-one', one)).toEqual(mended('to-single', entry(single('a', '题干', { answer: [2] }))));
    expect(mendFor('single-with-several', entry(single('a')))).toBeNull();
  });

  it('drops an option that is said twice, where both are wrong or both are right', () => {
    const wrong = entry(single('a', '题干', { options: ['甲', '乙', '甲', '丁'], answer: [3] }));
    expect(mendFor('options-identical', wrong)?.entry.question).toEqual(single('a', '题干', { options: ['甲', '乙', '丁'], answer: [2] }));
    const right = entry(single('a', '题干', { type: 'multiple', options: ['甲', '乙', '甲'], answer: [0, 2] }));
    expect(mendFor('options-identical', right)?.entry.question).toMatchObject({ options: ['甲', '乙'], answer: [0] });
  });

  it('leaves it where one of the twins is right, and where one option would be left', () => {
    expect(mendFor('options-identical', entry(single('a', '题干', { options: ['甲', '乙', '甲'], answer: [0] })))).toBeNull();
    expect(
      mendFor('options-identical', entry(single('a', '题干', { type: 'multiple', options: ['甲', '甲'], answer: [0, 1] }))),
    ).toBeNull();
  });

  it.each([
    ['说法正确', true],
    ['是错误的。', false],
    ['不对', false],
    ['Right', true],
  ])('reads the judgement %s', (answer, value) => {
    const { entry: one, kind } = mendFor('answer-not-understood', refusedEntry('a', { answer }))!;
    expect(kind).toBe('to-judge');
    expect(one).toMatchObject({ question: { ...judge('a', '示例说法。', value), basis: '' }, draft: null, findings: [] });
  });

  it('takes no letter for a judgement where the type is another', () => {
    expect(mendFor('options-missing', refusedEntry('a', { type: 'single', answer: 'A' }))).toBeNull();
    expect(mendFor('answer-not-understood', refusedEntry('a', { answer: '大概正确吧' }))).toBeNull();
  });

  it('swaps an answer and an explanation that stand in each other’s column', () => {
    const swapped = refusedEntry('a', { type: 'multiple', options: ['甲', '乙', '丙'], answer: '见办法第二条', explanation: 'AC' });
    expect(mendFor('answer-not-understood', swapped)).toMatchObject({
      kind: 'swap-answer',
      entry: { question: { type: 'multiple', options: ['甲', '乙', '丙'], answer: [0, 2], explanation: '见办法第二条' } },
    });
  });

  it('takes the clause at the head of the explanation for the missing 依据', () => {
    const without = entry(single('a', '题干', { basis: '', explanation: '根据《示例办法》第十二条第二款，应当如此。' }));
    expect(mendFor('basis-missing', without)?.entry.question?.basis).toBe('《示例办法》第十二条第二款');
    expect(mendFor('basis-missing', entry(single('a', '题干', { basis: '', explanation: '显然。' })))).toBeNull();
  });

  it('keeps as read what the clerk has looked at, and only that', () => {
    const gap = { severity: 'warning', code: 'option-gap', message: '选项 B 是空的。' } as const;
    const other = { severity: 'warning', code: 'difficulty-unknown', message: '不认识的难度。' } as const;
    expect(mendFor('option-gap', entry(single('a'), { findings: [gap, other] }))).toEqual(
      mended('keep-as-read', entry(single('a'), { findings: [other] })),
    );
  });

  it('has nothing for what only a person knows', () => {
    expect(mendFor('stem-missing', refusedEntry('a', { stem: '' }))).toBeNull();
    expect(mendFor('answer-contradicts', entry(single('a')))).toBeNull();
  });
});
