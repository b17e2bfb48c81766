import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSteps, logistic, type Fit, type FitInput, type Observation } from '@shared/study/forecast/fit.ts';
import { forward, solve, triangleOf } from '@shared/study/forecast/linear.ts';
import { toTheEnd } from '../../../support/to-the-end.ts';

const wide = { mean: 0, deviation: 100 };
const fitWeights = (input: FitInput): Fit => toTheEnd(fitSteps(input));
const observation = (columns: readonly number[], group: number, answers: number, right: number): Observation => ({
  columns,
  group,
  answers,
  right,
});

describe('the fit', () => {
  it('finds the rate itself where nothing is assumed, with the variance of a rate', () => {
    const fit = fitWeights({ observations: [observation([0], 0, 400, 300)], columns: [wide], groups: 1, groupDeviation: 1e-3 });
    expect(logistic(fit.columns[0]!)).toBeCloseTo(0.75, 3);
    expect(fit.varianceOf([1], [0])).toBeCloseTo(1 / (400 * 0.75 * 0.25), 4);
  });

  it('keeps to what is assumed where there are no answers', () => {
    const fit = fitWeights({ observations: [], columns: [{ mean: 1.2, deviation: 0.5 }], groups: 2, groupDeviation: 0.4 });
    expect(fit.columns).toEqual([1.2]);
    expect(fit.varianceOf([1], [1, 0])).toBeCloseTo(0.25 + 0.16, 10);
  });

  it('gives the same as when the groups are columns like the others', () => {
    const counts = fc.array(
      fc.record({
        column: fc.nat(2),
        group: fc.nat(3),
        answers: fc.integer({ min: 1, max: 40 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(counts, (rows) => {
        const prior = { mean: 0.3, deviation: 0.8 };
        const grouped = fitWeights({
          observations: rows.map(({ column, group, answers, share }) => observation([column], group, answers, answers * share)),
          columns: [prior, prior, prior],
          groups: 4,
          groupDeviation: 0.5,
        });
        const plain = fitWeights({
          observations: rows.map(({ column, group, answers, share }) => observation([column, 3 + group], 0, answers, answers * share)),
          columns: [prior, prior, prior, ...Array.from({ length: 4 }, () => ({ mean: 0, deviation: 0.5 }))],
          groups: 1,
          groupDeviation: 1e-6,
        });
        for (const [place, weight] of [...grouped.columns, ...grouped.groups].entries())
          expect(weight).toBeCloseTo(plain.columns[place]!, 3);
        expect(grouped.varianceOf([1, 2, 0], [0, 1, 1, 3])).toBeCloseTo(plain.varianceOf([1, 2, 0, 0, 1, 1, 3], [0]), 4);
      }),
      { numRuns: 60 },
    );
  });
});

it('solves a positive definite system, and refuses another', () => {
  const matrix = [
    [4, 2, 0.5],
    [2, 3, 1],
    [0.5, 1, 2],
  ];
  const solved = solve(triangleOf(matrix), [1, 2, 3]);
  for (const [row, values] of matrix.entries())
    expect(values.reduce((sum, value, place) => sum + value * solved[place]!, 0)).toBeCloseTo(row + 1, 10);
  const half = forward(triangleOf(matrix), [1, 2, 3]);
  expect(half.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(solved[0]! + 2 * solved[1]! + 3 * solved[2]!, 10);
  expect(() =>
    triangleOf([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow('not positive definite');
});
