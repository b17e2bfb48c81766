import { expect, test } from 'vitest';
import type { PlanNode } from '@shared/model/project.ts';
import { printedDeviation, printedState } from '@shared/projects/printed-standing.ts';
import { planNode } from './fixture.ts';

const printed = (node: PlanNode, before: PlanNode | null, isApproved = true) => {
  const against = { before, isApproved, today: '2026-04-10' };
  return [printedState(node, against), printedDeviation(node, against)];
};
const approved = planNode();

test('a moved node is 已调整 until it is late or done, and is measured by what was approved', () => {
  expect(printed(planNode({ plannedFinish: '2026-05-31' }), approved)).toEqual(['已调整', 10]);
  expect(printed(planNode({ plannedFinish: '2026-04-05' }), approved)).toEqual(['逾期', 10]);
  expect(printed(planNode({ plannedFinish: '2026-04-05', actualFinish: '2026-04-07' }), approved)).toEqual(['已完成', 7]);
});

test('a node that came after the approval is 已调整, before any approval it is what it is', () => {
  const added = planNode({ plannedStart: '2026-07-01', plannedFinish: '2026-07-31' });
  expect(printed(added, null)).toEqual(['已调整', null]);
  expect(printed(added, null, false)).toEqual(['未开始', null]);
});
