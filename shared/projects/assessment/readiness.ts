import type { Assessment, AssessmentMarks } from '../../model/reviewing.ts';
import { leastToDrop, type ProjectScore } from './score.ts';

/** What stands against making an assessment final. */
export interface Readiness {
  /** Without the judges it needs: three where the extremes are left out, else one. */
  readonly tooFew: readonly string[];
  /** Marked by some criteria only, by project and judge. */
  readonly begun: readonly { readonly projectId: string; readonly judgeId: string }[];
  /** Judges who gave nothing to a project (回避, absent): allowed, but said. */
  readonly without: readonly { readonly projectId: string; readonly judgeId: string }[];
}

export function readinessOf(setting: Assessment, results: readonly ProjectScore[], marks: readonly AssessmentMarks[]): Readiness {
  const least = setting.dropExtremes ? leastToDrop : 1;
  const given = new Map(marks.map((each) => [`${each.projectId}:${each.judgeId}`, each]));
  const open = results.flatMap(({ projectId, judges }) =>
    setting.judges.flatMap(({ id: judgeId }, place) => (judges[place] === null ? [{ projectId, judgeId }] : [])),
  );
  const isBegun = ({ projectId, judgeId }: { projectId: string; judgeId: string }): boolean =>
    setting.criteria.some(({ id }) => typeof given.get(`${projectId}:${judgeId}`)?.marks[id] === 'number');
  return {
    tooFew: results.flatMap(({ projectId, judges }) => (judges.filter((score) => score !== null).length < least ? [projectId] : [])),
    begun: open.filter(isBegun),
    without: open.filter((each) => !isBegun(each)),
  };
}

export const isReady = ({ tooFew, begun }: Readiness): boolean => tooFew.length === 0 && begun.length === 0;
