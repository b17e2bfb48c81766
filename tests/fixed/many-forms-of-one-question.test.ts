import { expect, test } from 'vitest';
import { findClashes, type Asked } from '@shared/bank/checks/clashes.ts';

const asked = (count: number, answerOf: (at: number) => string): Asked[] =>
  Array.from({ length: count }, (_, at) => ({
    at,
    question: {
      id: `q-${at}`,
      section: '示例',
      topic: '',
      stem: '示例题干____。',
      explanation: '',
      basis: '',
      difficulty: 'medium',
      type: 'blank',
      answer: [[answerOf(at)]],
    },
  }));

test('twenty thousand blanks with one answer agree, and with two of them the list ends somewhere', () => {
  expect(findClashes(asked(20_000, () => '甲'))).toEqual([]);
  expect(findClashes(asked(20_000, (at) => (at % 2 === 0 ? '甲' : '乙')))).toHaveLength(20_000);
});
