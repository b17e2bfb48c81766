import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '@shared/exam/assembly/assemble.ts';
import type { PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Blueprint, Demand } from '@shared/model/policy.ts';
import { difficulties } from '@shared/model/question.ts';
import { assembling, drawn, idsOf, many, plain, refused } from './pools.ts';

const demand = (count: number, about: Partial<Demand> = {}): Demand => ({ section: null, topic: null, difficulty: null, ...about, count });
const withDemands = (count: number, ...demands: Demand[]): Blueprint => ({
  ...plain,
  parts: [{ type: 'single', count, scoreEach: 1, demands }],
});
const fits = ({ section, topic, difficulty }: Demand, entry: PoolEntry): boolean =>
  [null, entry.section].includes(section) && [null, entry.topic].includes(topic) && [null, entry.difficulty].includes(difficulty);

test('a lacking demand is named with what the pool has for it', () => {
  const hard = demand(3, { section: '党章', difficulty: 'hard' });
  const entries = [...many(20), ...many(1, { difficulty: 'hard' })];
  expect(refused(assembling(entries, withDemands(10, hard, demand(2, { difficulty: 'easy' }))))).toEqual({
    ok: false,
    shortfalls: [],
    absent: [],
    conflicts: [
      { wanted: [{ kind: 'demand', part: 0, type: 'single', demand: hard, available: 1 }], missing: 2 },
      { wanted: [{ kind: 'demand', part: 0, type: 'single', demand: demand(2, { difficulty: 'easy' }), available: 0 }], missing: 2 },
    ],
  });
});

test('of demands that fail together, a smallest set is named', () => {
  const [history, rules, hard] = [demand(6, { section: '党史' }), demand(6, { section: '党规' }), demand(1, { difficulty: 'hard' })];
  const entries = ['党史', '党规', '党章'].flatMap((section) => difficulties.flatMap((difficulty) => many(20, { section, difficulty })));
  expect(refused(assembling(entries, withDemands(10, hard, history, rules))).conflicts).toEqual([
    {
      wanted: [
        { kind: 'part', part: 0, type: 'single', count: 10, available: 180 },
        { kind: 'demand', part: 0, type: 'single', demand: history, available: 60 },
        { kind: 'demand', part: 0, type: 'single', demand: rules, available: 60 },
      ],
      missing: 2,
    },
  ]);
});

test('a section that is not listed gives what a demand asks of it, and no more', () => {
  const entries = [...many(20), ...many(20, { section: '其他' })];
  const blueprint = { ...withDemands(6, demand(2, { section: '其他' })), sections: [{ section: '党章', weight: 1 }] };
  const ids = idsOf(drawn(assembling(entries, blueprint)).picks);
  expect(ids.filter((id) => id.startsWith('其他'))).toHaveLength(2);
});

test('a must-have question counts for its demand', () => {
  const must = ['党章-single-纪律-medium-0', '党章-single-纪律-medium-1'];
  const entries = [...many(9, { topic: '纪律' }), ...many(9)];
  const draw = (count: number) => assemble(assembling(entries, { ...withDemands(4, demand(count, { topic: '纪律' })), must }));
  expect(draw(3)).toMatchObject({ ok: true });
  expect(draw(1)).toMatchObject({ ok: false, conflicts: [{ wanted: [{ kind: 'demand' }, { kind: 'must', ids: must }], missing: 1 }] });
});

const cases = fc.record({
  kinds: fc.array(
    fc.record({ section: fc.constantFrom('s0', 's1'), topic: fc.constantFrom('', 't'), difficulty: fc.constantFrom('easy', 'hard') }),
    { minLength: 3, maxLength: 9 },
  ),
  count: fc.integer({ min: 1, max: 5 }),
  demands: fc.array(
    fc.record({
      section: fc.constantFrom(null, 's0', 's1'),
      topic: fc.constantFrom(null, 't'),
      difficulty: fc.constantFrom(null, 'easy', 'hard'),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  seed: fc.nat(),
});

const subsets = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);

test('law: demands hold exactly; a blueprint is refused exactly when no choice of questions fits, and each named set is smallest', () => {
  fc.assert(
    fc.property(cases, ({ kinds, count, demands, seed }) => {
      const entries = kinds.map((kind, n): PoolEntry => ({ id: `q${n}`, type: 'single', ...kind }) as PoolEntry);
      const all = subsets(entries);
      const holds = (some: readonly PoolEntry[], wanted: readonly Demand[], total: number | null): boolean =>
        (total === null || some.length === total) && wanted.every((one) => some.filter((entry) => fits(one, entry)).length === one.count);
      const assembly = assemble(assembling(entries, withDemands(count, ...(demands as Demand[])), { seed }));
      expect(assembly.ok).toBe(all.some((some) => holds(some, demands as Demand[], count)));
      if (assembly.ok) {
        const picked = new Set(idsOf(assembly.picks));
        const chosen = entries.filter(({ id }) => picked.has(id));
        expect(holds(chosen, demands as Demand[], count)).toBe(true);
        return;
      }
      expect(assembly.conflicts.length + assembly.shortfalls.length).toBeGreaterThan(0);
      for (const { wanted, missing } of assembly.conflicts) {
        const feasible = (left: typeof wanted): boolean => {
          const total = left.some(({ kind }) => kind === 'part') ? count : null;
          return all.some((some) =>
            holds(
              some,
              left.flatMap((one) => (one.kind === 'demand' ? [one.demand] : [])),
              total,
            ),
          );
        };
        expect(missing).toBeGreaterThan(0);
        expect(feasible(wanted)).toBe(false);
        for (const one of wanted) expect(feasible(wanted.filter((other) => other !== one))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
