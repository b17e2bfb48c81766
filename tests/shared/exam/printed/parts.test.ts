import { expect, test } from 'vitest';
import { partsOfPaper } from '@shared/exam/printed/parts.ts';
import type { ScoringRule } from '@shared/model/policy.ts';
import { blank, choice, item, judge, paper } from '../questions.ts';

const multiple = (id: string, scoring?: ScoringRule) => ({ ...item(choice(id, [0, 1]), 2), ...(scoring ? { scoring } : {}) });
const headings = (...items: Parameters<typeof paper>) => partsOfPaper(paper(...items)).map(({ heading }) => heading);

test('the heading says how its questions are marked', () => {
  expect(headings(multiple('a'), multiple('b', 'half'), multiple('c', 'perOption'))).toEqual([
    '一、多项选择题（共1题，每题2分，共2分。每题有2个或2个以上正确答案，多选、少选、错选均不得分）',
    '二、多项选择题（共1题，每题2分，共2分。每题有2个或2个以上正确答案，少选且选项均正确的得一半分，多选、错选不得分）',
    '三、多项选择题（共1题，每题2分，共2分。每题有2个或2个以上正确答案，少选的按选对的个数得分，多选、错选不得分）',
  ]);
});

test('blanks say what each is worth where that is one figure', () => {
  const two = [['甲'], ['乙']];
  expect(headings(item(blank('a', two), 3))[0]).toContain('每空1.5分');
  expect(headings(item(blank('a', [...two, ['丙']]), 2))[0]).toContain('有几个空的，各空平分该题分值');
  expect(headings(item(blank('a', two), 2), item(blank('b', [['甲']]), 2))[0]).toContain('有几个空的，各空平分该题分值');
  expect(headings({ ...item(blank('a', two), 2), scoring: 'all' })[0]).toContain('各空全部答对才得分');
});

test('every item is in one part, in its order, and the parts score what the items do', () => {
  const items = [item(judge('a', true), 0.1), item(judge('b', true), 0.1), item(judge('c', true), 0.2), item(choice('d', [0]), 1)];
  const parts = partsOfPaper(paper(...items));
  expect(parts.flatMap((part) => part.items)).toEqual(items);
  expect(parts.map(({ number, title, type, full }) => [number, title, type, full])).toEqual([
    ['一', '一、判断题', 'judge', 0.2],
    ['二', '二、判断题', 'judge', 0.2],
    ['三', '三、单项选择题', 'single', 1],
  ]);
});
