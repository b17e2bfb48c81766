import { compare } from '../../compare.ts';
import type { Assessment, AssessmentMarks, Criterion } from '../../model/reviewing.ts';

/** What one project comes to in a yearly review (成果评审). Scores are 0 to 100 with two decimals. */
export interface ProjectScore {
  readonly projectId: string;
  /** One a judge, in the assessment's order; null where the judge has not marked every criterion. */
  readonly judges: readonly (number | null)[];
  /** Places of the judges that were left out as highest and lowest; null where none was. */
  readonly dropped: { readonly highest: number; readonly lowest: number } | null;
  /** Null where no judge has marked everything. */
  readonly score: number | null;
  /** Mean mark by criterion, in their order, of the judges that count; null where there is none. */
  readonly criteria: readonly (number | null)[];
}

type Setting = Pick<Assessment, 'judges' | 'criteria' | 'dropExtremes'>;

/** The score of a project by the marks of its judges. In whose order the marks are given changes nothing. */
export function projectScore(setting: Setting, projectId: string, marks: readonly AssessmentMarks[]): ProjectScore {
  const byJudge = new Map(marks.filter((each) => each.projectId === projectId).map((each) => [each.judgeId, each]));
  const given = setting.judges.map(({ id }) => byJudge.get(id) ?? null);
  const judges = given.map((each) => each && judgeScore(each, setting.criteria));
  const complete = judges.flatMap((score, place) => (score === null ? [] : [{ score, place, judgeId: setting.judges[place]?.id ?? '' }]));
  const dropped = setting.dropExtremes && complete.length >= leastToDrop ? extremesOf(complete) : null;
  const counting = complete.filter(({ place }) => place !== dropped?.highest && place !== dropped?.lowest);
  return {
    projectId,
    judges,
    dropped,
    score: meanOf(counting.map(({ score }) => score)),
    criteria: setting.criteria.map(({ id }) => meanOf(counting.flatMap(({ place }) => given[place]?.marks[id] ?? []))),
  };
}

/** Without the highest and the lowest at least one must be left. */
export const leastToDrop = 3;

/** What one judge gives, by the weights of the criteria; null until all of them are marked. Where all weigh nothing they weigh the same. */
export function judgeScore({ marks }: Pick<AssessmentMarks, 'marks'>, criteria: readonly Criterion[]): number | null {
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { id, weight } of criteria) {
    const mark = marks[id] ?? null;
    if (mark === null) return null;
    sum += mark * (whole === 0 ? 1 : weight);
  }
  return criteria.length === 0 ? null : hundredths(sum / (whole === 0 ? criteria.length : whole)) / 100;
}

interface CompleteScore {
  readonly score: number;
  readonly place: number;
  readonly judgeId: string;
}

/** Which of equal ones is left out tells by their ids: it counts in the means of the criteria, and the order of judges must not. */
function extremesOf(complete: readonly CompleteScore[]): { highest: number; lowest: number } {
  const order = complete.toSorted((one, other) => other.score - one.score || compare(one.judgeId, other.judgeId));
  return { highest: order[0]?.place ?? -1, lowest: order.at(-1)?.place ?? -1 };
}

/** In whole hundredths, so that the order of the sum makes no difference. */
function meanOf(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return Math.round(scores.reduce((sum, score) => sum + hundredths(score), 0) / scores.length) / 100;
}

/** Half of a hundredth is rounded up as by hand, though it may lie a hair lower in binary. */
const hundredths = (value: number): number => Math.round(value * 100 + 1e-7);
