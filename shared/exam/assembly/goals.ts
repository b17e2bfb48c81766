import type { ProgramBuilder, Row } from './program/program.ts';

/** Steps of one unit on each side of the share, where every unit has its own price; beyond them steps double. */
const singleSteps = 3;

/**
 * Lets a sum come as near to a share as the rows allow: it costs `weight × (sum − share)²`. The price is a chain of steps,
 * each dearer than the one before, so that they are taken in turn: exact up to three units off, then at the ends of the steps.
 */
export function aimAt(
  program: ProgramBuilder,
  terms: Row['terms'],
  { share, most, weight }: { share: number; most: number; weight: number },
): void {
  const floor = Math.floor(share + 1e-9);
  const price = (sum: number): number => weight * (sum - share) ** 2;
  const step = (from: number, to: number): Row['terms'][number] => {
    const units = Math.abs(to - from);
    const column = program.column({ cost: (price(to) - price(from)) / units, from: 0, to: units, whole: false });
    return [column, to > from ? -1 : 1];
  };
  const steps = [...stepsTo(floor, Math.max(most, floor)), ...stepsTo(floor, 0)].map(([from, to]) => step(from, to));
  program.row(floor, floor, [...terms, ...steps]);
}

/** From a number to a limit: 1, 1, 1, 2, 4, 8, … at a time. */
function stepsTo(start: number, limit: number): [number, number][] {
  const steps: [number, number][] = [];
  const sign = limit < start ? -1 : 1;
  for (let from = start, size = 1, count = 1; from !== limit; count += 1) {
    const to = from + sign * Math.min(size, Math.abs(limit - from));
    steps.push([from, to]);
    from = to;
    if (count > singleSteps) size *= 2;
  }
  return steps;
}
