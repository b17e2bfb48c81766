import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut, type ShareProblem, type ShareTable } from '@shared/exam/share.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const columnsOf = (table: ShareTable): number[] => table[0]!.map((_, column) => sum(table.map((row) => row[column]!)));
const distance = (numbers: readonly number[], ideal: readonly number[]): number =>
  sum(numbers.map((number, n) => (number - ideal[n]!) ** 2));

/** How far a table is from its shares: [columns, cells]. */
function distances(table: ShareTable, { rowTotals, weights }: ShareProblem): [number, number] {
  const share = (total: number): number[] => weights.map((weight) => (total * weight) / sum(weights));
  return [distance(columnsOf(table), share(sum(rowTotals))), sum(table.map((row, n) => distance(row, share(rowTotals[n]!))))];
}

/** Every way to give `total` to cells that hold at most so much. */
function waysToGive(total: number, [most, ...others]: readonly number[]): number[][] {
  if (most === undefined) return total === 0 ? [[]] : [];
  return Array.from({ length: Math.min(most, total) + 1 }, (_, here) =>
    waysToGive(total - here, others).map((rest) => [here, ...rest]),
  ).flat();
}

/** Every table that keeps the row totals. */
const allTables = ({ rowTotals, available }: ShareProblem): ShareTable[] =>
  rowTotals.reduce<number[][][]>(
    (tables, total, row) => tables.flatMap((table) => waysToGive(total, available[row]!).map((cells) => [...table, cells])),
    [[]],
  );

const problems = fc
  .record({
    rowTotals: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 3 }),
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 3 }),
    cells: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ rowTotals, weights, cells }): ShareProblem => {
    const available = rowTotals.map((_, row) => weights.map((__, column) => cells[row * 3 + column]!));
    return { rowTotals, weights, available };
  })
  .filter(({ rowTotals, available }) => rowTotals.every((total, row) => sum(available[row]!) >= total));

test('law: no other table with these rows is closer to the shares', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const table = shareOut(problem);
      expect(table.map(sum)).toEqual(problem.rowTotals);
      for (const [row, cells] of table.entries())
        for (const [column, given] of cells.entries()) expect(given).toBeLessThanOrEqual(problem.available[row]![column]!);
      const [columns, cells] = distances(table, problem);
      for (const other of allTables(problem)) {
        const [otherColumns, otherCells] = distances(other, problem);
        expect(columns).toBeLessThan(otherColumns + 1e-6);
        if (Math.abs(columns - otherColumns) < 1e-6) expect(cells).toBeLessThan(otherCells + 1e-6);
      }
    }),
    { numRuns: 150 },
  );
});

test('a type that only one section has pushes the other types out of it', () => {
  const available = [
    [9, 9],
    [4, 0],
  ];
  expect(shareOut({ rowTotals: [4, 4], weights: [1, 1], available })).toEqual([
    [0, 4],
    [4, 0],
  ]);
});

test('a row that asks for more than there is, is a bug', () => {
  expect(() => shareOut({ rowTotals: [3], weights: [1], available: [[2]] })).toThrow('more than its cells hold');
});
