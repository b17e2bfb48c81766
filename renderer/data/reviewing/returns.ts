import type { Result } from '@shared/model/failure.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { ProjectReturn, ProjectSnapshot, ReturnedPlan } from '@shared/model/reviewing.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { returnFacts } from '@shared/projects/merge/facts.ts';
import type { ReturnsOfProject } from '@shared/projects/merge/merge.ts';
import { countingReturns, settleReturns } from '@shared/projects/merge/settle.ts';
import { database } from '../database.ts';
import { KeptTable } from '../kept/kept-table.ts';
import { commit } from '../work.ts';
import { bureauSteps } from './bureau-steps.ts';
import { returnOps } from './return-ops.ts';

export { takeInBundles, type BundleOutcome, type EntryOutcome } from './take-in.ts';

const returns = new KeptTable('projectReturns', (row: ProjectReturn) => row);

/** What counts of each project that came in, in the order of their ids. */
export const readReturns = async (): Promise<readonly ProjectReturn[]> => countingReturns(await readAllReturns());

/** Every row, those that were set aside too. Read once, and kept in memory. */
export const readAllReturns = (): Promise<readonly ProjectReturn[]> => returns.read();

/** The snapshot that counts of a project; null where nothing of it came in. */
export async function readReturnedPlan(projectId: string): Promise<ReturnedPlan | null> {
  const [row] = countingReturns(await database.projectReturns.where('projectId').equals(projectId).toArray());
  return (row && (await database.returnedPlans.get(row.id))) ?? null;
}

/** Everything that is here of one project. */
export async function readReturnsOf(projectId: string): Promise<ReturnsOfProject> {
  const [rows, plans] = await Promise.all([
    database.projectReturns.where('projectId').equals(projectId).sortBy('id'),
    database.returnedPlans.where('projectId').equals(projectId).sortBy('id'),
  ]);
  return { rows, plans };
}

/** A person has decided which snapshot counts; the others stay, set aside. */
export async function settleReturn(projectId: string, keptPlanId: string): Promise<Result<null>> {
  const here = await readReturnsOf(projectId);
  const steps = await bureauSteps([projectId]);
  const settled = settleReturns(here, keptPlanId, (snapshot) => returnFacts(snapshot, steps.get(projectId) ?? []));
  return commit('returns.settle', returnOps(here, settled));
}

const snapshotsAtOnce = 50;

/** What the ledger shows after further steps of the bureau, to be written in the same commit. Nothing where nothing came in. */
export async function factOps(fresh: readonly ProjectEvent[]): Promise<readonly WorkOp[]> {
  const ids = [...new Set(fresh.map(({ projectId }) => projectId))];
  const freshOf = Map.groupBy(fresh, ({ projectId }) => projectId);
  const ops: WorkOp[] = [];
  for (let from = 0; from < ids.length; from += snapshotsAtOnce) {
    const some = ids.slice(from, from + snapshotsAtOnce);
    const [rows, steps] = await Promise.all([database.projectReturns.where('projectId').anyOf(some).toArray(), bureauSteps(some)]);
    const plans = await database.returnedPlans.bulkGet(rows.map(({ id }) => id));
    for (const [place, row] of rows.entries()) {
      const known = [...(steps.get(row.projectId) ?? []), ...(freshOf.get(row.projectId) ?? [])];
      ops.push(...refreshed(row, plans[place]?.snapshot, known));
    }
  }
  return ops;
}

const refreshed = (row: ProjectReturn, snapshot: ProjectSnapshot | undefined, steps: readonly ProjectEvent[]): readonly WorkOp[] =>
  snapshot ? [{ table: 'projectReturns', put: { ...row, facts: returnFacts(snapshot, steps) } }] : [];
