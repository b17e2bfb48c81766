import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '@shared/bank/imported.ts';
import type { CaseQuestion, Question, SimpleQuestion } from '@shared/model/question.ts';
import { withChosen, withoutOption, withoutPart, withPart } from '../../../../renderer/bank/edit/form-edits.ts';
import { questionOfForm } from '../../../../renderer/bank/edit/form-question.ts';
import { emptyForm, formOf, formOfDraft, sameForm } from '../../../../renderer/bank/edit/form-state.ts';

const labels = { section: '党章', topic: '党员', basis: '示例文件第一条', difficulty: 'hard' } as const;
const base = { ...labels, id: 'q', stem: '示例题干（　）。', explanation: '示例解析' };
const single: Question = { ...base, type: 'single', options: ['甲', '乙', '丙'], answer: [1], shuffle: false };
const parts: readonly SimpleQuestion[] = [
  { ...base, id: 'q/1', type: 'multiple', options: ['甲', '乙'], answer: [0, 1], shuffle: true },
  { ...base, id: 'q/2', type: 'short', answer: '一点\n两点' },
];
const caseQuestion: CaseQuestion = { ...base, type: 'case', parts, weights: [2, 1.5] };
const questions: readonly Question[] = [
  single,
  { ...base, type: 'judge', answer: false },
  { ...base, type: 'blank', answer: [['甲', '乙'], ['丙']], unordered: true },
  { ...base, type: 'short', answer: '参考答案' },
  caseQuestion,
];

describe('the form of a question', () => {
  it('gives back the very question, of every type', () => {
    for (const question of questions) expect(questionOfForm(formOf(question), 'q')).toEqual({ ok: true, question });
  });

  it('is the same form as long as it holds the same', () => {
    expect(sameForm(formOf(caseQuestion), withoutPart(withPart(formOf(caseQuestion)), 2))).toBe(true);
    expect(sameForm(formOf(single), { ...formOf(single), topic: '别的' })).toBe(false);
  });

  it('keeps the fields of other types while the type is tried out', () => {
    const form = formOf(single);
    expect(questionOfForm({ ...form, type: 'judge', judge: true }, 'q')).toEqual({
      ok: true,
      question: { ...base, type: 'judge', answer: true },
    });
    expect(questionOfForm({ ...form, type: 'single' }, 'q')).toEqual({ ok: true, question: single });
  });

  it('leaves out empty options at the end, and no others', () => {
    const form = { ...formOf(single), options: ['甲', '乙', '丙', ' ', ''] };
    expect(questionOfForm(form, 'q')).toEqual({ ok: true, question: single });
    expect(questionOfForm({ ...form, options: ['甲', '乙', '', '丁'] }, 'q')).toEqual({
      ok: false,
      problems: [{ kind: 'optionMissing', part: null }],
    });
  });
});

describe('what keeps a form from being a question', () => {
  const kinds = (change: Partial<ReturnType<typeof emptyForm>>): unknown => {
    const result = questionOfForm({ ...formOf(single), ...change }, 'q');
    return result.ok ? [] : result.problems.map(({ kind, part }) => (part === null ? kind : `${kind} ${part}`));
  };

  it('is all of it named', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ stem: ' ', section: '' })).toEqual(['stemMissing', 'sectionMissing']);
    expect(kinds({ chosen: [] })).toEqual(['answerMissing']);
    expect(kinds({ chosen: [0, 1] })).toEqual(['severalAnswers']);
    expect(kinds({ chosen: [2], options: ['甲', '乙', ''] })).toEqual(['answerMissing']);
    expect(kinds({ options: ['甲'], chosen: [0] })).toEqual(['tooFewOptions']);
    expect(kinds({ type: 'judge' })).toEqual(['answerMissing']);
    expect(kinds({ type: 'blank', blanks: ['甲', '|'] })).toEqual(['blankMissing']);
    expect(kinds({ type: 'short' })).toEqual(['answerMissing']);
    expect(kinds({ section: '长'.repeat(501) })).toEqual(['tooLong']);
  });

  it('names the part of a case', () => {
    const form = formOf(caseQuestion);
    const [first, second] = form.parts;
    expect(first && second && kinds({ ...form, parts: [first, { ...second, reference: '', weight: '0' }] })).toEqual([
      'answerMissing 1',
      'weightWrong 1',
    ]);
    expect(kinds({ ...form, parts: [] })).toEqual(['partsMissing']);
  });
});

describe('a row that is no question yet', () => {
  const draft: Draft = {
    type: null,
    stem: '题干',
    options: ['甲', '乙'],
    answer: 'AC',
    explanation: '',
    basis: '',
    section: '',
    topic: '',
  };

  it('begins the form with all that was understood of it', () => {
    expect(formOfDraft({ ...draft, type: 'multiple', section: '党史' })).toMatchObject({
      type: 'multiple',
      options: ['甲', '乙'],
      chosen: [0],
      section: '党史',
    });
    expect(formOfDraft({ ...draft, options: [], answer: '错误' })).toMatchObject({ type: 'judge', judge: false });
    expect(formOfDraft({ ...draft, options: [], stem: '入党要有____。', answer: '两名|2名；预备期' })).toMatchObject({
      type: 'blank',
      blanks: ['两名|2名', '预备期'],
    });
    expect(formOfDraft({ ...draft, options: [], answer: '答案：先做甲，再做乙' })).toMatchObject({
      type: 'short',
      reference: '先做甲，再做乙',
    });
  });
});

describe('editing the options', () => {
  it('keeps right what was right when another option goes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.array(fc.nat(11)),
        (options, at, some) => {
          const place = at % options.length;
          const chosen = [...new Set(some)].filter((one) => one < options.length).sort((one, other) => one - other);
          const after = withoutOption({ options, chosen }, place);
          const texts = (form: { options: readonly string[]; chosen: readonly number[] }) => form.chosen.map((one) => form.options[one]);
          expect(texts(after)).toEqual(texts({ options, chosen }).filter((text) => text !== options[place]));
        },
      ),
    );
  });

  it('chooses one of a single choice and several of a multiple one', () => {
    expect(withChosen({ chosen: [2] }, 0, false)).toEqual({ chosen: [0] });
    expect(withChosen({ chosen: [2] }, 0, true)).toEqual({ chosen: [0, 2] });
    expect(withChosen({ chosen: [0, 2] }, 2, true)).toEqual({ chosen: [0] });
  });
});
