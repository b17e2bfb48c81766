import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mistake, Response } from '@shared/model/study.ts';
import { afterResponse, judgeAnew, lacking } from '@shared/study/mistakes.ts';

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

const responsesOf = (answers: readonly boolean[]): Response[] =>
  answers.map((correct, place) => ({
    ...ids,
    id: `r${place}`,
    revision: '1',
    answer: { kind: 'judge', value: correct },
    correct,
    mode: 'random',
    at: place + 1,
  }));

test('under another rule the same answers are judged from the first one on', () => {
  const responses = responsesOf([false, true, true, true, false, true, true]);
  expect(judgeAnew(responses, { rightInARow: 3 })).toMatchObject({ state: 'open', rightInARow: 2, wrongCount: 2, lastAt: 7 });
  expect(judgeAnew(responses, { rightInARow: 1 })).toMatchObject({ state: 'overcome', rightInARow: 1, wrongCount: 2, lastAt: 6 });
  expect(judgeAnew(responsesOf([true, true]), rule)).toBeNull();
});

test('what an entry still lacks', () => {
  const entry = judgeAnew(responsesOf([false, true]), { rightInARow: 3 })!;
  expect([lacking(entry, { rightInARow: 3 }), lacking(entry, { rightInARow: 5 }), lacking(entry, { rightInARow: 1 })]).toEqual([2, 4, 1]);
  expect(lacking(judgeAnew(responsesOf([false, true, true]), rule)!, rule)).toBe(0);
});

const someAnswers = fc.array(fc.boolean(), { maxLength: 20 });
const someRule = fc.integer({ min: 1, max: 5 }).map((rightInARow) => ({ rightInARow }));

test('law: judging anew gives what answering one by one under that rule gave, in whatever order the answers are read', () => {
  fc.assert(
    fc.property(someAnswers, someRule, fc.infiniteStream(fc.nat()), (answers, own, dice) => {
      const one = responsesOf(answers).reduce<Mistake | null>(
        (mistake, { correct, at }) => afterResponse(mistake, correct, own, at, ids),
        null,
      );
      const mixed = responsesOf(answers).map((response) => ({ response, key: dice.next().value ?? 0 }));
      const shuffled = mixed.toSorted((a, b) => a.key - b.key).map(({ response }) => response);
      expect(judgeAnew(shuffled, own)).toEqual(one);
    }),
  );
});

test('law: overcome exactly where the answers since the last wrong one once were right often enough', () => {
  fc.assert(
    fc.property(someAnswers, someRule, (answers, own) => {
      const rightSince = answers.length - 1 - answers.lastIndexOf(false);
      const entry = judgeAnew(responsesOf(answers), own);
      expect(entry?.state ?? null).toBe(!answers.includes(false) ? null : rightSince >= own.rightInARow ? 'overcome' : 'open');
      expect(entry?.wrongCount ?? 0).toBe(answers.filter((correct) => !correct).length);
    }),
  );
});
