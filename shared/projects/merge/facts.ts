import type { MonthlyReport, PlanNode } from '../../model/project.ts';
import type { ProjectEvent } from '../../model/project-event.ts';
import type { ProjectSnapshot, ReportedMonth, ReturnFacts } from '../../model/reviewing.ts';
import { replay } from '../lifecycle/replay.ts';
import { summaryRow } from '../summary.ts';

/** What the ledger shows of a snapshot, with the bureau's own steps of its project taken into the way. */
export function returnFacts({ project, nodes, events, months }: ProjectSnapshot, bureauSteps: readonly ProjectEvent[]): ReturnFacts {
  const { stage, approvedOn, assessment } = replay(project.id, [...events, ...bureauSteps]);
  const { total, done, percent, open } = summaryRow(project.id, nodes);
  return {
    unitId: project.unitId,
    unitName: project.unitName,
    branch: project.branch,
    title: project.title,
    number: project.number,
    secretary: project.secretary,
    specialty: project.specialty,
    topicSource: project.topicSource,
    year: project.year,
    stage,
    approvedOn,
    total,
    done,
    percent,
    finishes: open.flatMap(({ finish }) => (finish === '' ? [] : finish)).sort(),
    months: reportedMonths(nodes, months),
    score: assessment?.score ?? null,
    grade: assessment?.grade ?? '',
  };
}

/** Progress month by month: a node stands where the last report that names it left it. */
export function reportedMonths(nodes: readonly PlanNode[], reports: readonly MonthlyReport[]): readonly ReportedMonth[] {
  const reached = new Map<string, number>();
  return reports
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
    .map((report) => {
      for (const { nodeId, percent } of report.nodes) reached.set(nodeId, percent);
      const then = nodes.map((node) => ({ ...node, progress: reached.get(node.id) ?? 0, actualFinish: '' }));
      return { month: report.month, percent: summaryRow(report.projectId, then).percent };
    });
}
