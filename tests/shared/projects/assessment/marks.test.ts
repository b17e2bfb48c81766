import { expect, it } from 'vitest';
import { parseMark, setMark } from '@shared/projects/assessment/marks.ts';
import { assessmentOf, given } from './setting.ts';

const place = { assessment: assessmentOf(), projectId: 'p1', judgeId: 'j1', at: 9 };

it('takes marks from 0 to 100 with one decimal, as people type them', () => {
  expect(['88', ' 88.5 ', '８８．５', '90分', '0', '100', ''].map(parseMark)).toEqual([88, 88.5, 88.5, 90, 0, 100, null]);
  expect(['101', '-1', '88.55', '优', '1e2'].map(parseMark)).toEqual(Array.from({ length: 5 }, () => 'not-a-mark'));
});

it('makes the row with its first mark, and gives it up with its last', () => {
  const first = setMark(null, { criterion: 'value' }, '90', place);
  expect(first).toEqual({ marks: { ...given('p1', 'j1', 90), at: 9 } });
  expect(setMark(given('p1', 'j1', 90), { criterion: 'value' }, '', place)).toEqual({ marks: null });
  expect(setMark({ ...given('p1', 'j1', 90), opinion: '好' }, { criterion: 'value' }, '', place)).toMatchObject({
    marks: { opinion: '好' },
  });
});

it('keeps what was there where a text is no mark', () => {
  expect(setMark(given('p1', 'j1', 90), { criterion: 'value' }, '九十', place)).toEqual({ problem: 'not-a-mark' });
  expect(setMark(null, 'opinion', '字'.repeat(2001), place)).toEqual({ problem: 'too-long' });
});
