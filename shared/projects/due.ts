import { compare } from '../compare.ts';
import type { PlanSummary } from '../model/project.ts';
import type { ProjectStage } from '../model/project-event.ts';
import { missingMonths, runs } from './merge/months.ts';
import { daysUntilDue, dueDay, monthOf } from './progress/months.ts';
import type { ProjectCard } from './register.ts';
import { standing, type OpenNode } from './summary.ts';

export interface DueNode extends OpenNode {
  readonly projectId: string;
  readonly projectTitle: string;
}

/** Nodes that are due, of which only the first are told: all projects of a bureau may have thousands. */
export interface DueNodes {
  readonly count: number;
  /** How many projects they are of. */
  readonly projects: number;
  /** By planned finish, the earliest first; three at most. */
  readonly first: readonly DueNode[];
}

/** The report of a month ('YYYY-MM') that a project owes, or will soon. */
export interface DueReport {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly month: string;
  /** 'YYYY-MM-DD' by which it is or was due. */
  readonly day: string;
}

export interface DueReports {
  readonly count: number;
  /** How many projects owe them. */
  readonly projects: number;
  /** Null where there are none. */
  readonly first: DueReport | null;
}

/** What is due in projects. */
export interface Due {
  readonly overdue: DueNodes;
  readonly dueSoon: DueNodes;
  /** The node that is due next of all. */
  readonly next: DueNode | null;
  readonly missingReports: DueReports;
  /** This month's, which are due today or within the days that count as soon. */
  readonly reportsSoon: DueReports;
}

/** A project that goes on. */
export interface GoingProject {
  readonly project: Pick<ProjectCard, 'id' | 'title'>;
  readonly stage: ProjectStage;
  /** 'YYYY-MM-DD', '' before the approval. */
  readonly approvedOn: string;
  readonly summary: PlanSummary;
  /** Every month ('YYYY-MM') that it has reported. */
  readonly reported: readonly string[];
}

export interface DueDay {
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly dueSoonDays: number;
  /** 1 to 28. */
  readonly reportDay: number;
}

const noNodes: DueNodes = { count: 0, projects: 0, first: [] };
const noReports: DueReports = { count: 0, projects: 0, first: null };

export const nothingDue: Due = { overdue: noNodes, dueSoon: noNodes, next: null, missingReports: noReports, reportsSoon: noReports };

/** What is due when one more project is counted. */
export function withProject(due: Due, going: GoingProject, day: DueDay): Due {
  const { overdue, dueSoon, next } = standing(going.summary, day.today, day.dueSoonDays);
  const { missing, soon } = reportsOf(going, day);
  return {
    overdue: withNodes(due.overdue, overdue, going),
    dueSoon: withNodes(due.dueSoon, dueSoon, going),
    next: next && next.finish !== '' ? (earliest([...(due.next ? [due.next] : []), ofProject(next, going)])[0] ?? null) : due.next,
    missingReports: withReports(due.missingReports, missing),
    reportsSoon: withReports(due.reportsSoon, soon),
  };
}

const namedNodes = 3;

/** `nodes` are ordered already. */
function withNodes(before: DueNodes, nodes: readonly OpenNode[], going: GoingProject): DueNodes {
  if (nodes.length === 0) return before;
  const first = earliest([...before.first, ...nodes.slice(0, namedNodes).map((node) => ofProject(node, going))]);
  return { count: before.count + nodes.length, projects: before.projects + 1, first: first.slice(0, namedNodes) };
}

const withReports = (before: DueReports, reports: readonly DueReport[]): DueReports =>
  reports.length === 0
    ? before
    : { count: before.count + reports.length, projects: before.projects + 1, first: before.first ?? reports[0] ?? null };

/** Projects that are on their way owe reports: the bureau counts the same. */
function reportsOf({ project, stage, approvedOn, reported }: GoingProject, { today, reportDay, dueSoonDays }: DueDay) {
  const ofMonth = (month: string): DueReport => ({
    projectId: project.id,
    projectTitle: project.title,
    month,
    day: dueDay(month, reportDay),
  });
  const months = reported.map((month) => ({ month, percent: 0 })); // only which months counts here
  const month = monthOf(today);
  const left = daysUntilDue(month, reportDay, today);
  const isSoon = runs(stage) && left >= 0 && left <= dueSoonDays && !reported.includes(month);
  return {
    missing: missingMonths({ stage, approvedOn, months }, today, reportDay).map(ofMonth),
    soon: isSoon ? [ofMonth(month)] : [],
  };
}

const ofProject = (node: OpenNode, { project }: GoingProject): DueNode => ({ ...node, projectId: project.id, projectTitle: project.title });

const earliest = (nodes: readonly DueNode[]): readonly DueNode[] =>
  nodes.toSorted((one, other) => compare(one.finish, other.finish) || compare(one.nodeId, other.nodeId));
