import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScore, setField, type EntryContext } from '@shared/exam/key-in/entry.ts';
import { totalOf, type OnComputer, type ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { PaperScores } from '@shared/model/examining.ts';

const parts = [
  { number: '一', title: '一、单项选择题', full: 40 },
  { number: '二', title: '二、简答题', full: 7.25 },
];
const one: EntryContext = { examId: 'e', papers: [{ variant: '', parts }], at: 9 };
const two: EntryContext = { ...one, papers: ['A', 'B'].map((variant) => ({ variant, parts })) };
const candidate = {
  id: 'p',
  name: '示例甲',
  staffNumber: '001',
  unitId: 'u',
  unitName: '示例局',
  branch: '支部',
  duty: 'fullTime',
  position: '',
} as const;
const row = (scores: PaperScores | null = null, onComputer: OnComputer = 'no'): ScoreRow => ({ candidate, scores, onComputer });
const empty: PaperScores = { id: 'e:p', examId: 'e', personId: 'p', variant: '', parts: [null, null], absent: false, note: '', at: 9 };

describe('one cell', () => {
  test('takes a score, and takes it away again', () => {
    const first = setField(row(), { part: 0 }, '３６．5', one);
    expect(first).toEqual({ scores: { ...empty, parts: [36.5, null] } });
    expect('scores' in first && setField(row(first.scores), { part: 0 }, '', one)).toEqual({ scores: null });
  });

  test('refuses what a part cannot score, with its full score', () => {
    const refused = (typed: string) => setField(row(), { part: 0 }, typed, one);
    expect(['40.5', '3.3', '-1', '八', '1e1'].map(refused)).toEqual(
      ['too-much', 'not-half', 'not-a-score', 'not-a-score', 'not-a-score'].map((problem) => ({ problem, full: 40 })),
    );
    expect(setField(row(), { part: 2 }, '1', one)).toEqual({ problem: 'no-such-part', full: 0 });
  });

  test('takes the full score also where it is no half', () => {
    expect(setField(row(), { part: 1 }, '7.25', one)).toEqual({ scores: { ...empty, parts: [null, 7.25] } });
  });

  test('marks somebody absent, but nobody who has scores', () => {
    expect(setField(row(), 'absent', '1', one)).toEqual({ scores: { ...empty, absent: true } });
    expect(setField(row({ ...empty, parts: [1, null] }), 'absent', '缺考', one)).toEqual({ problem: 'has-scores', full: 0 });
    expect(setField(row({ ...empty, absent: true }), { part: 0 }, '1', one)).toEqual({ problem: 'is-absent', full: 0 });
    expect(setField(row({ ...empty, absent: true }), 'absent', '', one)).toEqual({ scores: null });
  });

  test('asks for the paper first where there are two', () => {
    expect(setField(row(), { part: 0 }, '1', two)).toEqual({ problem: 'variant-first', full: 0 });
    const chosen = setField(row(), 'variant', 'ｂ卷', two);
    expect(chosen).toEqual({ scores: { ...empty, variant: 'B' } });
    expect(setField(row(), 'variant', 'C', two)).toEqual({ problem: 'no-such-variant', full: 0 });
  });

  test('leaves somebody who sat at a computer alone; an unfinished record asks for a reason', () => {
    expect(setField(row(null, 'complete'), { part: 0 }, '1', one)).toEqual({ problem: 'on-computer', full: 0 });
    expect(setField(row(null, 'unfinished'), { part: 0 }, '1', one)).toEqual({ problem: 'note-first', full: 0 });
    const noted = { ...empty, note: '停电改纸质' };
    expect(setField(row(null, 'unfinished'), 'note', noted.note, one)).toEqual({ scores: noted });
    expect(setField(row(noted, 'unfinished'), { part: 0 }, '1', one)).toEqual({ scores: { ...noted, parts: [1, null] } });
  });
});

test('every half from 0 to the full score is read back, however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), (halves) => {
      const score = halves / 2;
      const fullWidth = String(score).replaceAll(/[0-9.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      expect([String(score), score.toFixed(2), ` ${score} 分`, fullWidth].map((text) => readScore(text, 40))).toEqual(
        Array.from({ length: 4 }, () => score),
      );
    }),
  );
});

test('the total is exact, and there is none before every part is there', () => {
  expect([totalOf([0.1, 0.2]), totalOf([1, null]), totalOf([]), totalOf([0, 0])]).toEqual([0.3, null, null, 0]);
});
