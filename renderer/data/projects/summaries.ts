import type { PlanSummary } from '@shared/model/project.ts';
import { completeNode } from '@shared/projects/complete.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { database } from '../database.ts';

/**
 * The summaries of these plans by project. Those that the former version of the program wrote have no summary row until they
 * are edited: theirs are reckoned from their nodes.
 */
export async function readPlanSummaries(projectIds: readonly string[]): Promise<ReadonlyMap<string, PlanSummary>> {
  const rows = (await database.planSummaries.bulkGet([...projectIds])).filter((row) => row !== undefined);
  const known = new Map(rows.map((row) => [row.id, row]));
  const others = projectIds.filter((id) => !known.has(id));
  if (others.length === 0) return known;
  const nodes = (await database.planNodes.where('projectId').anyOf(others).toArray()).map(completeNode);
  const byProject = Map.groupBy(nodes, ({ projectId }) => projectId);
  return new Map([...known, ...others.map((id) => [id, summaryRow(id, byProject.get(id) ?? [])] as const)]);
}
