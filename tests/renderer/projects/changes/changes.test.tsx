import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { PlanChangeNote } from '@shared/model/project.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { Changes } from '../../../../renderer/projects/changes/changes.tsx';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { renderScreen } from '../../../support/screen.tsx';
import { node, project } from '../nodes.ts';
import { approvalOps, clerk, installCalendar } from './approved.ts';

const today = '2026-03-20';
const show = () => renderScreen(() => <Changes project={project} today={today} />, []);

const approved = [
  node(1, { plannedStart: '2026-03-02', plannedFinish: '2026-03-13' }),
  node(2, { plannedStart: '2026-03-16', plannedFinish: '2026-03-31', owner: '李四' }),
  node(3, { plannedStart: '2026-03-16', plannedFinish: '2026-03-31', title: '取消的节点' }),
];
const present = [
  { ...approved[0], actualStart: '2026-03-02', actualFinish: '2026-03-17', progress: 100 },
  { ...approved[1], plannedFinish: '2026-04-14', owner: '王五' },
].map((row, place) => ({ ...node(place + 1), ...row }));

const note = (fields: Partial<PlanChangeNote>): PlanChangeNote => ({
  id: 'note-1',
  projectId: project.id,
  nodeId: 'node-2',
  nodeTitle: '节点2',
  stepId: 'step-1',
  field: 'plannedFinish',
  before: '2026-03-31',
  after: '2026-04-14',
  reason: '物资未到',
  approvedBy: '韦书记',
  by: clerk,
  at: new Date(2026, 2, 18, 9, 30).getTime(),
  ...fields,
});

beforeEach(async () => {
  await memoryBridge({ 'exports:places': () => [] });
  await commit('test', [{ table: 'projects', put: project }]);
});

const put = (nodes: readonly ReturnType<typeof node>[]) =>
  commit(
    'test',
    nodes.map((row) => ({ table: 'planNodes' as const, put: row })),
  );

const rowTexts = async (): Promise<(string | null)[][]> => {
  const grid = await screen.findByRole('grid', { name: '原计划、现计划、实际对照' });
  return within(grid)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );
};

it('shows original, present and actual dates with deviations in workdays of the legal calendar', async () => {
  await installCalendar([{ year: 2026, off: ['2026-04-06'], work: [], basis: '示例' }]);
  await commit('test', approvalOps(project, approved, '2026-02-27'));
  await put(present);
  show();
  expect(await rowTexts()).toEqual([
    [
      '1',
      '节点1',
      '张三',
      '2026-03-02 起2026-03-13 止',
      '2026-03-02 起2026-03-13 止',
      '2026-03-02 起2026-03-17 止',
      '',
      '晚 2',
      '✓ 已完成',
    ],
    [
      '2',
      '节点2变更：计划完成、责任人',
      '王五原：李四',
      '2026-03-16 起2026-03-31 止',
      '2026-03-16 起2026-04-14 止',
      '—',
      '2026-04-14',
      '晚 9',
      '▲ 黄：关注',
    ],
    ['', '取消的节点变更：取消节点', '张三', '2026-03-16 起2026-03-31 止', '—', '—', '', '—', '✕ 已取消'],
  ]);
  const facts = screen.getByRole('region', { name: '工期与偏差' });
  expect([...facts.querySelectorAll('dd')].map((fact) => fact.textContent)).toEqual([
    '2026-03-31',
    '2026-04-14',
    '● 绿：按期 没有逾期节点',
    '▲ 黄：关注 要晚 9 个工作日完成',
  ]);
  expect(screen.queryByText(/还没有 .* 年的法定节假日/)).toBeNull();
});

it('shows only what changed when asked', async () => {
  const user = userEvent.setup();
  await commit('test', approvalOps(project, approved, '2026-02-27'));
  await put(present);
  show();
  await user.click(await screen.findByLabelText('只看有变更的节点（2 个）'));
  expect((await rowTexts()).map(([number]) => number)).toEqual(['2', '']);
});

it('says which years have no legal calendar, and what to do', async () => {
  await installCalendar([{ year: 2026, off: [], work: [], basis: '示例' }]);
  await put([node(1, { plannedStart: '2026-12-01', plannedFinish: '2027-02-26' })]);
  show();
  expect(await screen.findByText(/^还没有 2027 年的法定节假日和调休安排/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '导入数据包' }).getAttribute('href')).toBe('#/packages');
  expect(screen.getByText(/^项目还没有批准立项/)).toBeTruthy();
});

it('lists the change orders by step, the newest first, and offers them to print', async () => {
  const user = userEvent.setup();
  await put(present);
  await commit('test', [
    { table: 'planChanges', put: note({}) },
    { table: 'planChanges', put: note({ id: 'note-2', field: 'owner', before: '李四', after: '王五' }) },
    {
      table: 'planChanges',
      put: note({
        id: 'note-3',
        stepId: 'step-2',
        nodeId: 'node-3',
        nodeTitle: '取消的节点',
        field: 'removed',
        before: '取消的节点',
        after: '',
        reason: '与其他项目合并',
        at: new Date(2026, 2, 19, 8).getTime(),
      }),
    },
  ]);
  show();
  const orders = await screen.findAllByRole('region', { name: /的变更$/ });
  expect(orders.map((order) => order.getAttribute('aria-label'))).toEqual(['2026-03-19 08:00 的变更', '2026-03-18 09:30 的变更']);
  const lines = within(orders[1] ?? document.body).getAllByRole('row');
  expect(lines.slice(1).map(({ textContent }) => textContent)).toEqual(['节点2计划完成2026-03-312026-04-14', '节点2责任人李四王五']);
  await user.click(within(orders[0] ?? document.body).getByRole('button', { name: '打印这次变更' }));
  expect(await screen.findByRole('dialog', { name: '打印节点变更单' })).toBeTruthy();
});

it('says the next step while there is no plan', async () => {
  show();
  expect(await screen.findByText('推进计划表还没有节点。')).toBeTruthy();
  expect(screen.getByText(/^还没有变更。/)).toBeTruthy();
});
