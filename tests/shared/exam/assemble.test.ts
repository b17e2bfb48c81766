import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemblePaper, makePaper, type PoolEntry } from '@shared/exam/assemble.ts';
import { gradeItem } from '@shared/exam/grade.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { QuestionType } from '@shared/model/question.ts';
import { caseOf, choice, judge, options } from './questions.ts';

const blueprint: Blueprint = {
  id: 'b',
  title: '模拟卷',
  minutes: 60,
  parts: [
    { type: 'judge', count: 7, scoreEach: 1 },
    { type: 'single', count: 10, scoreEach: 2 },
    { type: 'multiple', count: 5, scoreEach: 3 },
  ],
  sections: [
    { section: '党史', weight: 3 },
    { section: '党章', weight: 2 },
    { section: '党规', weight: 1 },
  ],
};

const entries = (section: string, type: QuestionType, count: number): PoolEntry[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${section}-${type}-${n}`, section, type }));
const fullPool = ['党史', '党章', '党规', '其他'].flatMap((section) => blueprint.parts.flatMap(({ type }) => entries(section, type, 40)));
const assemble = (pool: readonly PoolEntry[], seed: number, plan = blueprint) => {
  const assembly = assemblePaper({ pool, blueprint: plan, seed });
  if (!assembly.ok) throw new Error(JSON.stringify(assembly.shortfalls));
  return assembly;
};
const sectionsOf = (picks: readonly { id: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { id } of picks) counts[id.split('-')[0]!] = (counts[id.split('-')[0]!] ?? 0) + 1;
  return counts;
};

test('parts stand in the order of the blueprint with their counts and scores', () => {
  const { picks, notes } = assemble(fullPool, 1);
  expect(picks.map(({ id, score }) => `${id.split('-')[1]} ${score}`)).toEqual([
    ...Array.from({ length: 7 }, () => 'judge 1'),
    ...Array.from({ length: 10 }, () => 'single 2'),
    ...Array.from({ length: 5 }, () => 'multiple 3'),
  ]);
  expect(sectionsOf(picks)).toEqual({ 党史: 11, 党章: 7, 党规: 4 }); // shares 11, 7.33, 3.67
  expect(notes).toEqual([]);
});

test('an empty list of sections takes every section by its size', () => {
  const pool = [...entries('大', 'single', 300), ...entries('小', 'single', 100), ...entries('小', 'short', 900)];
  const plan: Blueprint = { ...blueprint, parts: [{ type: 'single', count: 8, scoreEach: 1 }], sections: [] };
  expect(sectionsOf(assemble(pool, 3, plan).picks)).toEqual({ 大: 6, 小: 2 });
});

test('where a section lacks questions the others take over, and it is said', () => {
  const pool = fullPool.filter(({ id }) => !id.startsWith('党史') || /-[0-1]$/.test(id));
  const { picks, notes } = assemble(pool, 1);
  expect(picks).toHaveLength(22);
  expect(sectionsOf(picks)['党史']).toBe(6);
  expect(notes).toEqual([{ section: '党史', wanted: 11, given: 6 }]);
});

test('too few questions of a type are named with their sections', () => {
  const pool = fullPool.filter(({ id, type }) => type !== 'multiple' || id === '党章-multiple-0' || id.startsWith('其他'));
  expect(assemblePaper({ pool, blueprint, seed: 1 })).toEqual({
    ok: false,
    shortfalls: [
      {
        type: 'multiple',
        wanted: 5,
        available: 1,
        sections: [
          { section: '党史', available: 0 },
          { section: '党章', available: 1 },
          { section: '党规', available: 0 },
        ],
      },
    ],
  });
});

test('two parts of one type share their questions without repeats', () => {
  const plan: Blueprint = {
    ...blueprint,
    parts: [
      { type: 'single', count: 3, scoreEach: 1 },
      { type: 'single', count: 4, scoreEach: 2 },
    ],
    sections: [],
  };
  const { picks } = assemble(entries('甲', 'single', 7), 5, plan);
  expect(picks.map(({ score }) => score)).toEqual([1, 1, 1, 2, 2, 2, 2]);
  expect(new Set(picks.map(({ id }) => id)).size).toBe(7);
});

const types = ['single', 'multiple', 'judge', 'blank'] as const;
const tables = fc.record({
  counts: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
  seed: fc.nat(),
});
const planOf = (counts: readonly number[], weights: readonly number[]): Blueprint => ({
  ...blueprint,
  parts: counts.map((count, row) => ({ type: types[row]!, count, scoreEach: 1 })),
  sections: weights.map((weight, column) => ({ section: `s${column}`, weight })),
});

test('law: each type has its count, each section is within 1 of its share, nothing repeats, one seed one paper', () => {
  fc.assert(
    fc.property(tables, ({ counts, weights, seed }) => {
      const plan = planOf(counts, weights);
      const pool = weights.flatMap((_, column) => counts.flatMap((count, row) => entries(`s${column}`, types[row]!, count)));
      const { picks } = assemble(pool, seed, plan);
      const all = counts.reduce((sum, count) => sum + count, 0);
      const weight = weights.reduce((sum, part) => sum + part, 0);
      counts.forEach((count, row) => expect(picks.filter(({ id }) => id.includes(`-${types[row]}-`))).toHaveLength(count));
      weights.forEach((part, column) => expect(Math.abs((sectionsOf(picks)[`s${column}`] ?? 0) - (all * part) / weight)).toBeLessThan(1));
      expect(new Set(picks.map(({ id }) => id)).size).toBe(all);
      expect(assemble(pool, seed, plan).picks).toEqual(picks);
    }),
    { numRuns: 60 },
  );
});

test('law: whatever the pool lacks, a paper is made exactly when every type has enough', () => {
  const sizes = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(tables, sizes, ({ counts, weights, seed }, available) => {
      const plan = planOf(counts, weights);
      const pool = weights.flatMap((_, column) =>
        counts.flatMap((__, row) => entries(`s${column}`, types[row]!, available[row]![column]!)),
      );
      const enough = counts.every((count, row) => weights.reduce((sum, _, column) => sum + available[row]![column]!, 0) >= count);
      const assembly = assemblePaper({ pool, blueprint: plan, seed });
      expect(assembly.ok).toBe(enough);
      if (assembly.ok) expect(new Set(assembly.picks.map(({ id }) => id)).size).toBe(counts.reduce((sum, count) => sum + count, 0));
    }),
    { numRuns: 60 },
  );
});

test('a paper shuffles options only where it may, and keeps answers by content', () => {
  const questions = Array.from({ length: 20 }, (_, n) => choice(`q${n}`, [1], { shuffle: n % 2 === 0 }));
  const made = (seed: number) =>
    makePaper(
      questions.map(({ id }) => ({ id, score: 2 })),
      new Map(questions.map((question) => [question.id, question])),
      { id: 'p', blueprint, seed },
    );
  const paper = made(9);
  expect(paper).toMatchObject({ id: 'p', title: '模拟卷', blueprintId: 'b', seed: 9, minutes: 60 });
  expect(made(9)).toEqual(paper);
  expect(made(10)).not.toEqual(paper);
  for (const [n, item] of paper.items.entries()) {
    expect(item.optionOrder.toSorted()).toEqual([0, 1, 2, 3]);
    if (n % 2 === 1) expect(item.optionOrder).toEqual([0, 1, 2, 3]);
    expect(gradeItem(item, options(1)).score).toBe(2);
  }
  expect(paper.items.some((item) => item.optionOrder[0] !== 0)).toBe(true);
});

test('a picked question that was not fetched is a bug', () => {
  expect(() => makePaper([{ id: 'x', score: 1 }], new Map(), { id: 'p', blueprint, seed: 1 })).toThrow('question x');
});

test('a blueprint may ask for cases; the options of each part are shuffled where they may be', () => {
  const fixed = choice('', [1], { shuffle: false });
  const cases = Array.from({ length: 8 }, (_, n) => caseOf(`c${n}`, [choice('', [0]), fixed, judge('', true)]));
  const plan: Blueprint = { ...blueprint, parts: [{ type: 'case', count: 6, scoreEach: 10 }], sections: [] };
  const { picks } = assemble(
    cases.map(({ id, section, type }) => ({ id, section, type })),
    4,
    plan,
  );
  expect(new Set(picks.map(({ id }) => id)).size).toBe(6);
  const { items } = makePaper(picks, new Map(cases.map((question) => [question.id, question])), { id: 'p', blueprint: plan, seed: 4 });
  for (const { optionOrder, partOrders } of items) {
    expect(optionOrder).toEqual([]);
    expect(partOrders?.map((order) => order.toSorted())).toEqual([[0, 1, 2, 3], [0, 1, 2, 3], []]);
    expect(partOrders?.[1]).toEqual([0, 1, 2, 3]);
  }
  expect(new Set(items.map(({ partOrders }) => partOrders?.[0]?.join(''))).size).toBeGreaterThan(1);
});
