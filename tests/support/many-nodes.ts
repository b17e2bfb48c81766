import type { Dependency, PlanNode, Project } from '@shared/model/project.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';

/** A project that nobody has, for plans of many nodes. */
export const longProject: Project = {
  id: 'long-project',
  title: '示例：两千个节点的计划',
  number: 'SJ2026-示例-99',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '示例支部',
  secretary: '示例书记甲',
  topicSource: 'self',
  topicId: '',
  year: 2026,
  contact: '',
  specialty: '',
  startDate: '2026-01-05',
  endDate: '',
  background: '',
  problem: '',
  measures: '',
  effect: '',
  outcome: '',
  indicators: [],
  createdAt: 1,
  archived: false,
};

const phases = ['立项准备', '组织实施', '总结提炼', '评审推广'];
const plain = legalCalendar([]);

/**
 * A plan of so many nodes, the same every time: each some workdays long, most of them after one or two of the ten before, on
 * dates that those allow.
 */
export function manyNodes(count: number): PlanNode[] {
  const nodes: PlanNode[] = [];
  for (let place = 0; place < count; place += 1) nodes.push(nodeAt(place, count, nodes));
  return nodes;
}

function nodeAt(place: number, count: number, before: readonly PlanNode[]): PlanNode {
  const dependencies = linksOf(place);
  const predecessors = dependencies.flatMap(({ nodeId }) => before.filter(({ id }) => id === nodeId));
  const latest = predecessors.reduce((day, { plannedFinish }) => (plannedFinish > day ? plannedFinish : day), '2026-01-05');
  const plannedStart = plain.addWorkdays(latest, predecessors.length > 0 ? 1 : 0);
  const isDone = place < count / 10;
  const plannedFinish = plain.addWorkdays(plannedStart, place % 5);
  return {
    id: idAt(place),
    projectId: longProject.id,
    order: place + 1,
    phase: phases[Math.floor((place * phases.length) / count)] ?? '',
    title: `示例节点 ${place + 1}`,
    duty: `第 ${place + 1} 项：核对台区资料，现场勘查，形成清单并报送专责审核`,
    deliverable: `第 ${place + 1} 项清单一份，专责签字`,
    owner: `示例员工${String(place % 40).padStart(2, '0')}`,
    department: ['示例运维班', '示例营销部', '示例调度班'][place % 3] ?? '',
    supporters: place % 4 === 0 ? '示例供电所' : '',
    plannedStart,
    plannedFinish,
    actualStart: isDone ? plannedStart : '',
    actualFinish: isDone ? plannedFinish : '',
    dependencies,
    weight: 1 + (place % 3),
    progress: isDone ? 100 : 0,
    nextSteps: '',
    note: '',
  };
}

const idAt = (place: number): string => `long-node-${place + 1}`;

/** Chains of forty nodes, so that their dates stay within some years. */
function linksOf(place: number): Dependency[] {
  if (place % 40 === 0) return [];
  const link = (back: number): Dependency => ({ nodeId: idAt(place - back), type: 'FS', lag: 0, elapsed: false });
  return place % 40 > 7 ? [link(1 + (place % 3)), link(5 + (place % 3))] : [link(1)];
}
