import fc from 'fast-check';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { formatDay } from '@shared/projects/days.ts';

export const project: Project = {
  id: 'p1',
  title: '破解山区台区低电压难题',
  number: '2026-017',
  unitId: 'u1',
  unitName: '示例县供电局',
  branch: '城区供电所党支部',
  secretary: '韦建国',
  topicSource: 'claimed',
  year: 2026,
  problem: '',
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
  createdAt: 0,
  archived: false,
};

/** A complete node of March 2026 that has not begun, with what a test changes. */
export function planNode(changes: Partial<PlanNode> = {}): PlanNode {
  return {
    id: 'n1',
    projectId: 'p1',
    order: 1,
    phase: '实施',
    title: '现场勘查',
    duty: '逐户核对负荷',
    deliverable: '勘查报告',
    owner: '李明华',
    department: '配电运维班',
    plannedStart: '2026-03-01',
    plannedFinish: '2026-03-31',
    actualFinish: '',
    progress: 0,
    note: '',
    supporters: '',
    actualStart: '',
    dependencies: [],
    weight: 1,
    nextSteps: '',
    ...changes,
  };
}

export const anyDay = fc
  .record({ year: fc.integer({ min: 1900, max: 2999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map(({ year, month, day }) => formatDay(year, month, day))
  .filter((day) => day !== null);

const dayOrNone = fc.oneof(fc.constant(''), anyDay);

export const anyNode: fc.Arbitrary<PlanNode> = fc
  .record({
    title: fc.string({ unit: 'binary' }),
    duty: fc.string({ unit: 'binary' }),
    owner: fc.string(),
    plannedStart: dayOrNone,
    plannedFinish: dayOrNone,
    actualFinish: dayOrNone,
    progress: fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    ),
  })
  .map(planNode);
