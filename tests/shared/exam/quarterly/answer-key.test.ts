import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf, withKey, withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import type { Paper } from '@shared/model/exam.ts';
import { paperSchema } from '@shared/model/schemas/paper.ts';
import { anyBank } from '../../../support/questions.ts';
import { blank, caseOf, choice, item, judge, paper, short } from '../questions.ts';

const anyPaper: fc.Arbitrary<Paper> = anyBank.map((bank) => paper(...bank.map(({ question, score }) => item(question, score ?? 1))));

test('a paper without its answers and with the key again is the paper', () => {
  fc.assert(
    fc.property(anyPaper, (whole) => {
      expect(withKey(withoutKey(whole), keyOf([whole]))).toEqual(whole);
    }),
  );
});

test('a paper without its answers is a paper, and taking them away twice changes nothing', () => {
  fc.assert(
    fc.property(anyPaper, (whole) => {
      const open = withoutKey(whole);
      expect(paperSchema.parse(open)).toEqual(open);
      expect(withoutKey(open)).toEqual(open);
    }),
  );
});

test('papers that differ only in what is right, and why, are the same without it', () => {
  const one = paper(
    item({ ...choice('c', [1]), explanation: '因为乙', basis: '第一条' }, 1),
    item({ ...choice('m', [0, 2]), type: 'multiple' }, 2),
    item(judge('j', false), 1),
    item(blank('b', [['甲', '乙'], ['丙']]), 2),
    item({ ...short('s'), answer: '要点' }, 5),
    item(caseOf('k', [choice('k/1', [3]), judge('k/2', false)]), 4),
  );
  const other = paper(
    item(choice('c', [3]), 1),
    item({ ...choice('m', [1, 3]), type: 'multiple' }, 2),
    item(judge('j', true), 1),
    item(blank('b', [['丁'], ['戊', '己', '庚']]), 2),
    item({ ...short('s'), answer: '别的要点', explanation: '说明' }, 5),
    item(caseOf('k', [choice('k/1', [0]), judge('k/2', true)]), 4),
  );
  expect(withoutKey(one)).toEqual(withoutKey(other));
});

test('the key of two papers has each question once', () => {
  const [first, second, third] = [choice('1', [0]), choice('2', [1]), judge('3', true)];
  expect(keyOf([paper(item(first, 1), item(second, 1)), paper(item(second, 1), item(third, 1))])).toEqual([first, second, third]);
});

test('what the candidate saw stays, whatever else the key says', () => {
  const sat = withoutKey(paper(item(choice('1', [0]), 1)));
  const key = [choice('1', [2], { stem: '另一个题干', explanation: '说明' })];
  expect(withKey(sat, key).items[0]?.question).toEqual(choice('1', [2], { explanation: '说明' }));
});

test('a key that lacks a question, or has another type, is refused', () => {
  const sat = withoutKey(paper(item(choice('1', [0]), 1), item(caseOf('2', [judge('2/1', true)]), 1)));
  expect(() => withKey(sat, [choice('1', [0])])).toThrow('question 2');
  expect(() => withKey(sat, [judge('1', true), caseOf('2', [judge('2/1', true)])])).toThrow('question 1');
  expect(() => withKey(sat, [choice('1', [0]), caseOf('2', [])])).toThrow('question 2/1');
});
