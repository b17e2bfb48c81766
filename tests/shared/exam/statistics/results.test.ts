import { describe, expect, test } from 'vitest';
import { countResults } from '@shared/exam/statistics/counts.ts';
import { absentOrFailedIn, examBefore, figuresOf, makeUpResults } from '@shared/exam/statistics/statistics.ts';
import type { Marking, PaperScores } from '@shared/model/examining.ts';
import type { Answer } from '@shared/model/question.ts';
import { answerTo, candidate, examOf, materialOf, recordOf, storedPaper } from '../../../support/exam-material.ts';
import { choice, item, judge, short } from '../questions.ts';

const [one, other] = [choice('a', [0]), judge('b', true)];
const paper = storedPaper([item(one, 60), item(other, 20), item(short('c'), 20)]);
const everything: [string, Answer][] = [
  ['a', answerTo(one, true)],
  ['b', answerTo(other, true)],
  ['c', { kind: 'text', text: '要点一' }],
];
const exam = examOf([candidate(0), candidate(1)]);
const keyedIn = (more: Partial<PaperScores>): PaperScores => ({
  id: 'exam-1:p0',
  examId: 'exam-1',
  personId: 'p0',
  variant: '',
  parts: [60, 20, 15],
  absent: false,
  note: '',
  at: 1,
  ...more,
});
const mark = (marker: Marking['marker'], score: number): Marking => ({
  id: `exam-1:p0:c:${marker}`,
  examId: 'exam-1',
  personId: 'p0',
  questionId: 'c',
  marker,
  markerName: marker,
  points: [],
  score,
  at: 1,
});
const first = (more: Partial<Parameters<typeof materialOf>[0]>) => figuresOf(materialOf({ exam, papers: [paper], ...more })).results[0];

describe('what counts for a person', () => {
  test('nothing came in: absent, without a score', () => {
    expect(first({})).toMatchObject({ state: 'absent', way: null, score: null, passed: null });
  });

  test('a record waits for its short answer; the pass line may be certain before', () => {
    const records = [recordOf(candidate(0), everything, { timesAway: 2 })];
    expect(first({ records })).toMatchObject({
      state: 'waiting',
      way: 'computer',
      score: 80,
      full: 100,
      unmarked: 20,
      passed: true,
      timesAway: 2,
      awayMs: 2_000,
      types: [
        { type: 'single', score: 60 },
        { type: 'judge', score: 20 },
        { type: 'short', score: 0 },
      ],
    });
    expect(first({ records: [recordOf(candidate(0), everything.slice(1))] })).toMatchObject({ score: 20, passed: false });
    const open = recordOf(candidate(0), [everything[0]!, everything[2]!]);
    expect(first({ records: [open] })).toMatchObject({ score: 60, unmarked: 20, passed: null });
  });

  test('settled marks complete it; a short answer left empty needs none', () => {
    const records = [recordOf(candidate(0), everything)];
    expect(first({ records, markings: [mark('first', 10), mark('second', 13)] })).toMatchObject({ state: 'scored', score: 91.5 });
    expect(first({ records, markings: [mark('first', 5), mark('second', 13)] })).toMatchObject({ state: 'waiting', score: 80 });
    expect(first({ records, markings: [mark('first', 5), mark('second', 13), mark('settled', 11)] })).toMatchObject({ score: 91 });
    expect(first({ records: [recordOf(candidate(0), everything.slice(0, 2))] })).toMatchObject({ state: 'scored', score: 80 });
  });

  test('scores from paper by part; a part that is not keyed in waits', () => {
    expect(first({ paperScores: [keyedIn({ note: '右手受伤' })] })).toMatchObject({
      state: 'scored',
      way: 'paper',
      score: 95,
      note: '右手受伤',
    });
    expect(first({ paperScores: [keyedIn({ parts: [60, null, 15] })] })).toMatchObject({ state: 'waiting', score: 75, unmarked: 20 });
    expect(first({ paperScores: [keyedIn({ absent: true })] })).toMatchObject({ state: 'absent' });
  });

  test('a complete record goes before paper, paper before one without a hand-in', () => {
    const complete = recordOf(candidate(0), everything.slice(0, 2));
    const cut = recordOf(candidate(0), everything.slice(0, 1), { finished: false });
    expect(first({ records: [complete], paperScores: [keyedIn({})] })).toMatchObject({ way: 'computer', score: 80, finished: true });
    expect(first({ records: [cut], paperScores: [keyedIn({})] })).toMatchObject({ way: 'paper', score: 95 });
    expect(first({ records: [cut] })).toMatchObject({ way: 'computer', score: 60, finished: false });
  });

  test('records that differ wait for a person; one that was set aside does not count', () => {
    const complete = recordOf(candidate(0), everything.slice(0, 2));
    const fork = { ...recordOf(candidate(0), everything.slice(0, 1)), id: 'exam-1:p0#12345678' };
    const conflict = [
      { ...complete, state: 'conflict' as const },
      { ...fork, state: 'conflict' as const },
    ];
    expect(first({ records: conflict })).toMatchObject({ state: 'undecided', score: null });
    expect(first({ records: [complete, { ...fork, state: 'setAside' }] })).toMatchObject({ state: 'scored', score: 80 });
  });
});

