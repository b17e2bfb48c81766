import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMatches } from '@shared/exam/match.ts';

/** Tries every way to fill the slots. */
function best(table: readonly (readonly boolean[])[], used: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = table;
  if (!first) return 0;
  const filled = first.flatMap((fits, offer) => (fits && !used.has(offer) ? [1 + best(rest, new Set([...used, offer]))] : []));
  return Math.max(best(rest, used), ...filled);
}

test('law: as many slots are filled as can be', () => {
  const tables = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(tables, (table) => {
      expect(countMatches(table.length, 5, (slot, offer) => table[slot]?.[offer] ?? false)).toBe(best(table));
    }),
  );
});
