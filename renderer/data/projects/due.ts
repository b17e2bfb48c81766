import type { ProjectEvent } from '@shared/model/project-event.ts';
import { nothingDue, withProject, type Due, type DueNode, type GoingProject } from '@shared/projects/due.ts';
import { isOver } from '@shared/projects/lifecycle/state.ts';
import type { ProjectCard } from '@shared/projects/register.ts';
import { blockersOf } from '@shared/projects/schedule/blockers.ts';
import { turns } from '../turns.ts';
import { readProjectCards } from './register/cards.ts';
import { readReportedMonths } from './progress.ts';
import { readDueSoonDays, readPlan } from './projects.ts';
import { readPublishedProjects } from './published.ts';
import { readProjectRules } from './rules.ts';
import { readStandpoints } from './register/stages.ts';
import { readPlanSummaries } from './register/summaries.ts';

/** What is due in all projects that go on. */
export interface DueProjects extends Due {
  /** What the next node waits for. */
  readonly waitsFor: readonly { readonly title: string; readonly owner: string }[];
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

/** Projects of one read: there may be thousands, and the window gets its turn in between. */
const projectsAtOnce = 50;

/** What is due on a day ('YYYY-MM-DD'), from the summaries of plans; only the plan of the next node is read itself. */
export async function readDueProjects(basis: DueBasis, today: string): Promise<DueProjects> {
  const [reported, cards] = await Promise.all([readReportedMonths(), readProjectCards()]);
  const open = cards.filter(({ archived }) => !archived);
  const nextTurn = turns();
  let due = nothingDue;
  for (let from = 0; from < open.length; from += projectsAtOnce) {
    const going = await readGoing(open.slice(from, from + projectsAtOnce), basis, reported);
    due = going.reduce((before, project) => withProject(before, project, { ...basis, today }), due);
    await nextTurn();
  }
  return { ...due, waitsFor: due.next ? await waitsFor(due.next) : [] };
}

/** Those of these projects that are not at their end. */
async function readGoing(
  projects: readonly ProjectCard[],
  { published }: DueBasis,
  reported: ReadonlyMap<string, readonly string[]>,
): Promise<readonly GoingProject[]> {
  const ids = projects.map(({ id }) => id);
  const [summaries, standpoints] = await Promise.all([readPlanSummaries(ids), readStandpoints(ids, published)]);
  return projects.flatMap((project) => {
    const [summary, standpoint] = [summaries.get(project.id), standpoints.get(project.id)];
    if (!summary || !standpoint || isOver(standpoint.stage)) return [];
    return [{ project, ...standpoint, summary, reported: reported.get(project.id) ?? [] }];
  });
}

async function waitsFor({ projectId, nodeId }: DueNode): Promise<{ title: string; owner: string }[]> {
  const nodes = await readPlan(projectId);
  const node = nodes.find(({ id }) => id === nodeId);
  return node ? blockersOf(node, nodes).map(({ node: { title, owner } }) => ({ title, owner })) : [];
}