test('who is not listed shows, but counts nowhere', () => {
  const { results } = figuresOf(materialOf({ exam, papers: [paper], records: [recordOf(candidate(7), everything, { listed: false })] }));
  expect(results.map(({ person, listed }) => [person.id, listed])).toEqual([
    ['p0', true],
    ['p1', true],
    ['p7', false],
  ]);
  expect(countResults(results, new Map())).toMatchObject({ listed: 2, sat: 0, absent: 2, mean: null, passRate: null, attendance: 0 });
});

test('absent people lower no mean and stand among those who had to sit', () => {
  const { results } = figuresOf(materialOf({ exam, papers: [paper], records: [recordOf(candidate(0), everything.slice(0, 2))] }));
  expect(countResults(results, new Map())).toMatchObject({
    listed: 2,
    sat: 1,
    absent: 1,
    attendance: 0.5,
    mean: 80,
    passRate: 1,
    passed: 1,
  });
});

test('while a short answer is not marked there is no mean; the pass rate waits only for who may still pass or fail', () => {
  const both = (second: readonly (readonly [string, Answer])[]) =>
    countResults(
      figuresOf(materialOf({ exam, papers: [paper], records: [recordOf(candidate(0), everything), recordOf(candidate(1), second)] }))
        .results,
      new Map(),
    );
  expect(both(everything.slice(1))).toMatchObject({ sat: 2, open: 2, passed: 1, passRate: 0.5, mean: null, highest: null, lowest: null });
  expect(both([everything[0]!, everything[2]!])).toMatchObject({ open: 2, passed: 1, passRate: null });
  expect(both(everything.slice(0, 2))).toMatchObject({ open: 1, passRate: 1, mean: null, bands: [0, 1, 0, 0] });
});

test('the pass rate is over those who sat', () => {
  const people = Array.from({ length: 983 }, (_, n) => candidate(n));
  const records = people.slice(0, 950).map((person, n) => recordOf(person, n < 839 ? everything.slice(0, 2) : everything.slice(1, 2)));
  const { results } = figuresOf(materialOf({ exam: examOf(people), papers: [paper], records }));
  const { passRate } = countResults(results, new Map());
  expect(((passRate ?? 0) * 100).toFixed(2)).toBe('88.32');
});

test('papers A and B each have their own key', () => {
  const b = storedPaper([item(judge('x', false), 100)], { id: 'paper-2', variant: 'B' });
  const a = { ...storedPaper([item(other, 100)]), variant: 'A' };
  const records = [
    recordOf(candidate(0), [['b', { kind: 'judge', value: true }]], { variant: 'A' }),
    recordOf(candidate(1), [['x', { kind: 'judge', value: true }]], { variant: 'B' }),
  ];
  const { results } = figuresOf(materialOf({ exam, papers: [a, b], records }));
  expect(results.map(({ variant, score }) => [variant, score])).toEqual([
    ['A', 100],
    ['B', 0],
  ]);
});

test('the make-up is for who was absent or failed; of several make-ups a pass counts', () => {
  const people = [candidate(0), candidate(1), candidate(2)];
  const records = [recordOf(candidate(0), everything.slice(0, 2)), recordOf(candidate(1), everything.slice(1, 2))];
  const figures = figuresOf(materialOf({ exam: examOf(people), papers: [paper], records }));
  expect(absentOrFailedIn(figures.results)).toEqual(['p1', 'p2']);
  const makeUp = (id: string, quarter: string, answers: readonly (readonly [string, Answer])[]) =>
    figuresOf(
      materialOf({
        exam: examOf(people.slice(1), { id, quarter, makeUpOf: 'exam-1' }),
        papers: [paper],
        records: [recordOf(candidate(1), answers)],
      }),
    );
  const made = makeUpResults([makeUp('m2', '2026-Q4', []), makeUp('m1', '2026-Q3', everything.slice(0, 2))]);
  expect([...made].map(([id, { score, passed }]) => [id, score, passed])).toEqual([['p1', 80, true]]);
  expect(countResults(figures.results, made)).toMatchObject({ absent: 1, passed: 1, madeUp: 1, madeUpPassed: 1 });
});

test('the exam before is that of the last quarter, make-ups and archived ones aside', () => {
  const exams = [
    examOf([], { id: 'old', quarter: '2025-Q4' }),
    examOf([], { id: 'last', quarter: '2026-Q2' }),
    examOf([], { id: 'makeUp', quarter: '2026-Q2', makeUpOf: 'last', createdAt: Number.MAX_SAFE_INTEGER }),
    examOf([], { id: 'gone', quarter: '2026-Q2', archived: true, createdAt: Number.MAX_SAFE_INTEGER }),
    exam,
  ];
  expect(examBefore(exams, exam)?.id).toBe('last');
  expect(examBefore(exams, exams[0]!)).toBeNull();
});
