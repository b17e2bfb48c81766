import { isDay } from '../days.ts';
import type { Actor, MonthlyReport, PlanNode, Project } from '../../model/project.ts';

/** One report a project and month: writing it again changes it. */
export const monthIdOf = (projectId: string, month: string): string => `${projectId}:${month}`;

export interface NewMonth {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly by: Actor;
}

/** The form of a month before anything is written: nodes and indicators as they stand. */
export const newMonth = ({ project, nodes, month, by }: NewMonth): MonthlyReport => ({
  id: monthIdOf(project.id, month),
  projectId: project.id,
  month,
  reporter: by.name,
  position: by.position,
  progress: '',
  problem: '',
  coordination: '',
  next: '',
  nodes: nodes.map(({ id, progress, actualFinish }) => ({ nodeId: id, percent: progress, actualFinish })),
  indicators: project.indicators.flatMap(({ id, actual }) => (actual === null ? [] : [{ id, value: actual }])),
  at: 0,
});

/** A report that was written, with the nodes that came into the plan since as they stand. */
export function withNewNodes(report: MonthlyReport, nodes: readonly PlanNode[]): MonthlyReport {
  const known = new Set(report.nodes.map(({ nodeId }) => nodeId));
  const fresh = nodes.filter(({ id }) => !known.has(id));
  return {
    ...report,
    nodes: [...report.nodes, ...fresh.map(({ id, progress, actualFinish }) => ({ nodeId: id, percent: progress, actualFinish }))],
  };
}

/** Whether a report is the newest of its project: only then does it say how things stand now. */
export const isNewest = (month: string, others: readonly Pick<MonthlyReport, 'month'>[]): boolean =>
  others.every((other) => other.month <= month);

/** The plan's nodes as the report says they stand; a node that it does not name stays. */
export function nodesAfter(nodes: readonly PlanNode[], report: MonthlyReport): readonly PlanNode[] {
  const reported = new Map(report.nodes.map((node) => [node.nodeId, node]));
  return nodes.map((node) => {
    const { percent = node.progress, actualFinish = node.actualFinish } = reported.get(node.id) ?? {};
    return percent === node.progress && actualFinish === node.actualFinish ? node : { ...node, progress: percent, actualFinish };
  });
}

/** The project with the indicators' values as the report says; the same object where it says nothing new. */
export function projectAfter(project: Project, report: MonthlyReport): Project {
  const values = new Map(report.indicators.map(({ id, value }) => [id, value]));
  const isNews = project.indicators.some(({ id, actual }) => values.has(id) && values.get(id) !== actual);
  if (!isNews) return project;
  return {
    ...project,
    indicators: project.indicators.map((indicator) => ({ ...indicator, actual: values.get(indicator.id) ?? indicator.actual })),
  };
}

export type MonthProblem =
  | { readonly kind: 'nothing-written' }
  | { readonly kind: 'reporter-missing' }
  /** A node that is finished by its date and not by its percentage, has a date that lies ahead, or one that is not typed to its end. */
  | { readonly kind: 'not-finished' | 'finish-ahead' | 'no-day'; readonly nodeId: string };

/** What of a report has to be mended before it is kept; null where nothing. `today` is 'YYYY-MM-DD'. */
export function problemOf(report: MonthlyReport, today: string): MonthProblem | null {
  if (report.reporter.trim() === '') return { kind: 'reporter-missing' };
  if (report.progress.trim() === '') return { kind: 'nothing-written' };
  for (const { nodeId, percent, actualFinish } of report.nodes) {
    if (actualFinish !== '' && !isDay(actualFinish)) return { kind: 'no-day', nodeId };
    if (actualFinish > today) return { kind: 'finish-ahead', nodeId };
    if (actualFinish !== '' && percent < 100) return { kind: 'not-finished', nodeId };
  }
  return null;
}
