import { expect, test } from 'vitest';
import type { BlockIndex } from '@shared/model/package.ts';
import type { Mistake } from '@shared/model/study.ts';
import { idsOfSection, mistakesOrder, nextPlace, placeOf, previousPlace, randomOrder } from '@shared/study/order.ts';

const block = (section: string, ids: string[]): BlockIndex => ({ section, ids, types: [], topics: [], difficulties: [], revisions: [] });

test('sequential study goes through the blocks of a section and stops at its ends', () => {
  expect(idsOfSection([block('甲', ['a', 'b']), block('乙', ['x']), block('甲', ['c'])], '甲')).toEqual(['a', 'b', 'c']);
  expect([nextPlace(3, 0), nextPlace(3, 2), previousPlace(1), previousPlace(0)]).toEqual([1, null, 0, null]);
});

test('the place is found by id after an update has moved it, and by number when the question is gone', () => {
  expect(placeOf(['new', 'a', 'b'], { questionId: 'a', index: 0 })).toBe(1);
  expect(placeOf(['a', 'b'], { questionId: 'gone', index: 1 })).toBe(1);
  expect(placeOf(['a', 'b'], { questionId: 'gone', index: 9 })).toBe(1);
  expect(placeOf([], { questionId: 'gone', index: 9 })).toBe(0);
  expect(placeOf(['a'], null)).toBe(0);
});

test('random order has every question once and follows the seed', () => {
  const ids = Array.from({ length: 30 }, (_, n) => `q${n}`);
  expect(randomOrder([...ids, 'q0'], 4).toSorted()).toEqual(ids.toSorted());
  expect(randomOrder(ids, 4)).toEqual(randomOrder(ids, 4));
  expect(randomOrder(ids, 4)).not.toEqual(randomOrder(ids, 5));
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
