import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { readPlan } from '../../renderer/data/projects/projects.ts';
import { commit } from '../../renderer/data/work.ts';
import { Plan } from '../../renderer/projects/plan/plan.tsx';
import { node, project } from '../renderer/projects/nodes.ts';
import { cellAt, field, saved, showPlan } from '../renderer/projects/plan/support.tsx';
import { memoryBridge } from '../support/memory-bridge.ts';
import { renderScreen } from '../support/screen.tsx';

// Enter in the last row stayed there, the first node had to be looked for with the mouse, and who deleted every row had no undo.

let projectId: string;
let tests = 0;

async function begin(count: number): Promise<void> {
  projectId = `last-row-${(tests += 1)}`;
  const nodes = Array.from({ length: count }, (_, place) => node(place + 1, { projectId }));
  const puts = nodes.map((put) => ({ table: 'planNodes' as const, put }));
  await commit('test', [{ table: 'projects', put: { ...project, id: projectId } }, ...puts]);
}

const titles = async () => (await readPlan(projectId)).map(({ title, owner }) => [title, owner]);

beforeEach(async () => {
  await memoryBridge();
});

it('is written row after row with Tab and Enter, from its first button on', async () => {
  const user = userEvent.setup();
  await begin(0);
  showPlan(projectId);
  await user.click(await screen.findByRole('button', { name: '添加第一个节点' }));
  expect(document.activeElement).toBe(field(/^第 1 行，阶段/));
  await user.keyboard('{Tab}甲{Tab}{Tab}{Tab}张三{Enter}');
  expect(document.activeElement).toBe(field(/^第 2 行，阶段/));
  await user.keyboard('{Tab}乙{Tab}{Tab}{Tab}李四{Enter}{Tab}丙{Enter}');
  await saved();
  expect(await titles()).toEqual([
    ['甲', '张三'],
    ['乙', '李四'],
    ['丙', ''],
  ]);
});

it('fills its spare row down and never removes it', async () => {
  const user = userEvent.setup();
  await begin(2);
  showPlan(projectId);
  await user.click(await cellAt(3, '责任人'));
  await user.keyboard('{Control>}{Delete}{/Control}{Delete}{Alt>}{ArrowUp}{/Alt}');
  expect(await titles()).toHaveLength(2);
  await user.keyboard('{Control>}d{/Control}');
  await saved();
  expect((await titles()).at(2)).toEqual(['', '张三']);
});

it('keeps its undo when every row is removed, and its redo when everything is undone', async () => {
  const user = userEvent.setup();
  await begin(3);
  showPlan(projectId);
  await user.click(await cellAt(1, '节点'));
  await user.keyboard('{Control>}a{Delete}{/Control}');
  await saved();
  expect(await titles()).toEqual([]);
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await saved();
  expect(await titles()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: '恢复' }));
  await saved();
  expect(await titles()).toEqual([]);
});

it('begins at the node that a link leads to, at the first thing it lacks', async () => {
  await begin(0);
  const nodes = [node(1, { projectId }), node(2, { projectId, deliverable: '' })];
  await commit(
    'test',
    nodes.map((put) => ({ table: 'planNodes' as const, put })),
  );
  renderScreen(() => <Plan project={{ ...project, id: projectId }} today="2026-11-20" nodeId="node-2" />, []);
  await screen.findByRole('grid');
  expect(document.activeElement).toBe(field(/^第 2 行，完成标准/));
});
