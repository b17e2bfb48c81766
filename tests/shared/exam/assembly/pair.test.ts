import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePapers } from '@shared/exam/assembly/compare.ts';
import { drawPair } from '@shared/exam/assembly/draw.ts';
import { makePair } from '@shared/exam/assembly/make-paper.ts';
import { assemblePair } from '@shared/exam/assembly/pair.ts';
import { Pool } from '@shared/exam/assembly/pool.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { difficulties, type Question } from '@shared/model/question.ts';
import { choice, judge } from '../questions.ts';
import { assembling, idsOf, many, plain } from './pools.ts';

const sections = ['党史', '党章'];
const kinds = sections.flatMap((section) =>
  ['甲', '乙', '丙'].flatMap((topic) => difficulties.map((difficulty) => ({ section, topic, difficulty }))),
);

/** Of each kind so many of both types. */
const bankOf = (sizes: readonly number[]): Question[] =>
  kinds.flatMap((kind, place) =>
    Array.from({ length: sizes[place % sizes.length] ?? 0 }, (_, n): Question[] => {
      const id = `${kind.section}${kind.topic}${kind.difficulty}${n}`;
      return [choice(`${id}c`, [0], { ...kind, stem: `${id}选哪个` }), { ...judge(`${id}j`, true), ...kind, stem: `${id}对不对` }];
    }).flat(),
  );
const blueprint: Blueprint = {
  ...plain,
  parts: [
    { type: 'single', count: 12, scoreEach: 2, demands: [{ section: '党章', topic: null, difficulty: 'hard', count: 2 }] },
    { type: 'judge', count: 8, scoreEach: 1 },
  ],
  sections: sections.map((section) => ({ section, weight: 1 })),
  difficulties: { easy: 3, medium: 5, hard: 2 },
};

test('law: A and B cover the same, are equally hard, share as many as asked, and show shared questions with other orders of options', async () => {
  const law = fc.asyncProperty(
    fc.record({
      sizes: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 9 }),
      shared: fc.integer({ min: 0, max: 20 }),
      seed: fc.nat(),
    }),
    async ({ sizes, shared, seed }) => {
      const questions = new Map(bankOf(sizes).map((question) => [question.id, question]));
      const pool = new Pool(questions.values());
      const drawn = await drawPair({ pool, blueprint, seed, shared, exposure: new Map() }, () => Promise.resolve(questions));
      if (!drawn.ok) {
        expect(drawn.conflicts.length + drawn.shortfalls.length).toBeGreaterThan(0);
        return;
      }
      const papers = makePair(drawn.picks, questions, { ids: ['a', 'b'], blueprint, seed });
      const [a, b] = papers;
      const compared = comparePapers(papers);
      expect(compared.shared).toBe(shared);
      expect(compared.means[0]).toBeCloseTo(compared.means[1]!, 10);
      if (drawn.sameTopics) expect(compared.coverage.filter(({ counts }) => counts[0] !== counts[1])).toEqual([]);
      for (const { items } of papers) {
        expect(items.map(({ question }) => question.type)).toEqual(
          blueprint.parts.flatMap(({ type, count }) => Array.from({ length: count }, () => type)),
        );
        expect(new Set(items.map(({ question }) => question.id)).size).toBe(20);
        expect(
          items.filter(({ question }) => question.type === 'single' && question.section === '党章' && question.difficulty === 'hard'),
        ).toHaveLength(2);
      }
      const orders = new Map(a.items.map(({ question, optionOrder }) => [question.id, optionOrder]));
      for (const { question, optionOrder } of b.items)
        if (question.type === 'single' && orders.has(question.id)) expect(optionOrder).not.toEqual(orders.get(question.id));
    },
  );
  await fc.assert(law, { numRuns: 60 });
});

test('a pool that is just large enough gives both papers: every pair is found', () => {
  const entries = [...many(4, { topic: '甲' }), ...many(4, { topic: '乙' })];
  const pair = assemblePair({ ...assembling(entries, plain), shared: 0 });
  expect(pair).toMatchObject({ ok: true, sameTopics: true });
  if (pair.ok) expect(new Set(pair.picks.flatMap(idsOf)).size).toBe(8);
});

test('where topics have no two of a kind, sections and difficulties still agree', () => {
  const entries = Array.from({ length: 8 }, (_, n) => many(1, { topic: `t${n}` })).flat();
  expect(assemblePair({ ...assembling(entries, plain), shared: 0 })).toMatchObject({ ok: true, sameTopics: false });
});

test('must-have questions are on both papers; too small an overlap for them is named', () => {
  const entries = many(20);
  const must = idsOf(entries.slice(0, 2));
  const wanted = { ...plain, must };
  const pair = assemblePair({ ...assembling(entries, wanted), shared: 2 });
  expect(
    pair.ok &&
      pair.picks.map((picks) =>
        idsOf(picks)
          .filter((id) => must.includes(id))
          .toSorted(),
      ),
  ).toEqual([must, must]);
  expect(assemblePair({ ...assembling(entries, wanted), shared: 1 })).toEqual({
    ok: false,
    shortfalls: [],
    absent: [],
    conflicts: [
      {
        wanted: [
          { kind: 'must', type: 'single', section: '党章', ids: must },
          { kind: 'overlap', count: 1 },
        ],
        missing: 1,
      },
    ],
  });
});

test('an overlap of all gives one set of questions', () => {
  const pair = assemblePair({ ...assembling(many(4), plain), shared: 4 });
  expect(pair.ok && idsOf(pair.picks[0]).toSorted()).toEqual(pair.ok && idsOf(pair.picks[1]).toSorted());
});
