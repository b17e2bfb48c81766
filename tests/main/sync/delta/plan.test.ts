import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planDeltas } from '../../../../main/sync/delta/plan.ts';
import type { DeltaEntry } from '../../../../shared/model/package.ts';

const delta = (from: number, to: number, length: number): DeltaEntry => ({
  target: `bank/d${from}-${to}.zst`,
  sha256: '0'.repeat(64),
  length,
  from,
  to,
});

const deltas = fc.array(
  fc
    .record({ from: fc.integer({ min: 1, max: 8 }), further: fc.integer({ min: 1, max: 4 }), length: fc.integer({ min: 1, max: 50 }) })
    .map(({ from, further, length }) => delta(from, from + further, length)),
  { maxLength: 20 },
);
const sum = (entries: readonly { readonly length: number }[]): number => entries.reduce((total, { length }) => total + length, 0);

/** All chains from one version to another, the slow way. */
function chains(from: number, to: number, edges: readonly DeltaEntry[]): DeltaEntry[][] {
  if (from === to) return [[]];
  return edges
    .filter((edge) => edge.from === from && edge.to <= to)
    .flatMap((edge) => chains(edge.to, to, edges).map((rest) => [edge, ...rest]));
}

test('law: a plan leads from the installed version to the new one, is the shortest and shorter than the blocks', () => {
  const lengths = fc.array(fc.record({ length: fc.integer({ min: 1, max: 60 }) }), { maxLength: 4 });
  fc.assert(
    fc.property(deltas, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 12 }), lengths, (edges, installed, version, missing) => {
      const plan = planDeltas({ version, deltas: edges }, installed, missing);
      const best = Math.min(...chains(installed, version, edges).map(sum));
      if (best >= sum(missing)) {
        expect(plan).toEqual([]);
        return;
      }
      expect(sum(plan)).toBe(best);
      expect([installed, ...plan.map(({ to }) => to)]).toEqual([...plan.map(({ from }) => from), version]);
    }),
    { numRuns: 500 },
  );
});

test('nothing installed, nothing missing or no deltas: no plan', () => {
  const manifest = { version: 2, deltas: [delta(1, 2, 10)] };
  expect(planDeltas(manifest, 1, [{ length: 11 }])).toEqual(manifest.deltas);
  expect(planDeltas(manifest, null, [{ length: 11 }])).toEqual([]);
  expect(planDeltas(manifest, 1, [])).toEqual([]);
  expect(planDeltas(manifest, 1, [{ length: 10 }])).toEqual([]);
  expect(planDeltas({ version: 2 }, 1, [{ length: 11 }])).toEqual([]);
  expect(planDeltas(manifest, 2, [{ length: 11 }])).toEqual([]);
  expect(planDeltas(manifest, 3, [{ length: 11 }])).toEqual([]);
});
