import { describe, expect, it } from 'vitest';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { planNodeSchema, projectSchema } from '@shared/model/schemas/projects.ts';
import { completeNode, completeProject } from '@shared/projects/complete.ts';
import { planNode, project } from './fixture.ts';

/** Rows as the first version of the program wrote them. */
const formerProject = {
  id: 'p1',
  title: '示例项目',
  number: '',
  unitId: 'u1',
  unitName: '示例县供电局',
  branch: '',
  secretary: '',
  topicSource: 'self',
  year: 2026,
  problem: '',
  createdAt: 1,
  archived: false,
} as unknown as Project;
const formerNode = {
  id: 'n1',
  projectId: 'p1',
  order: 1,
  phase: '',
  title: '节点',
  duty: '',
  deliverable: '',
  owner: '',
  department: '',
  plannedStart: '2026-03-01',
  plannedFinish: '',
  actualFinish: '',
  progress: 30,
  note: '',
} as unknown as PlanNode;

describe('rows of the first version', () => {
  it('become rows that today’s journal takes, and keep what they had', () => {
    expect(projectSchema.parse(completeProject(formerProject))).toMatchObject(formerProject);
    expect(planNodeSchema.parse(completeNode(formerNode))).toMatchObject({ ...formerNode, weight: 1, dependencies: [] });
  });

  it('are left alone where they lack nothing', () => {
    const node = planNode();
    expect(completeProject(project)).toBe(project);
    expect(completeNode(node)).toBe(node);
  });
});
