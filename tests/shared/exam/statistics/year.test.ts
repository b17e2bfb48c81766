import { expect, test } from 'vitest';
import type { PersonResult } from '@shared/exam/statistics/results.ts';
import { hasMerit, yearOfPeople, yearOfUnits, type YearExam } from '@shared/exam/statistics/year.ts';
import { candidate } from '../../../support/exam-material.ts';

const result = (n: number, passed: boolean | null, state: PersonResult['state'] = 'scored'): PersonResult => ({
  person: candidate(n),
  listed: true,
  variant: '',
  way: 'computer',
  state,
  score: 80,
  full: 100,
  unmarked: 0,
  percent: 80,
  passed,
  types: [],
  finished: true,
  timesAway: 0,
  awayMs: 0,
  note: '',
});
const absent = (n: number): PersonResult => result(n, null, 'absent');
const exam = (quarter: string, results: PersonResult[], makeUps: PersonResult[] = []): YearExam => ({
  examId: quarter,
  quarter,
  results,
  makeUps: new Map(makeUps.map((each) => [each.person.id, each])),
});
const year = (...exams: YearExam[]) =>
  Object.fromEntries(
    yearOfPeople(exams).map(({ person, listed, passed, absent: away, open, rate }) => [
      person.id,
      { listed, passed, absent: away, open, rate },
    ]),
  );

test('a make-up counts for who was absent, not for who failed', () => {
  expect(
    year(
      exam('2026-Q1', [result(0, true), result(1, true), absent(2), absent(3)], [result(2, true)]),
      exam('2026-Q2', [result(0, true), result(1, false), result(2, true), result(3, true)], [result(1, true)]),
    ),
  ).toEqual({
    p0: { listed: 2, passed: 2, absent: 0, open: 0, rate: 1 },
    p1: { listed: 2, passed: 1, absent: 0, open: 0, rate: 0.5 },
    p2: { listed: 2, passed: 2, absent: 0, open: 0, rate: 1 },
    p3: { listed: 2, passed: 1, absent: 1, open: 0, rate: 0.5 },
  });
});

test('while something is open there is no rate and no merit; units and all together add up', () => {
  const people = yearOfPeople([exam('2026-Q1', [result(0, true), result(3, null, 'waiting'), result(1, true)])]);
  expect(people.map((each) => [each.rate, hasMerit(each)])).toEqual([
    [1, true],
    [null, false],
    [1, true],
  ]);
  const { units, all } = yearOfUnits(people);
  expect(units.map((unit) => [unit.unitId, unit.listed, unit.passed, unit.rate, hasMerit(unit)])).toEqual([
    ['u0', 2, 1, null, false],
    ['u1', 1, 1, 1, true],
  ]);
  expect(all).toEqual({ listed: 3, passed: 2, absent: 0, open: 1, rate: null });
});

test('somebody who moved belongs to the unit of the last exam, whatever order the exams are given in', () => {
  const moved: PersonResult = { ...result(0, true), person: { ...candidate(0), unitId: 'u9', unitName: '新单位' } };
  const people = yearOfPeople([exam('2026-Q2', [moved]), exam('2026-Q1', [result(0, true)])]);
  expect(yearOfUnits(people).units.map(({ unitId, listed }) => [unitId, listed])).toEqual([['u9', 2]]);
});
