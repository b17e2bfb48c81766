import type { Assessment } from '../../model/reviewing.ts';
import type { ProjectScore } from './score.ts';

type Grades = Assessment['grades'];

/** How many of `count` projects a grade may take: never more than its share. */
export const placesOf = (share: number, count: number): number => Math.floor(share * count + 1e-9);

/**
 * A grade for each group of equal projects, from the best: the first that still has room for all of the group and whose least
 * score they have. A grade that was passed over stays closed, so that no lower score gets what a higher one did not; '' behind
 * the last. `count` is the number of all projects, those without a score too.
 */
export function gradesOf(grades: Grades, groups: readonly (readonly ProjectScore[])[], count: number): readonly string[] {
  let place = 0;
  let taken = 0;
  return groups.map((group) => {
    const score = group[0]?.score ?? 0;
    for (let grade = grades[place]; grade; grade = grades[place]) {
      if (score >= grade.least && taken + group.length <= placesOf(grade.share, count)) {
        taken += group.length;
        return grade.name;
      }
      place += 1;
      taken = 0;
    }
    return '';
  });
}
