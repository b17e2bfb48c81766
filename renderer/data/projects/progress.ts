import type { Result } from '@shared/model/failure.ts';
import type { MonthlyReport, ProgressEntry, Project } from '@shared/model/project.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { isNewest, nodesAfter, projectAfter } from '@shared/projects/progress/month-report.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { changePlan } from './plan.ts';

/** Monthly reports (月度进展) of a project, the latest month first. */
export async function readMonths(projectId: string): Promise<MonthlyReport[]> {
  const months = await database.monthlyReports.where('projectId').equals(projectId).toArray();
  return months.toSorted((one, other) => (one.month < other.month ? 1 : -1));
}

/** The months ('YYYY-MM') that were reported, by project: told from the ids alone, so that no report is read. */
export async function readReportedMonths(): Promise<ReadonlyMap<string, readonly string[]>> {
  const reports = (await database.monthlyReports.toCollection().primaryKeys()).map((id) => {
    const end = id.lastIndexOf(':');
    return { projectId: id.slice(0, end), month: id.slice(end + 1) };
  });
  const byProject = Map.groupBy(reports, ({ projectId }) => projectId);
  return new Map([...byProject].map(([projectId, own]) => [projectId, own.map(({ month }) => month)]));
}

/** Dated entries of a project, the latest day first. */
export async function readEntries(projectId: string): Promise<ProgressEntry[]> {
  const entries = await database.progressEntries.where('projectId').equals(projectId).toArray();
  return entries.toSorted((one, other) => (one.date === other.date ? other.at - one.at : one.date < other.date ? 1 : -1));
}

/**
 * Keeps a monthly report. The newest one also says how the plan's nodes and the indicators stand: they are written with it, in
 * one commit. An older one that is mended or filled in late changes only itself.
 */
export async function saveMonth(report: MonthlyReport, project: Project): Promise<Result<null>> {
  const put: WorkOp = { table: 'monthlyReports', put: report };
  if (!isNewest(report.month, await readMonths(project.id))) return commit('progress.month', [put]);
  const after = projectAfter(project, report);
  const beside: WorkOp[] = after === project ? [put] : [put, { table: 'projects', put: after }];
  return changePlan('progress.month', project.id, (nodes) => nodesAfter(nodes, report), beside);
}

/** Keeps a dated entry; where it names a node and a percentage, the node takes it in the same commit. */
export function saveEntry(entry: ProgressEntry): Promise<Result<null>> {
  const put: WorkOp = { table: 'progressEntries', put: entry };
  const { percent, nodeId, projectId } = entry;
  if (percent === null || nodeId === '') return commit('progress.entry', [put]);
  return changePlan(
    'progress.entry',
    projectId,
    (nodes) => nodes.map((node) => (node.id === nodeId ? { ...node, progress: percent } : node)),
    [put],
  );
}

/** Puts an entry back that was removed; the node keeps what it has since. */
export const putEntry = (put: ProgressEntry): Promise<Result<null>> => commit('progress.entry', [{ table: 'progressEntries', put }]);

export const removeEntry = (id: string): Promise<Result<null>> => commit('progress.remove', [{ table: 'progressEntries', remove: id }]);
