import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Assessment } from '@shared/model/reviewing.ts';
import { placesOf } from '@shared/projects/assessment/grades.ts';
import { rankProjects } from '@shared/projects/assessment/ranking.ts';
import type { ProjectScore } from '@shared/projects/assessment/score.ts';
import { assessmentOf } from './setting.ts';

const result = (projectId: string, score: number | null, criteria: readonly (number | null)[] = [score, score, score]): ProjectScore => ({
  projectId,
  judges: [],
  dropped: null,
  score,
  criteria,
});
const ranksOf = (setting: Assessment, results: readonly ProjectScore[]) =>
  rankProjects(setting, results).map(({ result: each, rank, grade, rankInGrade, by }) => [each.projectId, rank, grade, rankInGrade, by]);

it('parts equal scores by the criterion that weighs most, shares a rank where nothing does, and says so', () => {
  const results = [
    result('甲', 95),
    result('乙', 91, [90, 92, 92]),
    result('丙', 91, [92, 90, 90]),
    result('丁', 85),
    result('戊', 85),
    result('己', null),
    ...['庚', '辛', '壬', '癸'].map((id) => result(id, 70)),
  ];
  expect(ranksOf(assessmentOf(), results)).toEqual([
    ['甲', 1, '优秀', 1, ''],
    ['丙', 2, '优秀', 2, 'value'],
    ['乙', 3, '良好', 1, 'value'],
    ['丁', 4, '良好', 2, 'same'],
    ['戊', 4, '良好', 2, 'same'],
    ['壬', 6, '合格', 1, 'same'],
    ['庚', 6, '合格', 1, 'same'],
    ['癸', 6, '合格', 1, 'same'],
    ['辛', 6, '合格', 1, 'same'],
    ['己', null, '', null, ''],
  ]);
});

it('gives a grade to all of those who are equal or to none, and to nobody behind them', () => {
  const setting = assessmentOf({
    grades: [
      { name: '优秀', share: 0.4, least: 80 },
      { name: '合格', share: 1, least: 0 },
    ],
  });
  const results = [result('甲', 95), result('乙', 90), result('丙', 90), result('丁', 85), result('戊', 60)];
  expect(ranksOf(setting, results).map(([id, , grade]) => [id, grade])).toEqual([
    ['甲', '优秀'],
    ['丙', '合格'],
    ['乙', '合格'],
    ['丁', '合格'],
    ['戊', '合格'],
  ]);
});

const anyResults = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2))), { maxLength: 15 })
  .map((all) => all.map(([tens, criteria], place) => result(`p${place}`, tens * 10, criteria)));
const anyGrades = fc
  .array(fc.record({ share: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10), least: fc.nat(100) }), { maxLength: 4 })
  .map((all) => all.toSorted((one, other) => other.least - one.least).map((grade, place) => ({ ...grade, name: `等次${place}` })));

it('never gives a better grade to a lower score, never more than the share, never below the least score', () => {
  fc.assert(
    fc.property(anyResults, anyGrades, (results, grades) => {
      const ranked = rankProjects(assessmentOf({ grades }), results);
      const places = ranked.map(({ grade }) => (grade === '' ? grades.length : grades.findIndex(({ name }) => name === grade)));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      for (const { name, share, least } of grades) {
        const taken = ranked.filter(({ grade }) => grade === name);
        expect(taken.length).toBeLessThanOrEqual(placesOf(share, results.length));
        expect(taken.every(({ result: { score } }) => (score ?? 0) >= least)).toBe(true);
      }
    }),
  );
});

it('ranks by score alone, whatever the order in which the projects are given', () => {
  const shuffled = anyResults.chain((all) =>
    fc.record({ all: fc.constant(all), other: fc.shuffledSubarray(all, { minLength: all.length }) }),
  );
  fc.assert(
    fc.property(shuffled, ({ all, other }) => {
      const ranked = rankProjects(assessmentOf(), all);
      expect(rankProjects(assessmentOf(), other)).toEqual(ranked);
      for (const { result: each, rank } of ranked) {
        const better = all.filter(({ score }) => (score ?? 0) > (each.score ?? 0)).length;
        const notWorse = all.filter(({ score }) => (score ?? 0) >= (each.score ?? 0)).length;
        expect(rank).toBeGreaterThan(better);
        expect(rank).toBeLessThanOrEqual(notWorse);
      }
    }),
  );
});
