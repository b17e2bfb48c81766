import { expect, test } from 'vitest';
import { countRows, findRows, recordsByPerson, scorePapers, scoreRows } from '@shared/exam/key-in/sheet.ts';
import type { Candidate, PaperScores } from '@shared/model/examining.ts';
import { choice, item, judge, paper } from '../questions.ts';

const candidate = (id: string, name: string): Candidate => ({
  id,
  name,
  staffNumber: `S0${id}`,
  unitId: 'u',
  unitName: '示例局',
  branch: '',
  duty: 'fullTime',
  position: '',
});
const line = (personId: string, more: Partial<PaperScores>): PaperScores => ({
  id: `e:${personId}`,
  examId: 'e',
  personId,
  variant: '',
  parts: [null, null],
  absent: false,
  note: '',
  at: 1,
  ...more,
});

test('a paper is keyed in by its parts', () => {
  const made = paper(item(choice('a', [0]), 2), item(choice('b', [0]), 2), item(judge('c', true), 1));
  const stored = {
    id: 'p',
    pairId: 'q',
    variant: 'A',
    blueprint: { id: 'b', title: '', minutes: 1, parts: [], sections: [] },
    paper: made,
  };
  expect(scorePapers([{ ...stored, createdAt: 0, state: 'final', archived: false }])).toEqual([
    {
      variant: 'A',
      parts: [
        { number: '一', title: '一、单项选择题', full: 4 },
        { number: '二', title: '二、判断题', full: 1 },
      ],
    },
  ]);
});

test('lines are counted by how far they are', () => {
  const candidates = ['1', '2', '3', '4', '5'].map((id) => candidate(id, `示例${id}`));
  const scores = [line('1', { parts: [1, 2] }), line('2', { parts: [1, null] }), line('3', { absent: true }), line('4', { note: '请假' })];
  const rows = scoreRows({ candidates }, new Map(scores.map((each) => [each.personId, each])), new Map([['5', 'complete']]));
  expect(countRows(rows)).toEqual({ all: 5, onComputer: 1, keyedIn: 1, begun: 1, absent: 1 });
});

test('records count by their state; one that was decided against does not', () => {
  const records = [
    { personId: 'a', state: 'unfinished' },
    { personId: 'a', state: 'complete' },
    { personId: 'b', state: 'setAside' },
    { personId: 'c', state: 'conflict' },
    { personId: 'd', state: 'unfinished' },
  ] as const;
  const expected = [
    ['a', 'complete'],
    ['c', 'complete'],
    ['d', 'unfinished'],
  ];
  expect([...recordsByPerson(records)]).toEqual(expected);
  expect([...recordsByPerson(records.toReversed())].toSorted()).toEqual(expected);
});

test('people are found by name or by the beginning of the staff number', () => {
  const rows = scoreRows({ candidates: [candidate('1', '示例甲'), candidate('12', '示例乙')] }, new Map(), new Map());
  const found = (typed: string) => findRows(rows, typed).map(({ candidate: { id } }) => id);
  expect([found('例 乙'), found('ｓ012'), found('s01'), found(''), found('012')]).toEqual([['12'], ['12'], ['1', '12'], ['1', '12'], []]);
});
