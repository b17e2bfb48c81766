import type { Quarter } from '../../model/examining.ts';

export interface QuarterParts {
  readonly year: number;
  /** 1 to 4. */
  readonly number: number;
}

/** The quarter of a day ('YYYY-MM-DD'). */
export const quarterOf = (day: string): Quarter => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Year and number of a quarter, for titles. The calendar of a policy may write it as 2026Q4, an exam writes 2026-Q4. */
export const partsOf = (quarter: Quarter): QuarterParts => ({ year: Number(quarter.slice(0, 4)), number: Number(quarter.slice(-1)) });

/** The quarters from two before one to two after it, oldest first: more is never scheduled. */
export function quartersAround(quarter: Quarter): readonly Quarter[] {
  const { year, number } = partsOf(quarter);
  const index = year * 4 + number - 1;
  return [-2, -1, 0, 1, 2].map((step) => `${Math.floor((index + step) / 4)}-Q${((index + step) % 4) + 1}`);
}

/** Name of the package of an exam: `exam-2026-q4`; a make-up exam of the same quarter gets a number behind it. */
export function packageNameFor(quarter: Quarter, taken: readonly string[]): string {
  const first = `exam-${quarter.toLowerCase()}`;
  let name = first;
  for (let number = 2; taken.includes(name); number += 1) name = `${first}-${number}`;
  return name;
}
