import { compare } from '../../compare.ts';
import type { Assessment } from '../../model/reviewing.ts';
import { gradesOf } from './grades.ts';
import type { ProjectScore } from './score.ts';

export interface RankedProject {
  readonly result: ProjectScore;
  /** From 1; equal ones share it and the next are as many places behind. Null where there is no score yet. */
  readonly rank: number | null;
  /** '' where there is no score, or no grade takes it. */
  readonly grade: string;
  /** From 1 within the grade; null without one. */
  readonly rankInGrade: number | null;
  /** What parted it from another of the same score: the id of a criterion, 'same' where nothing did, '' where nobody has its score. */
  readonly by: string;
}

type Setting = Pick<Assessment, 'criteria' | 'grades'>;

/**
 * Projects from the best. Equal scores are parted by the criterion that weighs most, then the next; whoever is equal in all of
 * them shares the rank. Those without a score come last, by their ids.
 */
export function rankProjects(setting: Setting, results: readonly ProjectScore[]): readonly RankedProject[] {
  const order = criteriaByWeight(setting);
  const scored = results.filter(({ score }) => score !== null).toSorted((one, other) => compareResults(one, other, order));
  const groups = groupsOf(scored, (one, other) => compareResults(one, other, order, false) === 0);
  const grades = gradesOf(setting.grades, groups, results.length);
  const ranked = groups.flatMap((group, place) => {
    const rank = 1 + groups.slice(0, place).reduce((sum, { length }) => sum + length, 0);
    return group.map((result) => ({ result, rank, grade: grades[place] ?? '', by: partedBy(result, group, scored, order) }));
  });
  const firstOf = new Map(ranked.toReversed().map(({ grade, rank }) => [grade, rank]));
  const rest = results.filter(({ score }) => score === null).toSorted((one, other) => compare(one.projectId, other.projectId));
  return [
    ...ranked.map((each) => ({ ...each, rankInGrade: each.grade === '' ? null : each.rank - (firstOf.get(each.grade) ?? 0) + 1 })),
    ...rest.map((result) => ({ result, rank: null, grade: '', rankInGrade: null, by: '' })),
  ];
}

interface OrderedCriterion {
  readonly id: string;
  readonly place: number;
}

/** The heaviest first; of equal weights the one that stands first. */
const criteriaByWeight = ({ criteria }: Setting): readonly OrderedCriterion[] =>
  criteria
    .map(({ id, weight }, place) => ({ id, weight, place }))
    .toSorted((one, other) => other.weight - one.weight || one.place - other.place);

function compareResults(one: ProjectScore, other: ProjectScore, order: readonly OrderedCriterion[], total = true): number {
  const byScore = (other.score ?? 0) - (one.score ?? 0);
  if (byScore !== 0) return byScore;
  const parting = order.find(({ place }) => one.criteria[place] !== other.criteria[place]);
  if (parting) return (other.criteria[parting.place] ?? 0) - (one.criteria[parting.place] ?? 0);
  return total ? compare(one.projectId, other.projectId) : 0;
}

function groupsOf(sorted: readonly ProjectScore[], same: (one: ProjectScore, other: ProjectScore) => boolean): readonly ProjectScore[][] {
  const groups: ProjectScore[][] = [];
  for (const result of sorted) {
    const group = groups.at(-1);
    if (group?.[0] && same(group[0], result)) group.push(result);
    else groups.push([result]);
  }
  return groups;
}

function partedBy(
  result: ProjectScore,
  group: readonly ProjectScore[],
  scored: readonly ProjectScore[],
  order: readonly OrderedCriterion[],
): string {
  if (group.length > 1) return 'same';
  const rival = scored.find((other) => other !== result && other.score === result.score);
  return rival ? (order.find(({ place }) => result.criteria[place] !== rival.criteria[place])?.id ?? '') : '';
}
