import type { ProjectReturn } from '@shared/model/reviewing.ts';
import { countingReturns } from '@shared/projects/merge/settle.ts';
import { database } from '../database.ts';
import { readAllReturns } from './returns.ts';

export interface Conflicts {
  /** Projects of which two files contradict each other; the row that is shown meanwhile. */
  readonly open: readonly ProjectReturn[];
  /** Projects of which somebody has decided; the row that counts. */
  readonly settled: readonly ProjectReturn[];
}

/** Projects of which more came in than counts. */
export async function readConflicts(): Promise<Conflicts> {
  const [rows, planIds] = await Promise.all([readAllReturns(), database.returnedPlans.toCollection().primaryKeys()]);
  const doubled = new Set(planIds.flatMap((id) => (id.includes('#') ? id.slice(0, id.indexOf('#')) : [])));
  const decided = new Set(rows.flatMap(({ id, projectId, state }) => (state === 'setAside' || doubled.has(id) ? projectId : [])));
  const counting = countingReturns(rows);
  return {
    open: counting.filter(({ state }) => state === 'conflict'),
    settled: counting.filter(({ projectId, state }) => state === 'current' && decided.has(projectId)),
  };
}
