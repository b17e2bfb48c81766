import type { PlanNode, PlanSummary } from '@shared/model/project.ts';
import { completeNode } from '@shared/projects/complete.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { getAllEach, getEach } from '../../kept/bare.ts';
import { KnownValues } from '../../kept/known-values.ts';
import { touch } from '../../kept/touch.ts';
import { watchTable } from '../../kept/watch.ts';

const summaries = new KnownValues(readThem);

watchTable('planSummaries', {
  put: (rows) => summaries.drop((rows as readonly PlanSummary[]).map(({ id }) => id)), // rows of this very table
  remove: (ids) => summaries.drop(ids),
  forget: () => summaries.forget(),
});
watchTable('planNodes', {
  put: (rows) => summaries.drop((rows as readonly PlanNode[]).map(({ projectId }) => projectId)), // rows of this very table
  remove: () => summaries.forget(),
  forget: () => summaries.forget(),
});

/** The summaries of these plans by project, and perhaps of others. A live query that reads them runs again when any plan changes. */
export async function readPlanSummaries(projectIds: readonly string[]): Promise<ReadonlyMap<string, PlanSummary>> {
  await touch('planSummaries', 'planNodes');
  return summaries.read(projectIds);
}

/** Plans that the former version of the program wrote have no summary row until they are edited: theirs are reckoned from their nodes. */
async function readThem(projectIds: readonly string[]): Promise<ReadonlyMap<string, PlanSummary>> {
  const rows = (await getEach<PlanSummary>('planSummaries', projectIds)).filter((row) => row !== undefined);
  const known = new Map(rows.map((row) => [row.id, row]));
  const others = projectIds.filter((id) => !known.has(id));
  if (others.length === 0) return known;
  const nodes = await getAllEach<PlanNode>('planNodes', 'projectId', others);
  return new Map([...known, ...others.map((id, place) => [id, summaryRow(id, (nodes[place] ?? []).map(completeNode))] as const)]);
}
