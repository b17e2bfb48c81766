import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { database } from '../../../../renderer/data/database.ts';
import { readPlan } from '../../../../renderer/data/projects/projects.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { approvalOps } from '../changes/approved.ts';
import { node, project } from '../nodes.ts';
import { activate, cellAt, field, saved, showPlan } from './support.tsx';

let bridge: MemoryBridge;
let projectId: string;
let tests = 0;

beforeEach(async () => {
  bridge = await memoryBridge();
  projectId = `approved-${(tests += 1)}`;
  const own = { ...project, id: projectId };
  const nodes = [1, 2, 3].map((order) => node(order, { projectId }));
  const puts = nodes.map((put) => ({ table: 'planNodes' as const, put }));
  await commit('test', [{ table: 'projects', put: own }, ...puts, ...approvalOps(own, nodes, '2026-02-10')]);
});

const finishes = async (): Promise<string[]> => (await readPlan(projectId)).map(({ plannedFinish }) => plannedFinish);

/** Waits until the approval is read: before it the table has no such column. */
const approvedTable = () => screen.findByRole('columnheader', { name: '调整后完成' });

it('asks why before it changes a date, and writes the line of the 变更单 in the same commit', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await approvedTable();
  await activate(user, 2, '调整后完成');
  await user.keyboard('2027-1-15{Enter}');
  const dialog = screen.getByRole('dialog', { name: '计划已经批准，改动要写明原因' });
  expect(within(dialog).getByRole('row', { name: '节点2 计划完成 2026-12-31 2027-01-15' })).toBeTruthy();
  expect(await finishes()).toEqual(['2026-12-31', '2026-12-31', '2026-12-31']);
  await user.click(within(dialog).getByRole('button', { name: '记录并改动' }));
  expect(within(dialog).getByRole('alert').textContent).toBe('请写明原因。');
  await user.type(within(dialog).getByRole('textbox', { name: '原因（必填）' }), '停电计划调整');
  await user.type(within(dialog).getByRole('textbox', { name: '批准人（可以不填）' }), '分管领导');
  await user.click(within(dialog).getByRole('button', { name: '记录并改动' }));
  await saved();
  expect(document.activeElement).toBe(field(/^第 3 行，调整后完成/));
  expect(await finishes()).toEqual(['2026-12-31', '2027-01-15', '2026-12-31']);
  expect(bridge.commits.at(-1)?.ops.map(({ table }) => table)).toEqual(['planNodes', 'planSummaries', 'planChanges']);
  const by = { personId: 'person-1', name: '韦敏', position: '党建专责' };
  expect(await database.planChanges.toArray()).toMatchObject([
    {
      nodeId: 'node-2',
      field: 'plannedFinish',
      before: '2026-12-31',
      after: '2027-01-15',
      reason: '停电计划调整',
      approvedBy: '分管领导',
      by,
    },
  ]);
  expect((await cellAt(2, '调整后完成')).textContent).toContain('△ 2027-01-15');
  expect((await cellAt(2, '计划完成')).textContent).toBe('2026-12-31');
  expect((await cellAt(2, '状态')).textContent).toContain('△ 已调整');
  await user.keyboard('{Control>}z{/Control}');
  await saved();
  expect([await finishes(), await database.planChanges.count()]).toEqual([['2026-12-31', '2026-12-31', '2026-12-31'], 0]);
});

it('changes nothing without a reason, and keeps what was typed', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await approvedTable();
  await activate(user, 1, '责任人');
  await user.keyboard('李四{Enter}');
  await user.click(screen.getByRole('button', { name: '取消' }));
  const editor = field(/^第 1 行，责任人/);
  expect([document.activeElement, (editor as HTMLTextAreaElement).value]).toEqual([editor, '李四']);
  expect(screen.getByRole('alert').textContent).toMatch('还没有改动');
  await user.keyboard('{Escape}');
  expect((await readPlan(projectId)).map(({ owner }) => owner)).toEqual(['张三', '张三', '张三']);
  expect(bridge.commits).toHaveLength(1);
});

it('asks nothing for progress and notes', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await approvedTable();
  await activate(user, 1, '进度%');
  await user.keyboard('60{Enter}');
  await saved();
  expect([screen.queryByRole('dialog'), (await readPlan(projectId))[0]?.progress]).toEqual([null, 60]);
});

it('says why what was approved cannot be typed over', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await approvedTable();
  const locked = await activate(user, 1, '计划完成');
  expect((locked as HTMLTextAreaElement).readOnly).toBe(true);
  const whys = () => screen.getAllByText(/^计划已经批准，原计划不能改。/).length;
  expect(whys()).toBe(1); // below the table
  await user.keyboard('2');
  expect([whys(), screen.queryByRole('dialog'), (await readPlan(projectId))[0]?.plannedFinish]).toEqual([2, null, '2026-12-31']);
});

it('asks once for a new node, when it gets its title', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await approvedTable();
  await activate(user, 3, '节点');
  await user.click(screen.getByRole('button', { name: '下方插入一行' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{Tab}补充勘查{Enter}');
  await user.type(screen.getByRole('textbox', { name: '原因（必填）' }), '雷击后增加');
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: '记录并改动' }));
  await activate(user, 4, '责任人');
  await user.keyboard('周晓{Enter}');
  await saved();
  expect(await database.planChanges.toArray()).toMatchObject([{ field: 'added', nodeTitle: '补充勘查', after: '补充勘查' }]);
  expect((await readPlan(projectId))[3]).toMatchObject({ title: '补充勘查', owner: '周晓' });
});
