import type { PlanNode, Project } from '@shared/model/project.ts';
import { blankNode } from '@shared/projects/complete.ts';

export const project: Project = {
  id: 'project-1',
  title: '降低中压线路故障率',
  number: 'SJ-2026-01',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '运维支部',
  secretary: '韦书记',
  topicSource: 'self',
  year: 2026,
  problem: '雷击跳闸多',
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
  createdAt: 1,
  archived: false,
};

/** A node that lacks nothing. */
export const node = (order: number, fields: Partial<PlanNode> = {}): PlanNode => ({
  ...blankNode(project.id, `node-${order}`),
  order,
  phase: '实施',
  title: `节点${order}`,
  duty: '排查隐患',
  deliverable: '排查报告',
  owner: '张三',
  department: '运维部',
  plannedStart: '2026-03-01',
  plannedFinish: '2026-12-31',
  ...fields,
});

export const titles = (rows: readonly PlanNode[]): string[] => rows.map(({ title }) => title);
