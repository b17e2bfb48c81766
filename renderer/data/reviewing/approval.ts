import type { Project } from '@shared/model/project.ts';
import type { ProjectStage } from '@shared/model/project-event.ts';
import type { ProjectReturn, ReturnFacts } from '@shared/model/reviewing.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { isPublished } from '@shared/projects/reviewing/publication.ts';
import { database } from '../database.ts';
import { readStateWith } from '../projects/events.ts';
import { readPublishedProjects } from '../projects/published.ts';
import { bureauSteps } from './bureau-steps.ts';
import { readBureauSteps, readPublishedMarks } from './publish.ts';
import { readReturnedPlan, readReturns } from './returns.ts';

export const waitingStages = ['departmentReview', 'leaderReview', 'committeeReview', 'closingRequested'] as const satisfies ProjectStage[];
export type WaitingStage = (typeof waitingStages)[number];

export interface ReviewRow {
  readonly projectId: string;
  readonly facts: ReturnFacts;
  /** When its last step was taken, by whoever took it; milliseconds since 1970. */
  readonly since: number;
  /** Whether what came in of it contradicts itself. */
  readonly isConflict: boolean;
}

/** So many snapshots are read at once: a task of a few milliseconds, though hundreds may wait. */
const snapshotsAtOnce = 20;

/** Projects that wait for a step of the bureau, the longest waiting first. */
export async function readWaiting(): Promise<ReviewRow[]> {
  const waiting = await countingWhere(({ facts }) => isWaiting(facts.stage));
  const rows: ReviewRow[] = [];
  for (let from = 0; from < waiting.length; from += snapshotsAtOnce) {
    const some = waiting.slice(from, from + snapshotsAtOnce);
    const [plans, own] = await Promise.all([
      database.returnedPlans.bulkGet(some.map(({ id }) => id)),
      bureauSteps(some.map(({ projectId }) => projectId)),
    ]);
    for (const [place, row] of some.entries()) {
      const { steps } = replay(row.projectId, [...(plans[place]?.snapshot.events ?? []), ...(own.get(row.projectId) ?? [])]);
      rows.push(rowOf(row, steps.at(-1)?.at ?? 0));
    }
  }
  return rows.toSorted((one, other) => one.since - other.since);
}

/** Projects in which the bureau has taken a step, the latest first. */
export async function readHandled(): Promise<ReviewRow[]> {
  const own = await readBureauSteps();
  const latest = new Map(own.toSorted((one, other) => one.at - other.at).map(({ projectId, at }) => [projectId, at]));
  const handled = await countingWhere(({ projectId }) => latest.has(projectId));
  return handled.map((row) => rowOf(row, latest.get(row.projectId) ?? 0)).toSorted((one, other) => other.since - one.since);
}

export const isWaiting = (stage: ProjectStage): stage is WaitingStage => waitingStages.some((waiting) => waiting === stage);

const countingWhere = async (isWanted: (row: ProjectReturn) => boolean): Promise<readonly ProjectReturn[]> =>
  (await readReturns()).filter(isWanted);

const rowOf = ({ projectId, facts, state }: ProjectReturn, since: number): ReviewRow => ({
  projectId,
  facts,
  since,
  isConflict: state === 'conflict',
});

export interface ReviewFile {
  readonly state: ProjectState;
  readonly facts: ReturnFacts;
  /** The project as it came in last. */
  readonly project: Project;
  readonly isConflict: boolean;
}

/** Everything that is known of a project under review; null where nothing of it came in. */
export async function readReviewFile(projectId: string): Promise<ReviewFile | null> {
  const plan = await readReturnedPlan(projectId);
  const row = plan && (await database.projectReturns.get(plan.id));
  if (!plan || !row) return null;
  const state = await readStateWith(projectId, (await readPublishedProjects())?.events ?? []);
  return { state, facts: row.facts, project: plan.snapshot.project, isConflict: row.state === 'conflict' };
}

/** Whether a step has gone out to the branches: then it stands. */
export const isStepPublished = async (eventId: string): Promise<boolean> => isPublished(await readPublishedMarks(), 'events', eventId);
