import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '@shared/exam/assembly/assemble.ts';
import type { Wanted } from '@shared/exam/assembly/conflicts.ts';
import type { PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Blueprint, Demand } from '@shared/model/policy.ts';
import { allWanted, missedIn, placings } from './by-hand.ts';
import { assembling, idsOf, plain } from './pools.ts';

const kind = fc.record({
  section: fc.constantFrom('s0', 's1', 's2'),
  topic: fc.constantFrom('', 't'),
  difficulty: fc.constantFrom('easy', 'hard'),
});
const demand = fc.record({
  section: fc.constantFrom(null, 's0', 's1'),
  topic: fc.constantFrom(null, 't'),
  difficulty: fc.constantFrom(null, 'easy', 'hard'),
  count: fc.integer({ min: 1, max: 2 }),
});
const part = fc.record({ count: fc.integer({ min: 1, max: 3 }), demands: fc.array(demand, { maxLength: 2 }) });
const problems = fc.record({
  kinds: fc.array(kind, { minLength: 2, maxLength: 7 }),
  parts: fc.array(part, { minLength: 1, maxLength: 2 }),
  listed: fc.constantFrom([], ['s0'], ['s0', 's1']),
  must: fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 2 }),
  mustNot: fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 2 }),
  seed: fc.nat(),
});

test('law: of 3,000 blueprints each is drawn exactly where some way of placing the questions holds; else what is missing is the least', () => {
  let [drawn, refused] = [0, 0];
  fc.assert(
    fc.property(problems, ({ kinds, parts, listed, must, mustNot, seed }) => {
      const entries = kinds.map((one, n): PoolEntry => ({
        id: `q${n}`,
        type: 'single',
        ...(one as Pick<PoolEntry, 'section' | 'topic' | 'difficulty'>),
      }));
      const idOf = (n: number): string => `q${n % entries.length}`;
      const blueprint: Blueprint = {
        ...plain,
        parts: parts.map(({ count, demands }, n) => ({ type: 'single', count, scoreEach: n + 1, demands: demands as Demand[] })),
        sections: listed.map((section) => ({ section, weight: 1 })),
        must: [...new Set(must.map(idOf))],
        mustNot: [...new Set(mustNot.map(idOf))],
      };
      const ways = placings(entries, blueprint);
      const least = (wanted: readonly Wanted[]): number => Math.min(...ways.map((way) => missedIn(way, wanted, entries)));
      const assembly = assemble(assembling(entries, blueprint, { seed }));
      expect(assembly.ok).toBe(least(allWanted(blueprint)) === 0);
      if (assembly.ok) {
        drawn += 1;
        const ids = idsOf(assembly.picks);
        const way = entries.map(({ id }) => {
          const pick = assembly.picks.find((one) => one.id === id);
          return pick ? pick.score - 1 : -1;
        });
        expect([new Set(ids).size, ids.length]).toEqual([ids.length, blueprint.parts.reduce((sum, { count }) => sum + count, 0)]);
        expect(missedIn(way, allWanted(blueprint), entries)).toBe(0);
        expect(ids.filter((id) => blueprint.mustNot!.includes(id))).toEqual([]);
        return;
      }
      refused += 1;
      expect(assembly.absent).toEqual(blueprint.must!.filter((id) => blueprint.mustNot!.includes(id)));
      const usable = entries.filter((_, place) => ways.some((way) => way[place] !== -1)).length;
      const wanted = blueprint.parts.reduce((sum, { count }) => sum + count, 0);
      for (const shortfall of assembly.shortfalls) {
        expect(shortfall.wanted).toBe(wanted);
        expect(usable).toBeLessThanOrEqual(shortfall.available);
        expect(shortfall.available).toBeLessThan(wanted);
      }
      expect(assembly.conflicts.length + assembly.shortfalls.length + assembly.absent.length).toBeGreaterThan(0);
      for (const conflict of assembly.conflicts) {
        expect(conflict.missing).toBe(least(conflict.wanted));
        expect(conflict.missing).toBeGreaterThan(0);
        for (const one of conflict.wanted) expect(least(conflict.wanted.filter((other) => other !== one))).toBe(0);
      }
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(drawn, refused)).toBeGreaterThan(150);
});
