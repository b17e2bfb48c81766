import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import type { Actor } from '@shared/model/project.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { Assessment } from '@shared/model/reviewing.ts';
import type { WorkOp } from '@shared/model/work.ts';
import type { RankedProject } from '@shared/projects/assessment/ranking.ts';
import { lastOwn, step } from '@shared/projects/lifecycle/actions.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { isPublished } from '@shared/projects/reviewing/publication.ts';
import { readStateWith } from '../projects/events.ts';
import { readPublishedProjects } from '../projects/published.ts';
import { commit } from '../work.ts';
import { readPublishedMarks } from './publish.ts';
import { factOps } from './returns.ts';

/** A review and where its projects stand by the marks that are saved. */
export interface RankedAssessment {
  readonly assessment: Assessment;
  readonly ranked: readonly RankedProject[];
}

/** Who makes a review final or opens it again, and when. */
export interface Decider {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Actor;
  readonly newId: () => string;
}

type NotSaved = { readonly ok: false; readonly why: 'failure'; readonly failure: Failure };

/** Done; or projects that cannot get a result now; or work could not be saved. */
export type Finalised =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'not-closed'; readonly projectIds: readonly string[] }
  | NotSaved;

/** Done; or projects whose result has gone out to the branches; or work could not be saved. */
export type Reopened =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'published'; readonly projectIds: readonly string[] }
  | NotSaved;

/**
 * Makes a review final: every project gets its `assessed` step, and the ledger what it says. Where one of them cannot, nothing
 * happens. The review itself is marked in the last commit, so that a loss of power before it leaves one that can be made final
 * again: a project that has this result already is passed over.
 * @param date 'YYYY-MM-DD' of the review
 */
export async function finaliseAssessment(review: RankedAssessment, date: string, decider: Decider): Promise<Finalised> {
  const events: ProjectEvent[] = [];
  const refused: string[] = [];
  for (const { state, each } of await standingsOf(review)) {
    const { projectId, score } = each.result;
    const next = step(state, resultOf(review, each, date), { ...factsOf(decider), projectId });
    if (next.ok && score !== null) events.push(next.event);
    else if (!hasResult(state, review, each)) refused.push(projectId);
  }
  if (refused.length > 0) return { ok: false, why: 'not-closed', projectIds: refused };
  return keep('assessment.final', events, { ...review.assessment, finalAt: decider.at });
}

/**
 * Opens a final review again: the steps that gave its results are taken back, as long as no version has carried one of them.
 * The review itself comes last here too: after a loss of power it is still final, and can be opened once more.
 */
export async function reopenAssessment(review: RankedAssessment, decider: Decider): Promise<Reopened> {
  const projectIds = await readPublishedResults(review);
  if (projectIds.length > 0) return { ok: false, why: 'published', projectIds };
  const events = (await resultSteps(review)).flatMap(({ state, result: { id, projectId } }) => {
    const next = step(state, { kind: 'undone', of: id }, { ...factsOf(decider), projectId });
    return next.ok ? next.event : [];
  });
  return keep('assessment.reopen', events, { ...review.assessment, finalAt: null });
}

/** Projects whose result of this review branches have or can get: it stands then. */
export async function readPublishedResults(review: RankedAssessment): Promise<readonly string[]> {
  const published = await readPublishedMarks();
  const steps = await resultSteps(review);
  return steps.flatMap(({ result: { id, projectId } }) => (isPublished(published, 'events', id) ? projectId : []));
}

/** The steps that gave this review's results and still count. */
async function resultSteps(review: RankedAssessment): Promise<{ readonly state: ProjectState; readonly result: ProjectEvent }[]> {
  return (await standingsOf(review)).flatMap(({ state, each }) => {
    const result = lastOwn(state, 'bureau');
    return result && hasResult(state, review, each) ? { state, result } : [];
  });
}

async function standingsOf({ ranked }: RankedAssessment): Promise<{ readonly state: ProjectState; readonly each: RankedProject }[]> {
  const published = (await readPublishedProjects())?.events ?? [];
  const standings = [];
  for (const each of ranked) standings.push({ state: await readStateWith(each.result.projectId, published), each });
  return standings;
}

const resultOf = ({ assessment, ranked }: RankedAssessment, { result, rank, grade }: RankedProject, date: string) => ({
  kind: 'assessed' as const,
  year: assessment.year,
  score: result.score ?? 0,
  rank: rank ?? ranked.length,
  grade,
  date,
});

/** Whether this very result counts: another review of the same year may have given another. */
function hasResult({ stage, assessment }: ProjectState, review: RankedAssessment, each: RankedProject): boolean {
  const { year, score, rank } = resultOf(review, each, '');
  return stage === 'assessed' && assessment?.year === year && assessment.score === score && assessment.rank === rank;
}

const factsOf = ({ at, by, newId }: Decider) => ({ id: newId(), at, by, side: 'bureau' as const });

/** Ops of one commit, so that it stays below what the journal takes. */
const opsAtOnce = 4_000;

async function keep(what: string, events: readonly ProjectEvent[], put: Assessment): Promise<{ readonly ok: true } | NotSaved> {
  const steps = events.map((event): WorkOp => ({ table: 'projectEvents', put: event }));
  const saved = await commitInParts(what, [...steps, ...(await factOps(events)), { table: 'assessments', put }]);
  return saved.ok ? { ok: true } : { ok: false, why: 'failure', failure: saved.failure };
}

async function commitInParts(what: string, ops: readonly WorkOp[]): Promise<Result<null>> {
  for (let from = 0; from < ops.length; from += opsAtOnce) {
    const saved = await commit(what, ops.slice(from, from + opsAtOnce));
    if (!saved.ok) return fail(saved.failure.kind, saved.failure.subject);
  }
  return succeed(null);
}
