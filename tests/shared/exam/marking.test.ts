import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyPointsOf, marksOf, scoreOfPoints, settleMarks } from '@shared/exam/marking.ts';
import type { Marking } from '@shared/model/examining.ts';

describe('key points', () => {
  test('one a line; they share the score, the first ones get what is over', () => {
    expect(keyPointsOf('要点一\n\n  要点二 \r\n要点三', 10)).toEqual([
      { text: '要点一', score: 3.5 },
      { text: '要点二', score: 3.5 },
      { text: '要点三', score: 3 },
    ]);
  });

  test('a line may name its score at its end, in any brackets and width', () => {
    expect(keyPointsOf('甲（2分）\n乙 (１.5 分)。\n丙【3分】\n丁', 10)).toEqual([
      { text: '甲', score: 2 },
      { text: '乙', score: 1.5 },
      { text: '丙', score: 3 },
      { text: '丁', score: 3.5 },
    ]);
  });

  test('a score within a line is part of its text', () => {
    expect(keyPointsOf('扣（2分）的情形', 4)).toEqual([{ text: '扣（2分）的情形', score: 4 }]);
  });

  test('named scores that do not fit are shares', () => {
    expect(keyPointsOf('甲（2分）\n乙（2分）', 10).map(({ score }) => score)).toEqual([5, 5]);
    expect(keyPointsOf('甲（6分）\n乙（6分）\n丙', 9).map(({ score }) => score)).toEqual([3, 3, 3]);
  });

  test('halves where every point can have one, hundredths elsewhere', () => {
    expect(keyPointsOf('甲\n乙\n丙', 1).map(({ score }) => score)).toEqual([0.34, 0.33, 0.33]);
    expect(keyPointsOf('甲\n乙', 3.33).map(({ score }) => score)).toEqual([1.67, 1.66]);
  });

  test('law: the points add up to the full score, and each can be earned', () => {
    const lines = fc.array(fc.tuple(fc.constantFrom('甲', '乙点', '1、丙'), fc.option(fc.integer({ min: 1, max: 20 }))), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (written, halves) => {
        const reference = written.map(([text, score]) => (score === null ? text : `${text}（${score / 2}分）`)).join('\n');
        const points = keyPointsOf(reference, halves / 2);
        expect(points).toHaveLength(written.length);
        expect(
          scoreOfPoints(
            points,
            points.map(() => true),
          ),
        ).toBe(halves / 2);
        for (const { score } of points) expect(score).toBeGreaterThan(0);
      }),
    );
  });
});

describe('two markers', () => {
  const settle = (first: number | null, second: number | null, settled: number | null = null) =>
    settleMarks({ first, second, settled }, 10);

  test('both are waited for', () => {
    expect(settle(null, 5)).toEqual({ kind: 'waiting', marker: 'first' });
    expect(settle(5, null)).toEqual({ kind: 'waiting', marker: 'second' });
  });

  test('up to a fifth of the full score the mean counts, raised to half points', () => {
    expect(settle(6, 6)).toEqual({ kind: 'settled', score: 6 });
    expect(settle(6, 8)).toEqual({ kind: 'settled', score: 7 });
    expect(settle(6, 7.5)).toEqual({ kind: 'settled', score: 7 });
    expect(settle(3.33, 3.34)).toEqual({ kind: 'settled', score: 3.5 });
  });

  test('above it a third settles; the third mark stands as it is', () => {
    expect(settle(6, 8.5)).toEqual({ kind: 'differs', difference: 2.5 });
    expect(settle(6, 8.5, 8)).toEqual({ kind: 'settled', score: 8 });
    expect(settle(6, 6, 7)).toEqual({ kind: 'settled', score: 7 });
  });

  test('law: who is first changes nothing; what is settled lies between the two and half a point above, never above the full', () => {
    const half = fc.integer({ min: 0, max: 21 }).map((halves) => Math.min(10.25, halves / 2));
    fc.assert(
      fc.property(half, half, (one, other) => {
        const state = settleMarks({ first: one, second: other, settled: null }, 10.25);
        expect(settleMarks({ first: other, second: one, settled: null }, 10.25)).toEqual(state);
        if (state.kind !== 'settled') {
          expect(Math.abs(one - other)).toBeGreaterThan(2.05);
          return;
        }
        expect(state.score).toBeGreaterThanOrEqual(Math.min(one, other));
        expect(state.score).toBeLessThanOrEqual(Math.min(10.25, Math.max(one, other) + 0.5));
      }),
    );
  });

  test('of two entries by one marker the later counts, in whatever order they come', () => {
    const entry = (score: number, at: number): Marking => ({
      id: `m${at}`,
      examId: 'e',
      personId: 'p',
      questionId: 'q',
      marker: 'first',
      markerName: '甲',
      points: [],
      score,
      at,
    });
    expect(marksOf([entry(3, 2), entry(9, 1)]).first?.score).toBe(3);
    expect(marksOf([entry(9, 1), entry(3, 2)]).first?.score).toBe(3);
    expect(marksOf([])).toEqual({ first: null, second: null, settled: null });
  });
});
