import { expect, test } from 'vitest';
import { findAlike } from '@shared/exam/assembly/alike.ts';
import { drawPaper } from '@shared/exam/assembly/draw.ts';
import { othersLike } from '@shared/exam/assembly/instead.ts';
import { Pool } from '@shared/exam/assembly/pool.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import { caseOf, choice, judge } from '../questions.ts';
import { idsOf, plain } from './pools.ts';

const read = (questions: readonly Question[]) => (ids: readonly string[]) =>
  Promise.resolve(new Map(questions.filter(({ id }) => ids.includes(id)).map((question) => [question.id, question])));
const draw = (questions: readonly Question[], blueprint: Blueprint, seed = 1) =>
  drawPaper({ pool: new Pool(questions), blueprint, seed, exposure: new Map() }, read(questions));

test.each([
  [
    'spaces, marks, width and case',
    choice('a', [0], { stem: '党章（  ）规定：**ＡＢ**条' }),
    choice('b', [1], { stem: '党章____规定，ab条。' }),
  ],
  ['the part of a case', judge('a', true), caseOf('b', [{ ...judge('b/1', false), stem: '题 干' }])],
  ['a case and its part', caseOf('a', [{ ...judge('a/1', false), stem: '题干？' }]), judge('b', true)],
])('questions that ask the same: %s', (_, one, other) => {
  expect(findAlike([one, { ...judge('c', true), stem: '另一题' }, other])).toEqual(['a', 'b']);
});

test('two cases may ask the same about their texts', () => {
  const part = { ...judge('', true), stem: '该做法是否正确' };
  expect(
    findAlike([
      { ...caseOf('a', [part]), stem: '材料一' },
      { ...caseOf('b', [part]), stem: '材料二' },
    ]),
  ).toBeNull();
});

test('no two questions of a paper ask the same, whatever the seed', async () => {
  const questions = Array.from({ length: 12 }, (_, n) => choice(`q${n}`, [0], { stem: `第${n % 5}题（${' '.repeat(n)}）` }));
  for (let seed = 0; seed < 10; seed += 1) {
    const drawn = await draw(questions, plain, seed);
    expect(drawn.ok && new Set(drawn.picks.map(({ id }) => Number(id.slice(1)) % 5)).size).toBe(4);
  }
});

test('of two that ask the same the one stays that is needed', async () => {
  const questions = [choice('a', [0], { stem: '同题' }), judge('b', true), { ...judge('c', true), stem: '同题' }];
  const blueprint: Blueprint = {
    ...plain,
    parts: [
      { type: 'single', count: 1, scoreEach: 1 },
      { type: 'judge', count: 1, scoreEach: 1 },
    ],
  };
  for (let seed = 0; seed < 10; seed += 1) {
    const drawn = await draw(questions, blueprint, seed);
    expect(drawn.ok && idsOf(drawn.picks)).toEqual(['a', 'b']);
  }
});

test('two must-have questions that ask the same are named', async () => {
  const questions = [
    choice('a', [0]),
    choice('b', [0]),
    choice('c', [0], { stem: '丙' }),
    choice('d', [0], { stem: '丁' }),
    choice('e', [0], { stem: '戊' }),
  ];
  const drawn = await draw(questions, { ...plain, must: ['a', 'b'] });
  expect(drawn).toMatchObject({ ok: false, conflicts: [{ wanted: [{ kind: 'alike' }], missing: 1 }] });
  expect((await draw(questions, { ...plain, must: ['b'] })).ok).toBe(true);
});

test('a pool that only repeats itself is refused', async () => {
  const drawn = await draw(
    Array.from({ length: 6 }, (_, n) => choice(`q${n}`, [0])),
    plain,
  );
  expect(drawn).toMatchObject({ ok: false, shortfalls: [{ type: 'single', wanted: 4, available: 3 }] });
});

test('in place of a question stand those of its kind that are not on the papers, the least used first', () => {
  const of = (id: string, more = {}) => choice(id, [0], { stem: id, ...more });
  const questions = [of('a'), of('b'), of('c'), of('d'), of('e', { topic: '别的' }), of('f', { difficulty: 'hard' }), of('g')];
  const exposure = new Map([['b', { times: 1, lastAt: 1 }]]);
  const choices = { pool: new Pool(questions), blueprint: { ...plain, mustNot: ['g'] }, exposure, onPapers: ['a', 'c'] };
  expect(othersLike(questions[0]!, choices)).toEqual(['d', 'b']);
});
