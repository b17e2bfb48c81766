import { describe, expect, test } from 'vitest';
import { contradict } from '../../../shared/bank/contradictions.ts';
import type { Question } from '../../../shared/model/question.ts';

const base = {
  id: '',
  section: '党史',
  topic: '',
  stem: '党的一大召开于（  ）年。',
  explanation: '',
  basis: '',
  difficulty: 'easy',
} as const;
const single = (options: readonly string[], right: number, stem: string = base.stem): Question => ({
  ...base,
  stem,
  type: 'single',
  options,
  answer: [right],
  shuffle: true,
});
const multiple = (options: readonly string[], answer: readonly number[]): Question => ({
  ...base,
  type: 'multiple',
  options,
  answer,
  shuffle: true,
});
const judge = (answer: boolean): Question => ({ ...base, type: 'judge', answer });
const blank = (...answer: string[][]): Question => ({ ...base, type: 'blank', answer });

describe('same stem', () => {
  test.each<[string, Question, Question, boolean]>([
    ['another letter for the same answer', single(['1921', '1922'], 0), single(['1922', '1921'], 1), false],
    ['another answer', single(['1921', '1922'], 0), single(['1921', '1922'], 1), true],
    [
      'other options, and the right one of the first is wrong there',
      single(['1921', '1949'], 0),
      single(['1921', '1922', '1923'], 1),
      true,
    ],
    ['options that share nothing, as after “下列说法正确的是”', single(['甲对', '乙错'], 0), single(['丙对', '丁错'], 0), false],
    ['one letter less', multiple(['甲', '乙', '丙'], [0, 1]), multiple(['甲', '乙', '丙'], [0]), true],
    ['a multiple choice beside a single one', multiple(['甲', '乙'], [0, 1]), single(['甲', '乙'], 0), false],
    ['对 and 错', judge(true), judge(false), true],
    ['对 twice', judge(true), judge(true), false],
    ['blanks that accept nothing in common', blank(['1921']), blank(['1922']), true],
    ['blanks that share an accepted text', blank(['1921', '一九二一']), blank(['1921年', '一九二一']), false],
    ['another number of blanks', blank(['1921']), blank(['1921'], ['7']), false],
  ])('%s', (_name, one, other, expected) => {
    expect(contradict(one, other)).toBe(expected);
    expect(contradict(other, one)).toBe(expected);
  });
});

test('spaces, brackets and width make no other stem', () => {
  expect(contradict(single(['甲', '乙'], 0, '党的一大召开于（ ）年'), single(['甲', '乙'], 1, '党的一大 召开于()年。'))).toBe(true);
  expect(contradict(single(['甲', '乙'], 0, '党的一大召开于何年'), single(['甲', '乙'], 1, '党的二大召开于何年'))).toBe(false);
});
