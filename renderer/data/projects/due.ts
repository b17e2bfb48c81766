import { compare } from '@shared/compare.ts';
import type { Project } from '@shared/model/project.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { missingMonths, runs } from '@shared/projects/merge/months.ts';
import { daysUntilDue, dueDay, monthOf } from '@shared/projects/progress/months.ts';
import { blockersOf } from '@shared/projects/schedule/blockers.ts';
import { standing, type OpenNode } from '@shared/projects/summary.ts';
import { database } from '../database.ts';
import { readStateWith } from './events.ts';
import { readDueSoonDays, readPlan } from './projects.ts';
import { readPublishedProjects } from './published.ts';
import { readProjectRules } from './rules.ts';
import { readPlanSummaries } from './summaries.ts';

export interface DueNode extends OpenNode {
  readonly projectId: string;
  readonly projectTitle: string;
}

/** The report of a month ('YYYY-MM') that a project owes, or will soon. */
export interface DueReport {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly month: string;
  /** 'YYYY-MM-DD' by which it is or was due. */
  readonly day: string;
}

/** What is due in all projects that go on. */
export interface DueProjects {
  /** The longest overdue first. */
  readonly overdue: readonly DueNode[];
  /** The first one first. */
  readonly dueSoon: readonly DueNode[];
  /** The node that is due next of all, and the nodes that it waits for. */
  readonly next: { readonly node: DueNode; readonly waitsFor: readonly { readonly title: string; readonly owner: string }[] } | null;
  readonly missingReports: readonly DueReport[];
  /** This month's, which are due today or within the days that count as soon. */
  readonly reportsSoon: readonly DueReport[];
}

/** What comes out of packages: read apart, so that reading the work again does not unpack it again. */
export interface DueBasis {
  readonly dueSoonDays: number;
  readonly reportDay: number;
  readonly published: ReadonlyMap<string, readonly ProjectEvent[]>;
}

export async function readDueBasis(): Promise<DueBasis> {
  const [dueSoonDays, { reportDay }, content] = await Promise.all([readDueSoonDays(), readProjectRules(), readPublishedProjects()]);
  return { dueSoonDays, reportDay, published: Map.groupBy(content?.events ?? [], ({ projectId }) => projectId) };
}

/** What is due on a day ('YYYY-MM-DD'), from the summaries of plans; only the plan of the next node is read itself. */
export async function readDueProjects(basis: DueBasis, today: string): Promise<DueProjects> {
  const going = await readGoing(basis);
  const summaries = await readPlanSummaries(going.map(({ project }) => project.id));
  const standings = going.flatMap(({ project }) => {
    const summary = summaries.get(project.id);
    return summary ? [{ project, ...standing(summary, today, basis.dueSoonDays) }] : [];
  });
  const next = standings
    .flatMap(({ project, next: node }) => (node && node.finish !== '' ? [ofProject(project, node)] : []))
    .sort(byFinish)[0];
  return {
    overdue: standings.flatMap(({ project, overdue }) => overdue.map((node) => ofProject(project, node))).sort(byFinish),
    dueSoon: standings.flatMap(({ project, dueSoon }) => dueSoon.map((node) => ofProject(project, node))).sort(byFinish),
    next: next ? { node: next, waitsFor: await waitsFor(next) } : null,
    ...(await readReports(going, basis, today)),
  };
}

interface Going {
  readonly project: Project;
  readonly state: ProjectState;
}

/** Projects that are neither archived nor at their end. */
async function readGoing({ published }: DueBasis): Promise<Going[]> {
  const projects = (await database.projects.toArray()).filter(({ archived }) => !archived);
  const states = await Promise.all(projects.map(({ id }) => readStateWith(id, published.get(id) ?? [])));
  return projects.flatMap((project, place) => {
    const state = states[place];
    return state && !isOver(state) ? [{ project, state }] : [];
  });
}

const isOver = ({ stage }: ProjectState): boolean => stage === 'closed' || stage === 'assessed' || stage === 'terminated';

async function waitsFor({ projectId, nodeId }: DueNode): Promise<{ title: string; owner: string }[]> {
  const nodes = await readPlan(projectId);
  const node = nodes.find(({ id }) => id === nodeId);
  return node ? blockersOf(node, nodes).map(({ node: { title, owner } }) => ({ title, owner })) : [];
}

/** Projects that are on their way owe reports: the bureau counts the same. */
async function readReports(going: readonly Going[], { reportDay, dueSoonDays }: DueBasis, today: string) {
  const running = going.filter(({ state }) => runs(state.stage));
  const reported = await database.monthlyReports
    .where('projectId')
    .anyOf(running.map(({ project }) => project.id))
    .toArray();
  const byProject = Map.groupBy(reported, ({ projectId }) => projectId);
  const month = monthOf(today);
  const left = daysUntilDue(month, reportDay, today);
  const isSoon = left >= 0 && left <= dueSoonDays;
  const reports = running.map(({ project, state: { stage, approvedOn } }) => {
    const months = (byProject.get(project.id) ?? []).map((report) => ({ month: report.month, percent: 0 })); // only which months counts here
    const ofMonth = (one: string): DueReport => ({
      projectId: project.id,
      projectTitle: project.title,
      month: one,
      day: dueDay(one, reportDay),
    });
    const isOpen = isSoon && months.every((report) => report.month !== month);
    return { missing: missingMonths({ stage, approvedOn, months }, today, reportDay).map(ofMonth), soon: isOpen ? [ofMonth(month)] : [] };
  });
  return { missingReports: reports.flatMap(({ missing }) => missing), reportsSoon: reports.flatMap(({ soon }) => soon) };
}

const ofProject = (project: Project, node: OpenNode): DueNode => ({ ...node, projectId: project.id, projectTitle: project.title });

const byFinish = (one: DueNode, other: DueNode): number => compare(one.finish, other.finish) || compare(one.nodeId, other.nodeId);
