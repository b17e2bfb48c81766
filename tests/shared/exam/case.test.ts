import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partItems, splitScore } from '@shared/exam/case.ts';
import { caseOf, choice, item, judge } from './questions.ts';

test('a score is split by weights in hundredths; what is left goes to whom it lacks most, then to the first', () => {
  expect(splitScore(10, [1, 1, 1])).toEqual([3.34, 3.33, 3.33]);
  expect(splitScore(10, [4, 4, 2])).toEqual([4, 4, 2]);
  expect(splitScore(1, [1, 1, 4])).toEqual([0.17, 0.17, 0.66]); // of 16.67, 16.67 and 66.67 the first two come first
  expect(splitScore(0.3, [0.1, 0.2])).toEqual([0.1, 0.2]);
});

test('law: the shares add up to the score, and none is a hundredth away from its exact share', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), weights, (hundredths, each) => {
      const shares = splitScore(hundredths / 100, each).map((share) => Math.round(share * 100));
      const sum = each.reduce((total, weight) => total + weight, 0);
      expect(shares.reduce((total, share) => total + share, 0)).toBe(hundredths);
      shares.forEach((share, place) => expect(Math.abs(share - (hundredths * (each[place] ?? 0)) / sum)).toBeLessThan(1 + 1e-6));
    }),
  );
});

test('parts are items of their own, named after their case; without an order of a paper they keep their own', () => {
  const first = choice('', [1]);
  const question = caseOf('c', [first, judge('', true)], [3, 1]);
  expect(partItems({ question, optionOrder: [], partOrders: [[3, 1, 0, 2], []], score: 4 })).toEqual([
    { question: { ...first, id: 'c/1' }, optionOrder: [3, 1, 0, 2], score: 3 },
    { question: { ...judge('c/2', true) }, optionOrder: [], score: 1 },
  ]);
  expect(partItems(item(question, 4)).map(({ optionOrder }) => optionOrder)).toEqual([[0, 1, 2, 3], []]);
  expect(partItems(item(first, 4))).toEqual([]);
});
