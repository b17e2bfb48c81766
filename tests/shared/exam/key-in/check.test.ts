import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkState, differencesOf, setCheck, settle } from '@shared/exam/key-in/check.ts';
import type { PaperScores } from '@shared/model/examining.ts';

const parts = [
  { number: '一', title: '一、单项选择题', full: 40 },
  { number: '二', title: '二、简答题', full: 10 },
];
const first: PaperScores = { id: 'e:p', examId: 'e', personId: 'p', variant: '', parts: [36, 7.5], absent: false, note: '', at: 1 };
const context = { parts, at: 5 };

function keyed(scores: PaperScores, ...texts: readonly string[]): PaperScores {
  return texts.reduce((line, text, part) => {
    const entry = setCheck(line, { part }, text, context);
    if ('problem' in entry) throw new Error(entry.problem);
    return entry.scores;
  }, scores);
}

test('the second pass tells nothing before it is complete, then where it differs', () => {
  const begun = keyed(first, '35');
  expect([checkState(first), checkState(begun), differencesOf(begun)]).toEqual(['unchecked', 'begun', []]);
  const done = keyed(first, '35', '7.5');
  expect([checkState(done), differencesOf(done)]).toEqual(['different', [{ kind: 'part', part: 0, first: 36, second: 35 }]]);
  expect(checkState(keyed(first, '36', '7.5'))).toBe('same');
  expect(done).toMatchObject({ parts: [36, 7.5], at: 1 });
});

test('absent against scores is one difference', () => {
  const entry = setCheck(first, 'absent', '1', context);
  expect('scores' in entry && differencesOf(entry.scores)).toEqual([{ kind: 'absent', first: false }]);
});

test('the second pass refuses what the first does', () => {
  expect(setCheck(first, { part: 1 }, '10.5', context)).toEqual({ problem: 'too-much', full: 10 });
  expect(setCheck(keyed(first, '1'), 'absent', '1', context)).toEqual({ problem: 'has-scores', full: 0 });
});

test('whichever pass holds, both are the same afterwards and that one is what counts', () => {
  const score = fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2);
  const line = fc.record({ parts: fc.tuple(score, score), absent: fc.boolean() });
  fc.assert(
    fc.property(line, line, fc.constantFrom('first' as const, 'second' as const), (one, other, holds) => {
      const scores = { ...first, ...one, check: { ...other, at: 2 } };
      const settled = settle(scores, holds, 9);
      const right = holds === 'first' ? one : other;
      expect(settled).toMatchObject(right);
      expect(checkState(settled)).not.toBe('different');
    }),
  );
});
