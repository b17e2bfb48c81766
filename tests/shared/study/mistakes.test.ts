import { expect, test } from 'vitest';
import type { Mistake } from '@shared/model/study.ts';
import { afterResponse } from '@shared/study/mistakes.ts';

const ids = { personId: 'p', questionId: 'q', section: '党章' };
const rule = { rightInARow: 2 };
const after = (...responses: boolean[]): Mistake | null =>
  responses.reduce<Mistake | null>((mistake, correct, n) => afterResponse(mistake, correct, rule, n + 1, ids), null);

test('a right answer to a question that was never wrong leaves it out', () => {
  expect(after(true, true)).toBeNull();
});

test('a wrong answer puts it in', () => {
  expect(after(false)).toEqual({ id: 'p:q', ...ids, wrongCount: 1, rightInARow: 0, state: 'open', lastAt: 1 });
});

test('enough right answers in a row overcome it; a wrong one between starts the count again', () => {
  expect(after(false, true)).toMatchObject({ rightInARow: 1, state: 'open' });
  expect(after(false, true, true)).toMatchObject({ rightInARow: 2, state: 'overcome', lastAt: 3 });
  expect(after(false, true, false, true)).toMatchObject({ wrongCount: 2, rightInARow: 1, state: 'open' });
});

test('once overcome it stays so while answers are right, and a new mistake re-enters it', () => {
  expect(after(false, true, true, true)).toEqual(after(false, true, true));
  expect(after(false, true, true, false)).toMatchObject({ wrongCount: 2, rightInARow: 0, state: 'open', lastAt: 4 });
});
