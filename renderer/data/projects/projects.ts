import { compare } from '@shared/compare.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { completeNode, completeProject } from '@shared/projects/complete.ts';
import { readPackage } from '../content.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

export interface ProjectPlan {
  readonly project: Project;
  /** In the order of the table. */
  readonly nodes: readonly PlanNode[];
}

/** Every project with its plan, the newest first; archived ones too. */
export async function readProjects(): Promise<ProjectPlan[]> {
  const [projects, nodes] = await Promise.all([database.projects.toArray(), database.planNodes.toArray()]);
  const plans = Map.groupBy(nodes.map(completeNode), (node) => node.projectId);
  return projects
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map((project) => ({ project: completeProject(project), nodes: (plans.get(project.id) ?? []).toSorted(byOrder) }));
}

/** Null when there is no such project. */
export async function readProject(id: string): Promise<Project | null> {
  const row = await database.projects.get(id);
  return row ? completeProject(row) : null;
}

/** The plan table of a project, in its order. */
export async function readPlan(projectId: string): Promise<PlanNode[]> {
  return (await database.planNodes.where('projectId').equals(projectId).toArray()).map(completeNode).sort(byOrder);
}

export function saveProject(what: 'project.create' | 'project.edit', project: Project): Promise<Result<null>> {
  return commit(what, [{ table: 'projects', put: project }]);
}

/** Changes some fields of a project; the others stay as they are by then. A project that is gone stays gone. */
export async function changeProject(id: string, fields: Partial<Omit<Project, 'id'>>): Promise<Result<null>> {
  const project = await readProject(id);
  return project ? saveProject('project.edit', { ...project, ...fields }) : succeed(null);
}

const usualDueSoonDays = 7;

/** How many days ahead a node counts as due soon: the bureau's policy, or a week where none is installed. */
export async function readDueSoonDays(): Promise<number> {
  return (await readPackage('policy'))?.policy.planThresholds.dueSoonDays ?? usualDueSoonDays;
}

const byOrder = (a: PlanNode, b: PlanNode): number => a.order - b.order || compare(a.id, b.id);
