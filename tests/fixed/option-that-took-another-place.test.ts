import { expect, test } from 'vitest';
import { readQuestions } from '../../main/import/read-questions.ts';
import { draftRow } from '@shared/bank/template/rows.ts';
import { formOfDraft } from '../../renderer/bank/edit/form-state.ts';

const options = { section: '', encoding: null, columns: null };
const rows = '题干,题型,选项A,选项B,选项C,选项D,正确答案,难度\n示例题干,多选题,甲,乙,,丁,ABC,易';
const text = '一、多选题\n1. 示例题干（ ）\nA. 甲\nB. 乙\nD. 丁\n答案：ABC\n难度：易\n';

test.each([
  ['a row', '题库.csv', rows],
  ['a text', '题库.txt', text],
])(
  '%s that lacks an option which its answer names keeps its letters and its difficulty while it is mended',
  async (_what, name, content) => {
    const { refusals } = await readQuestions(Buffer.from(content), name, options);
    const [draft] = refusals.map((refusal) => refusal.draft);
    expect([draft?.options, draft?.answer, draft?.difficulty]).toEqual([['甲', '乙', '', '丁'], 'ABC', 'easy']);
    if (!draft) return;
    expect(formOfDraft(draft)).toMatchObject({ options: ['甲', '乙', '', '丁'], chosen: [0, 1, 2], difficulty: 'easy' });
    const cells = draftRow(draft);
    expect([cells.get('option:2'), cells.get('option:3'), cells.get('difficulty')]).toEqual([undefined, '丁', '易']);
  },
);
