import { expect, test } from 'vitest';
import type { Mistake } from '@shared/model/study.ts';
import { mistakesOrder, placeOf, randomOrder } from '@shared/study/order.ts';

test('the place is found by id after an update has moved it, and by number when the question is gone', () => {
  expect(placeOf(['new', 'a', 'b'], { questionId: 'a', index: 0 })).toBe(1);
  expect(placeOf(['a', 'b'], { questionId: 'gone', index: 1 })).toBe(1);
  expect(placeOf(['a', 'b'], { questionId: 'gone', index: 9 })).toBe(1);
  expect(placeOf(Array<string>(), { questionId: 'gone', index: 9 })).toBe(0);
  expect(placeOf(['a'], null)).toBe(0);
});

test('random order has every question once and follows the seed', () => {
  const numbers = Uint32Array.from({ length: 30 }, (_, n) => n);
  expect(randomOrder(numbers, 4).toSorted()).toEqual(numbers);
  expect(randomOrder(numbers, 4)).toEqual(randomOrder(numbers, 4));
  expect(randomOrder(numbers, 4)).not.toEqual(randomOrder(numbers, 5));
});

test('of the mistakes only the open ones come, the oldest first', () => {
  const mistake = (id: string, lastAt: number, state: Mistake['state']): Mistake => ({
    id,
    personId: 'p',
    questionId: id,
    section: '甲',
    wrongCount: 1,
    rightInARow: 0,
    state,
    lastAt,
  });
  const mistakes = [mistake('a', 3, 'open'), mistake('b', 1, 'overcome'), mistake('d', 2, 'open'), mistake('c', 2, 'open')];
  expect(mistakesOrder(mistakes).map(({ id }) => id)).toEqual(['c', 'd', 'a']);
});
