import type { ProjectEvent, ProjectStage } from '@shared/model/project-event.ts';
import type { ReturnedPlan } from '@shared/model/reviewing.ts';
import { briefStep } from '@shared/projects/lifecycle/brief-step.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import { database } from '../../database.ts';
import { getAllEach } from '../../kept/bare.ts';
import { KnownValues } from '../../kept/known-values.ts';
import { touch } from '../../kept/touch.ts';
import { watchTable } from '../../kept/watch.ts';
import { readReturnedPlan } from '../../reviewing/returns.ts';

/** Where a project stands, as far as lists tell it. */
export interface Standpoint {
  readonly stage: ProjectStage;
  /** 'YYYY-MM-DD', '' before the approval. */
  readonly approvedOn: string;
}

/** Of a project that was handed in the steps carry its whole plan: they are read once, and what is kept of them is brief. */
const steps = new KnownValues(readSteps);

for (const table of ['projectEvents', 'returnedPlans', 'projectReturns'] as const) {
  watchTable(table, {
    put: (rows) => steps.drop((rows as readonly Pick<ReturnedPlan, 'projectId'>[]).map(({ projectId }) => projectId)), // as the rows of all three have it
    remove: () => steps.forget(),
    forget: () => steps.forget(),
  });
}

/**
 * Where projects stand by everything that this computer knows. `published` are the steps of packages, by project. A live query
 * that reads it runs again when any project may stand elsewhere.
 */
export async function readStandpoints(
  projectIds: readonly string[],
  published: ReadonlyMap<string, readonly ProjectEvent[]>,
): Promise<ReadonlyMap<string, Standpoint>> {
  await touch('projectEvents', 'returnedPlans', 'projectReturns');
  const known = await steps.read(projectIds);
  return new Map(
    projectIds.map((id) => {
      const { stage, approvedOn } = replay(id, [...(known.get(id) ?? []), ...(published.get(id) ?? [])]);
      return [id, { stage, approvedOn }];
    }),
  );
}

async function readSteps(projectIds: readonly string[]): Promise<ReadonlyMap<string, readonly ProjectEvent[]>> {
  const own = await getAllEach<ProjectEvent>('projectEvents', 'projectId', projectIds);
  const returned = await readReturnedSteps(projectIds);
  return new Map(projectIds.map((id, place) => [id, [...(own[place] ?? []), ...(returned.get(id) ?? [])].map(briefStep)]));
}

/** Nothing ever came in at a branch; the bureau rarely has projects of its own. */
async function readReturnedSteps(projectIds: readonly string[]): Promise<ReadonlyMap<string, readonly ProjectEvent[]>> {
  if ((await database.projectReturns.count()) === 0) return new Map();
  const plans = await Promise.all(projectIds.map(readReturnedPlan));
  return new Map(plans.flatMap((plan) => (plan ? [[plan.projectId, plan.snapshot.events] as const] : [])));
}
