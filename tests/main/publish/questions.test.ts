import { describe, expect, test } from 'vitest';
import type { ImportedFile, ImportedQuestion, Problem } from '../../../shared/bank/imported.ts';
import type { Question } from '../../../shared/model/question.ts';
import { prepareQuestions } from '../../../main/publish/bank/questions.ts';
import { question } from '../sync/support.ts';

const accounted = { source: 0, questions: 0, headings: 0, refused: 0, ignored: 0 };
const at = (row: number, imported: Question, sheet: string | null = null): ImportedQuestion => ({
  sheet,
  row,
  lastRow: row,
  question: imported,
  score: null,
});
const fileOf = (file: string, questions: readonly ImportedQuestion[], problems: readonly Problem[] = []): ImportedFile => ({
  file,
  format: 'csv',
  questions,
  refusals: [],
  problems,
  accounted,
});
const unnamed = (number: number, changes: Partial<Question> = {}): Question => ({ ...question(number), id: '', ...changes }) as Question;
const options = { section: null, skipErrors: false, before: [] };

describe('ids', () => {
  test('the source’s own, else one made of what is asked; spacing and order of options do not matter', () => {
    const { questions } = prepareQuestions([fileOf('a.csv', [at(2, question(1)), at(3, unnamed(2))])], options);
    const again = prepareQuestions(
      [fileOf('b.csv', [at(9, unnamed(2, { stem: '第2题的题干()', options: ['丙', '甲', '乙'], answer: [0] }))])],
      options,
    );
    expect(questions[0]?.id).toBe('Q-1');
    expect(questions[1]?.id).toMatch(/^q-[0-9a-f]{16}$/);
    expect(again.questions[0]?.id).toBe(questions[1]?.id);
  });

  test('a question of the version before keeps its id, whatever else was corrected', () => {
    const before = [{ ...question(1), id: 'OLD-7' }];
    const { questions } = prepareQuestions([fileOf('a.csv', [at(2, unnamed(1, { explanation: '改', basis: '新' }))])], {
      ...options,
      before,
    });
    expect(questions.map(({ id }) => id)).toEqual(['OLD-7']);
  });

  test('the same question twice gets two ids, the same ones each time', () => {
    const file = fileOf('a.csv', [at(2, unnamed(1)), at(3, unnamed(1))]);
    const ids = prepareQuestions([file], options).questions.map(({ id }) => id);
    expect(ids[1]).toBe(`${ids[0]}-2`);
    const before = prepareQuestions([file], options).questions;
    expect(prepareQuestions([file], { ...options, before }).questions).toEqual(before);
  });
});

describe('what stops publishing', () => {
  test('the same stem with different answers, named with both places, even with skipErrors', () => {
    const files = [
      fileOf('a.csv', [at(5, question(1))]),
      fileOf('b.xlsx', [at(8, { ...question(1), id: 'X', answer: [2] } as Question, '单选')]),
    ];
    const [problem, ...rest] = prepareQuestions(files, { ...options, skipErrors: true }).problems;
    expect(problem).toEqual({ code: 'answer-contradicts', message: expect.stringContaining('a.csv 第 5 行与b.xlsx 工作表“单选”第 8 行') });
    expect(rest).toEqual([]);
  });

  test('a 题目编码 that stands twice', () => {
    const { problems } = prepareQuestions([fileOf('a.csv', [at(2, question(1)), at(3, { ...question(2), id: 'Q-1' })])], options);
    expect(problems.map(({ code }) => code)).toEqual(['id-repeated']);
  });

  test('errors of the source, unless they are to be skipped; warnings never', () => {
    const error: Problem = { sheet: null, row: 4, severity: 'error', code: 'answer-missing', message: '没有答案。' };
    const files = [fileOf('a.csv', [at(2, question(1))], [error, { ...error, severity: 'warning', code: 'basis-missing' }])];
    expect(prepareQuestions(files, options).problems).toEqual([{ code: 'source-error', message: 'a.csv 第 4 行：没有答案。' }]);
    expect(prepareQuestions(files, { ...options, skipErrors: true })).toMatchObject({ problems: [], questions: [{ id: 'Q-1' }] });
  });
});

test('the section is the source’s own, else the one given, else the name of the file', () => {
  const file = fileOf('党章题库.csv', [at(2, question(1)), at(3, unnamed(2, { section: '' }))]);
  expect(prepareQuestions([file], options).questions.map(({ section }) => section)).toEqual(['党史', '党章题库']);
  expect(prepareQuestions([file], { ...options, section: '党章' }).questions.map(({ section }) => section)).toEqual(['党史', '党章']);
});
