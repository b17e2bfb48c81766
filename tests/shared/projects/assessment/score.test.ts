import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Assessment, AssessmentMarks } from '@shared/model/reviewing.ts';
import { isReady, readinessOf } from '@shared/projects/assessment/readiness.ts';
import { projectScore } from '@shared/projects/assessment/score.ts';
import { assessmentOf, given } from './setting.ts';

it('weighs the criteria, leaves out the highest and the lowest, and takes the mean', () => {
  const marks = [
    given('p1', 'j1', 100, 100, 100),
    given('p1', 'j2', 90, 80, 70),
    given('p1', 'j3', 85, 90, 95),
    given('p1', 'j4', 40, 40, 40),
    given('p1', 'j5', 90, null, 70),
  ];
  expect(projectScore(assessmentOf(), 'p1', marks)).toEqual({
    projectId: 'p1',
    judges: [100, 83, 88.5, 40, null],
    dropped: { highest: 0, lowest: 3 },
    score: 85.75,
    criteria: [87.5, 85, 82.5],
  });
});

it('leaves nobody out below three judges, and gives no score without any', () => {
  const two = [given('p1', 'j1', 100, 100, 100), given('p1', 'j2', 50, 50, 50)];
  expect(projectScore(assessmentOf(), 'p1', two)).toMatchObject({ dropped: null, score: 75 });
  expect(projectScore(assessmentOf(), 'p2', two)).toMatchObject({ judges: [null, null, null, null, null], score: null });
});

const mark = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const anyMarks = fc
  .array(fc.tuple(mark, mark, mark), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one, place) => given('p1', `j${place + 1}`, ...one)));
const settingFor = (marks: readonly AssessmentMarks[], dropExtremes: boolean): Assessment =>
  assessmentOf({ dropExtremes, judges: marks.map(({ judgeId }) => ({ id: judgeId, name: judgeId })) });

/** By hand: sorted scores without their ends, in hundredths. */
function naiveScore(marks: readonly AssessmentMarks[], dropExtremes: boolean): number {
  const scores = marks
    .map(({ marks: { value, quality, reach } }) => Math.round(Number(value) * 50 + Number(quality) * 30 + Number(reach) * 20 + 1e-7))
    .sort((one, other) => one - other);
  const counting = dropExtremes && scores.length >= 3 ? scores.slice(1, -1) : scores;
  return Math.round(counting.reduce((sum, score) => sum + score, 0) / counting.length) / 100;
}

it('equals the reckoning by hand, with and without the extremes', () => {
  fc.assert(
    fc.property(anyMarks, fc.boolean(), (marks, drop) => {
      expect(projectScore(settingFor(marks, drop), 'p1', marks).score).toBe(naiveScore(marks, drop));
    }),
  );
});

it('does not depend on the order of the judges, nor on that of their marks', () => {
  const shuffled = anyMarks.chain((marks) =>
    fc.record({ marks: fc.constant(marks), other: fc.shuffledSubarray(marks, { minLength: marks.length }) }),
  );
  fc.assert(
    fc.property(shuffled, ({ marks, other }) => {
      const [one, two] = [projectScore(settingFor(marks, true), 'p1', other), projectScore(settingFor(other, true), 'p1', marks)];
      expect([two.score, two.criteria, [...two.judges].sort()]).toEqual([one.score, one.criteria, [...one.judges].sort()]);
    }),
  );
});

it('says what stands against making it final: too few judges, and rows that are begun; empty rows are allowed', () => {
  const setting = assessmentOf({ dropExtremes: true });
  const marks = ['j1', 'j2', 'j3'].map((judge) => given('p1', judge, 80, 80, 80));
  const of = (all: readonly AssessmentMarks[]) => readinessOf(setting, [projectScore(setting, 'p1', all)], all);
  expect(of(marks.slice(1))).toMatchObject({ tooFew: ['p1'], begun: [] });
  expect(of([...marks, given('p1', 'j4', 80)])).toMatchObject({ tooFew: [], begun: [{ projectId: 'p1', judgeId: 'j4' }] });
  expect(isReady(of(marks))).toBe(true);
  expect(of(marks).without.map(({ judgeId }) => judgeId)).toEqual(['j4', 'j5']);
});
