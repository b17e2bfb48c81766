import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAttempt, gradeItem, isCorrect, scoreBySection } from '@shared/exam/grade.ts';
import type { Answer } from '@shared/model/question.ts';
import { blank, caseOf, choice, item, judge, options, paper, parts, short, texts } from './questions.ts';

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
      const result = gradeItem(item(question, hundredths / 100), texts(...Array.from({ length: right }, () => '对')));
      expect(result.score === hundredths / 100).toBe(right === blanks);
      expect(result.correct).toBe(right === blanks);
    }),
  );
});

test('half a hundredth is rounded up whatever the number of blanks', () => {
  const ten = blank(
    'q',
    Array.from({ length: 10 }, () => ['对']),
  );
  const seven = texts(...Array.from({ length: 7 }, () => '对'));
  expect(gradeItem(item(ten, 0.45), seven).score).toBe(0.32); // 31.5 hundredths; 45 × 0.7 is a hair less in binary
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

test('blanks without an order take the texts in any; one text stands for one blank', () => {
  const free = { ...blank('q', [['四个意识'], ['四个自信', '“四个自信”'], ['两个维护']]), unordered: true } as const;
  expect(gradeItem(item(free, 3), texts('两个维护', '四个自信。', '四个意识'))).toMatchObject({ score: 3, correct: true });
  expect(gradeItem(item(free, 3), texts('四个自信', '“四个自信”', '四个自信')).score).toBe(1);
  expect(gradeItem(item(free, 3), texts('', '', '', '四个意识')).score).toBe(0);
  const { unordered: _unordered, ...ordered } = free;
  expect(gradeItem(item(ordered, 3), texts('两个维护', '四个自信', '四个意识')).score).toBe(1);
});

test('a text that two blanks accept is given to the one that leaves room for the other', () => {
  const free = { ...blank('q', [['甲', '乙'], ['甲']]), unordered: true } as const;
  expect(isCorrect(free, texts('甲', '乙'))).toBe(true);
  expect(isCorrect(free, texts('乙', '甲'))).toBe(true);
  expect(isCorrect(free, texts('乙', '乙'))).toBe(false);
});

test('law: unordered blanks score the same for every order of the texts, and never less than in order', () => {
  const words = fc.constantFrom('甲', '乙', '丙', '丁', '');
  const blanks = fc.array(fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(blanks, fc.array(words, { minLength: 6, maxLength: 6 }), fc.infiniteStream(fc.nat()), (answer, all, rolls) => {
      const written = all.slice(0, answer.length);
      const ordered = blank('q', answer);
      const free = { ...ordered, unordered: true } as const;
      const shuffled = written.map((text) => ({ text, at: rolls.next().value })).toSorted((a, b) => a.at - b.at);
      const score = gradeItem(item(free, 6), texts(...written)).score;
      expect(gradeItem(item(free, 6), texts(...shuffled.map(({ text }) => text))).score).toBe(score);
      expect(score).toBeGreaterThanOrEqual(gradeItem(item(ordered, 6), texts(...written)).score);
    }),
  );
});

const mixed = caseOf('c', [choice('c/1', [0, 2]), blank('c/2', [['甲'], ['乙']]), judge('c/3', true)], [2, 2, 1]);

test('a case is marked part by part', () => {
  const answer = parts(options(2, 0), texts('甲', ''), null);
  expect(gradeItem(item(mixed, 10), answer)).toEqual({
    questionId: 'c',
    section: '党章',
    type: 'case',
    score: 6,
    full: 10,
    correct: false,
    parts: [
      { questionId: 'c/1', section: '党章', type: 'multiple', score: 4, full: 4, correct: true },
      { questionId: 'c/2', section: '党章', type: 'blank', score: 2, full: 4, correct: false },
      { questionId: 'c/3', section: '党章', type: 'judge', score: 0, full: 2, correct: false },
    ],
  });
  expect(gradeItem(item(mixed, 10), parts(options(0, 2), texts('甲', '乙'), { kind: 'judge', value: true }))).toMatchObject({
    score: 10,
    correct: true,
  });
  for (const nothing of [null, options(0), parts()])
    expect(gradeItem(item(mixed, 10), nothing)).toMatchObject({ score: 0, correct: false });
});

test('a case with a short part waits for a person; what is marked counts already', () => {
  const waiting = caseOf('c', [judge('c/1', true), short('c/2')], [1, 3]);
  expect(isCorrect(waiting, parts({ kind: 'judge', value: false }, { kind: 'text', text: '答' }))).toBeNull();
  const result = gradeAttempt(paper(item(waiting, 8)), new Map([['c', parts({ kind: 'judge', value: true }, null)]]), 60);
  expect(result).toMatchObject({ score: 2, full: 8, unmarked: 6, percent: 100, passed: true });
  expect(scoreBySection(result)).toEqual([{ section: '党章', questions: 1, right: 0, score: 2, full: 2 }]);
});
