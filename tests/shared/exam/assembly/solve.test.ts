import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Program } from '@shared/exam/assembly/program/program.ts';
import { solve } from '@shared/exam/assembly/program/solve.ts';

/** Every choice of whole values within the bounds. */
function allValues(columns: Program['columns']): number[][] {
  return columns.reduce<number[][]>(
    (all, { from, to }) => all.flatMap((values) => Array.from({ length: to - from + 1 }, (_, n) => [...values, from + n])),
    [[]],
  );
}

const keepsRows = ({ rows }: Program, values: readonly number[]): boolean =>
  rows.every(({ from, to, terms }) => {
    const sum = terms.reduce((total, [column, factor]) => total + factor * values[column]!, 0);
    return sum >= from - 1e-6 && sum <= to + 1e-6;
  });
const costOf = ({ columns }: Program, values: readonly number[]): number =>
  columns.reduce((sum, { cost }, column) => sum + cost * values[column]!, 0);

const programs = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    columns: fc.array(
      fc.record({ cost: fc.integer({ min: -5, max: 5 }), from: fc.integer({ min: 0, max: 1 }), span: fc.integer({ min: 0, max: 3 }) }),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(
      fc.record({
        from: fc.integer({ min: -4, max: 8 }),
        span: fc.integer({ min: 0, max: 2 }),
        factors: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: width, maxLength: width }),
      }),
      { maxLength: 4 },
    ),
  }),
);

test('law: no other whole values that keep the rows cost less, and none are given where there are none', () => {
  fc.assert(
    fc.property(programs, ({ columns, rows }) => {
      const program: Program = {
        columns: columns.map(({ cost, from, span }) => ({ cost, from, to: from + span, whole: true })),
        rows: rows.map(({ from, span, factors }) => ({ from, to: from + span, terms: factors.map((factor, column) => [column, factor]) })),
      };
      const possible = allValues(program.columns).filter((values) => keepsRows(program, values));
      const found = solve(program);
      expect(found === null).toBe(possible.length === 0);
      if (!found) return;
      expect(possible).toContainEqual([...found].map((value) => value + 0));
      expect(costOf(program, found)).toBeCloseTo(Math.min(...possible.map((values) => costOf(program, values))), 6);
    }),
    { numRuns: 2_000 },
  );
});

test('columns that need not be whole take the better part', () => {
  const program: Program = {
    columns: [
      { cost: 1, from: 0, to: 10, whole: false },
      { cost: 3, from: 0, to: 10, whole: true },
    ],
    rows: [
      {
        from: 2.5,
        to: 2.5,
        terms: [
          [0, 1],
          [1, 1],
        ],
      },
    ],
  };
  expect(solve(program)).toEqual([2.5, 0]);
});
