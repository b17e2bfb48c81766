import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAttempt, gradeItem, isCorrect, scoreBySection } from '@shared/exam/grade.ts';
import type { Answer } from '@shared/model/question.ts';
import { blank, choice, item, judge, options, paper, short } from './questions.ts';

test('a choice is right when exactly the wanted options are chosen, in any order', () => {
  const multiple = item(choice('q', [0, 2]), 3);
  expect(gradeItem(multiple, options(2, 0))).toEqual({
    questionId: 'q',
    section: '党章',
    type: 'multiple',
    score: 3,
    full: 3,
    correct: true,
  });
  for (const answer of [options(0), options(0, 1, 2), options(), null])
    expect(gradeItem(multiple, answer)).toMatchObject({ score: 0, correct: false });
  expect(isCorrect(choice('q', [1]), options(1))).toBe(true);
});

test('a judgement is right or wrong; an answer of another kind is wrong', () => {
  expect(isCorrect(judge('q', false), { kind: 'judge', value: false })).toBe(true);
  expect(isCorrect(judge('q', false), { kind: 'judge', value: true })).toBe(false);
  expect(isCorrect(judge('q', false), options(0))).toBe(false);
});

test('each blank gives its share; alternatives count, extra texts do not', () => {
  const three = item(blank('q', [['从严治党', '全面从严治党'], ['1921年'], ['7月']]), 2);
  const texts = (...written: string[]): Answer => ({ kind: 'blanks', texts: written });
  expect(gradeItem(three, texts('全面从严治党', ' １９２１ 年', '7月。')).score).toBe(2);
  expect(gradeItem(three, texts('从严治党', '', '7月'))).toMatchObject({ score: 1.33, correct: false });
  expect(gradeItem(three, texts('', '1921年')).score).toBe(0.67);
  expect(gradeItem(three, texts('x', 'x', 'x', '7月')).score).toBe(0);
});

test('the full score of a blank question is only for all blanks right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 200 }), fc.nat(), (hundredths, blanks, given) => {
      const question = blank(
        'q',
        Array.from({ length: blanks }, () => ['对']),
      );
      const right = given % (blanks + 1);
      const texts = Array.from({ length: right }, () => '对');
      const result = gradeItem(item(question, hundredths / 100), { kind: 'blanks', texts });
      expect(result.score === hundredths / 100).toBe(right === blanks);
      expect(result.correct).toBe(right === blanks);
    }),
  );
});

test('short answers wait for a person and do not lower the percentage', () => {
  const sheet = paper(item(choice('a', [0]), 2), item(judge('b', true), 1), item(short('c'), 10));
  const answers = new Map<string, Answer>([
    ['a', options(0)],
    ['c', { kind: 'text', text: '要点一' }],
  ]);
  expect(gradeAttempt(sheet, answers, 60)).toMatchObject({ score: 2, full: 13, unmarked: 10, percent: 66.66, passed: true });
  expect(gradeAttempt(paper(item(short('c'), 10)), answers, 0)).toMatchObject({ percent: 0, passed: false });
});

test('a percentage just below the pass line is not rounded over it', () => {
  const items = Array.from({ length: 30_000 }, (_, n) => item(judge(`q${n}`, true), 1));
  const almost = new Map<string, Answer>(items.slice(0, 23_999).map(({ question }) => [question.id, { kind: 'judge', value: true }]));
  expect(gradeAttempt(paper(...items), almost, 80)).toMatchObject({ percent: 79.99, passed: false });
  almost.set('q29999', { kind: 'judge', value: true });
  expect(gradeAttempt(paper(...items), almost, 80)).toMatchObject({ percent: 80, passed: true });
});

test('law: grading is order-free', () => {
  const questions = [choice('a', [0]), choice('b', [1, 3]), judge('c', true), blank('d', [['甲'], ['乙'], ['丙']]), short('e')];
  const answers: [string, Answer][] = [
    ['a', options(0)],
    ['b', options(1)],
    ['c', { kind: 'judge', value: true }],
    ['d', { kind: 'blanks', texts: ['甲', '', '丙'] }],
  ];
  const whole = gradeAttempt(paper(...questions.map((question) => item(question, 0.1))), new Map(answers), 50);
  fc.assert(
    fc.property(fc.shuffledSubarray(questions, { minLength: 5 }), fc.shuffledSubarray(answers, { minLength: 4 }), (shuffled, given) => {
      const result = gradeAttempt(paper(...shuffled.map((question) => item(question, 0.1))), new Map(given), 50);
      expect({ ...result, items: new Set(result.items) }).toEqual({ ...whole, items: new Set(whole.items) });
    }),
  );
});

test('scores by section leave out what waits for a person', () => {
  const sheet = paper(item(choice('a', [0], { section: '党史' }), 2), item(judge('b', true), 1), item(short('c'), 10));
  const result = gradeAttempt(sheet, new Map([['a', options(0)]]), 60);
  expect(scoreBySection(result)).toEqual([
    { section: '党史', questions: 1, right: 1, score: 2, full: 2 },
    { section: '党章', questions: 1, right: 0, score: 0, full: 1 },
  ]);
});
