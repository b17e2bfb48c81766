import type { PlanNode, Project } from '../model/project.ts';

const projectBlanks = {
  topicId: '',
  contact: '',
  specialty: '',
  startDate: '',
  endDate: '',
  background: '',
  measures: '',
  effect: '',
  outcome: '',
  indicators: [],
} as const satisfies Partial<Project>;

const nodeBlanks = {
  supporters: '',
  actualStart: '',
  dependencies: [],
  weight: 1,
  nextSteps: '',
} as const satisfies Partial<PlanNode>;

/** A project as it is today of a row that an earlier version of the program may have written; the same row where it lacks nothing. */
export const completeProject = (row: Project): Project => (row.indicators === undefined ? { ...projectBlanks, ...row } : row);

/** The same for a node of a plan. */
export const completeNode = (row: PlanNode): PlanNode => (row.dependencies === undefined ? { ...nodeBlanks, ...row } : row);

/** A node with nothing in it yet; a table that it is put into gives it its order. */
export const blankNode = (projectId: string, id: string): PlanNode => ({
  ...nodeBlanks,
  id,
  projectId,
  order: 1,
  phase: '',
  title: '',
  duty: '',
  deliverable: '',
  owner: '',
  department: '',
  plannedStart: '',
  plannedFinish: '',
  actualFinish: '',
  progress: 0,
  note: '',
});
