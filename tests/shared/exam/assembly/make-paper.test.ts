import { expect, test } from 'vitest';
import { makePaper } from '@shared/exam/assembly/make-paper.ts';
import { gradeItem } from '@shared/exam/grade.ts';
import { caseOf, choice, judge, options } from '../questions.ts';
import { plain } from './pools.ts';

test('a paper shuffles options only where it may, and keeps answers by content', () => {
  const questions = Array.from({ length: 20 }, (_, n) => choice(`q${n}`, [1], { shuffle: n % 2 === 0 }));
  const made = (seed: number) =>
    makePaper(
      questions.map(({ id }) => ({ id, score: 2 })),
      new Map(questions.map((question) => [question.id, question])),
      { id: 'p', blueprint: plain, seed },
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

test('the scoring rule of the part stands on its items', () => {
  const questions = new Map([['a', choice('a', [0, 1])]]);
  const [item] = makePaper([{ id: 'a', score: 2, scoring: 'half' }], questions, { id: 'p', blueprint: plain, seed: 1 }).items;
  expect(item).toMatchObject({ score: 2, scoring: 'half' });
});

test('the options of each part of a case are shuffled where they may be', () => {
  const fixed = choice('', [1], { shuffle: false });
  const cases = Array.from({ length: 8 }, (_, n) => caseOf(`c${n}`, [choice('', [0]), fixed, judge('', true)]));
  const picks = cases.map(({ id }) => ({ id, score: 10 }));
  const { items } = makePaper(picks, new Map(cases.map((question) => [question.id, question])), { id: 'p', blueprint: plain, seed: 4 });
  for (const { optionOrder, partOrders } of items) {
    expect(optionOrder).toEqual([]);
    expect(partOrders?.map((order) => order.toSorted())).toEqual([[0, 1, 2, 3], [0, 1, 2, 3], []]);
    expect(partOrders?.[1]).toEqual([0, 1, 2, 3]);
  }
  expect(new Set(items.map(({ partOrders }) => partOrders?.[0]?.join(''))).size).toBeGreaterThan(1);
});

test('a picked question that was not fetched is a bug', () => {
  expect(() => makePaper([{ id: 'x', score: 1 }], new Map(), { id: 'p', blueprint: plain, seed: 1 })).toThrow('question x');
});
