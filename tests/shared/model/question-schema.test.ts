import { expect, test } from 'vitest';
import { questionSchema } from '@shared/model/schemas/content.ts';
import { answerSchema } from '@shared/model/schemas/paper.ts';
import { blank, caseOf, choice, judge, options, parts, short } from '../exam/questions.ts';

const isQuestion = (value: unknown): boolean => questionSchema.safeParse(value).success;

test('a case keeps its parts and weights as they are', () => {
  const question = caseOf('c', [choice('c/1', [0]), { ...blank('c/2', [['甲'], ['乙']]), unordered: true }, short('c/3')], [2, 3.5, 1]);
  expect(questionSchema.parse(question)).toEqual(question);
});

test('a case has one to twenty parts, each with a weight above 0, and no case in it', () => {
  const judged = Array.from({ length: 21 }, (_, n) => judge(`c/${n + 1}`, true));
  expect(isQuestion(caseOf('c', judged.slice(0, 20)))).toBe(true);
  expect(isQuestion(caseOf('c', judged))).toBe(false);
  expect(isQuestion(caseOf('c', []))).toBe(false);
  expect(isQuestion(caseOf('c', judged.slice(0, 2), [1]))).toBe(false);
  expect(isQuestion(caseOf('c', judged.slice(0, 2), [1, 0]))).toBe(false);
  expect(isQuestion({ ...caseOf('c', []), parts: [caseOf('c/1', judged.slice(0, 1))], weights: [1] })).toBe(false);
});

test('the id of a part may be longer than that of its case', () => {
  const id = 'c'.repeat(100);
  expect(isQuestion(caseOf(id, [judge(`${id}/20`, true)]))).toBe(true);
  expect(isQuestion(judge(`${id}/20`, true))).toBe(false);
});

test('blanks without an order say so; others say nothing', () => {
  const plain = blank('b', [['甲']]);
  expect(questionSchema.parse(plain)).toEqual(plain);
  expect(isQuestion({ ...plain, unordered: true })).toBe(true);
  expect(isQuestion({ ...plain, unordered: false })).toBe(false);
});

test('an answer to a case is one answer or none a part', () => {
  const answer = parts(options(0), null);
  expect(answerSchema.parse(answer)).toEqual(answer);
  expect(answerSchema.safeParse({ kind: 'parts', answers: [answer] }).success).toBe(false);
});
