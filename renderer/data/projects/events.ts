import type { Failure, Result } from '@shared/model/failure.ts';
import type { ProjectAction, ProjectEvent } from '@shared/model/project-event.ts';
import { step, type StepFacts } from '@shared/projects/lifecycle/actions.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import type { ProjectState, StepFault } from '@shared/projects/lifecycle/state.ts';
import { database } from '../database.ts';
import { factOps, readReturnedPlan } from '../reviewing/returns.ts';
import { commit } from '../work.ts';
import { readPublishedProjects } from './published.ts';

/** Where a project stands by everything that this computer knows: its own steps, those of packages, and at the bureau those that came in. */
export async function readProjectState(projectId: string): Promise<ProjectState> {
  const published = await readPublishedProjects();
  return readStateWith(projectId, published?.events ?? []);
}

/** The same for somebody who has the steps of packages already; those of other projects among them are passed over. */
export async function readStateWith(projectId: string, published: readonly ProjectEvent[]): Promise<ProjectState> {
  const [own, returned] = await Promise.all([
    database.projectEvents.where('projectId').equals(projectId).toArray(),
    readReturnedPlan(projectId),
  ]);
  return replay(projectId, [...own, ...(returned?.snapshot.events ?? []), ...published]);
}

/** Keeps a step; at the bureau what the ledger shows of the project goes with it. */
export const commitStep = async (event: ProjectEvent): Promise<Result<null>> =>
  commit(`project.${event.action.kind}`, [{ table: 'projectEvents', put: event }, ...(await factOps([event]))]);

/** A step that was taken, or why not: it is not possible (any more), or it could not be saved. */
export type StepResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'fault'; readonly fault: StepFault }
  | { readonly ok: false; readonly why: 'failure'; readonly failure: Failure };

/** Takes the next step from where the project stands now, which may be further than the screen shows. */
export async function takeStep(action: ProjectAction, facts: StepFacts): Promise<StepResult> {
  const next = step(await readProjectState(facts.projectId), action, facts);
  if (!next.ok) return { ok: false, why: 'fault', fault: next.why };
  const saved = await commitStep(next.event);
  return saved.ok ? { ok: true } : { ok: false, why: 'failure', failure: saved.failure };
}
