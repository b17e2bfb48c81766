import { useMemo } from 'react';
import type { Assessment, AssessmentMarks } from '@shared/model/reviewing.ts';
import { rankProjects, type RankedProject } from '@shared/projects/assessment/ranking.ts';
import { readinessOf, type Readiness } from '@shared/projects/assessment/readiness.ts';
import { projectScore } from '@shared/projects/assessment/score.ts';
import { useLive } from '../../data/live.ts';
import { readMarks } from '../../data/reviewing/assessment.ts';

export interface Ranking {
  readonly marks: readonly AssessmentMarks[];
  readonly ranked: readonly RankedProject[];
  readonly readiness: Readiness;
}

/** How the projects of a review stand by the marks that are saved; null until those are read. */
export function useRanking(assessment: Assessment): Ranking | null {
  const marks = useLive(() => readMarks(assessment.id), [assessment.id]);
  return useMemo(() => {
    if (!marks) return null;
    const byProject = Map.groupBy(marks, ({ projectId }) => projectId);
    const results = assessment.projectIds.map((id) => projectScore(assessment, id, byProject.get(id) ?? []));
    return { marks, ranked: rankProjects(assessment, results), readiness: readinessOf(assessment, results, marks) };
  }, [assessment, marks]);
}
