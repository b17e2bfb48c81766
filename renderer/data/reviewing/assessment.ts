import type { Result } from '@shared/model/failure.ts';
import type { Assessment, AssessmentMarks, ProjectReturn } from '@shared/model/reviewing.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { readReturns } from './returns.ts';

/** Every yearly review, the newest first; archived ones too. */
export async function readAssessments(): Promise<Assessment[]> {
  return (await database.assessments.toArray()).toSorted((one, other) => other.createdAt - one.createdAt);
}

/** Null where there is none. */
export const assessmentWith = async (id: string): Promise<Assessment | null> => (await database.assessments.get(id)) ?? null;

/** All marks of an assessment, in the order of their ids. */
export const readMarks = (assessmentId: string): Promise<AssessmentMarks[]> =>
  database.assessmentMarks.where('assessmentId').equals(assessmentId).sortBy('id');

export const saveAssessment = (
  what: 'assessment.create' | 'assessment.edit' | 'assessment.archive',
  put: Assessment,
): Promise<Result<null>> => commit(what, [{ table: 'assessments', put }]);

/** What one judge gave one project, as it was and as it is to be; null where there was nothing, or nothing is left. */
export interface MarksChange {
  readonly before: AssessmentMarks | null;
  readonly after: AssessmentMarks | null;
}

/** Writes marks, all or none. */
export const saveMarks = (what: string, changes: readonly MarksChange[]): Promise<Result<null>> => commit(what, changes.flatMap(opsOf));

function opsOf({ before, after }: MarksChange): WorkOp[] {
  if (after) return [{ table: 'assessmentMarks', put: after }];
  return before ? [{ table: 'assessmentMarks', remove: before.id }] : [];
}

/** Projects that can take part: closed and not yet reviewed. */
export async function readClosedProjects(): Promise<readonly ProjectReturn[]> {
  return (await readReturns()).filter(({ facts }) => facts.stage === 'closed');
}

/** The returns of some projects, by project. */
export async function readFactsOf(projectIds: readonly string[]): Promise<ReadonlyMap<string, ProjectReturn>> {
  const wanted = new Set(projectIds);
  return new Map((await readReturns()).flatMap((row) => (wanted.has(row.projectId) ? [[row.projectId, row]] : [])));
}
