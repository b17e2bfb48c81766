import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import type { Actor } from '@shared/model/project.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { Assessment, AssessmentMarks, ProjectReturn } from '@shared/model/reviewing.ts';
import type { WorkOp } from '@shared/model/work.ts';
import type { RankedProject } from '@shared/projects/assessment/ranking.ts';
import { step } from '@shared/projects/lifecycle/actions.ts';
import { database } from '../database.ts';
import { readStateWith } from '../projects/events.ts';
import { readPublishedProjects } from '../projects/published.ts';
import { commit } from '../work.ts';
import { factOps, readReturns } from './returns.ts';

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

export interface Finalising {
  readonly assessment: Assessment;
  readonly ranked: readonly RankedProject[];
  /** 'YYYY-MM-DD' of the review. */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Actor;
  readonly newId: () => string;
}

/** Done; or projects that cannot get a result now; or work could not be saved. */
export type Finalised =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'not-closed'; readonly projectIds: readonly string[] }
  | { readonly ok: false; readonly why: 'failure'; readonly failure: Failure };

/** Ops of one commit, so that it stays below what the journal takes. */
const opsAtOnce = 4_000;

/**
 * Makes a review final: every project gets its `assessed` step, and the ledger what it says. Where one of them cannot, nothing
 * happens. The review itself is marked in the last commit, so that a loss of power before it leaves one that can be made final
 * again: a project that has this result already is passed over.
 */
export async function finaliseAssessment(finalising: Finalising): Promise<Finalised> {
  const steps = await stepsOf(finalising);
  if (!steps.ok) return steps;
  const { assessment, at } = finalising;
  const ops: readonly WorkOp[] = [
    ...steps.events.map((put): WorkOp => ({ table: 'projectEvents', put })),
    ...(await factOps(steps.events)),
    { table: 'assessments', put: { ...assessment, finalAt: at } },
  ];
  const saved = await commitInParts(ops);
  return saved.ok ? { ok: true } : { ok: false, why: 'failure', failure: saved.failure };
}

type Steps = { readonly ok: true; readonly events: readonly ProjectEvent[] } | Extract<Finalised, { readonly why: 'not-closed' }>;

async function stepsOf({ assessment, ranked, date, at, by, newId }: Finalising): Promise<Steps> {
  const published = (await readPublishedProjects())?.events ?? [];
  const events: ProjectEvent[] = [];
  const refused: string[] = [];
  for (const { result, rank, grade } of ranked) {
    const { projectId, score } = result;
    const state = await readStateWith(projectId, published);
    const action = { kind: 'assessed' as const, year: assessment.year, score: score ?? 0, rank: rank ?? ranked.length, grade, date };
    const hasIt =
      state.assessment?.year === action.year && state.assessment.score === action.score && state.assessment.rank === action.rank;
    const next = step(state, action, { id: newId(), at, by, side: 'bureau', projectId });
    if (next.ok && score !== null) events.push(next.event);
    else if (!hasIt) refused.push(projectId);
  }
  return refused.length > 0 ? { ok: false, why: 'not-closed', projectIds: refused } : { ok: true, events };
}

async function commitInParts(ops: readonly WorkOp[]): Promise<Result<null>> {
  for (let from = 0; from < ops.length; from += opsAtOnce) {
    const saved = await commit('assessment.final', ops.slice(from, from + opsAtOnce));
    if (!saved.ok) return fail(saved.failure.kind, saved.failure.subject);
  }
  return succeed(null);
}
