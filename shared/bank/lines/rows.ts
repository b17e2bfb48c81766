import { addCounts, nothingCounted, type Counts } from '../reading.ts';

/** What a row went into; of two on one row the later in this list is told. */
const roles = ['ignored', 'headings', 'questions', 'refused'] as const satisfies readonly (keyof Counts)[];
export type RowRole = (typeof roles)[number];

/** Counts every row once, whatever shares it. */
export function countRows(rows: Iterable<readonly [number, RowRole]>): Counts {
  const told = new Map<number, RowRole>();
  for (const [row, role] of rows) {
    const before = told.get(row);
    if (before === undefined || roles.indexOf(role) > roles.indexOf(before)) told.set(row, role);
  }
  return [...told.values()].reduce((counts, role) => addCounts(counts, { ...nothingCounted, [role]: 1 }), nothingCounted);
}
