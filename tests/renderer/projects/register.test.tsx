import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { overdueCounts, readPlan, readProjects } from '../../../renderer/data/projects/projects.ts';
import { commit } from '../../../renderer/data/work.ts';
import Projects from '../../../renderer/projects/index.tsx';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { node, project } from './nodes.ts';

let bridge: MemoryBridge;

beforeEach(async () => {
  bridge = await memoryBridge();
});

it('says the next step while there are no projects', async () => {
  renderScreen(Projects, []);
  expect(await screen.findByText(/还没有书记项目。按“新建项目”/)).toBeTruthy();
});

it('creates a project with the unit and branch of the person, and goes to it', async () => {
  const user = userEvent.setup();
  renderScreen(Projects, []);
  await user.click(await screen.findByRole('button', { name: '新建项目' }));
  expect(screen.getByLabelText<HTMLInputElement>('单位').value).toBe('示例县供电局');
  expect(screen.getByLabelText<HTMLInputElement>('支部').value).toBe('运维支部');
  await user.click(screen.getByRole('button', { name: '保存' }));
  expect(screen.getByRole('alert').textContent).toBe('请填写项目名称。');
  await user.type(screen.getByLabelText('项目名称（必填）'), '降低投诉');
  await user.selectOptions(screen.getByLabelText('选题方式'), '抢注接题');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/projects\/.+/));
  const [created] = await readProjects();
  expect(created?.project).toMatchObject({
    title: '降低投诉',
    topicSource: 'claimed',
    unitId: 'unit-1',
    branch: '运维支部',
    archived: false,
  });
  expect(bridge.commits.map(({ what }) => what)).toEqual(['project.create']);
});

it('keeps the form open with a sentence when it could not be saved', async () => {
  const user = userEvent.setup();
  renderScreen(Projects, []);
  await user.click(await screen.findByRole('button', { name: '新建项目' }));
  await user.type(screen.getByLabelText('项目名称（必填）'), '降低投诉');
  bridge.refuse('journal-failed');
  await user.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText(/刚才的操作没有保存/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('项目名称（必填）').value).toBe('降低投诉');
});

it('lists progress, the next node and what is overdue, without archived projects', async () => {
  await commit('test', [
    { table: 'projects', put: project },
    { table: 'projects', put: { ...project, id: 'old', title: '旧项目', archived: true } },
    { table: 'planNodes', put: node(1, { plannedStart: '2020-01-01', plannedFinish: '2020-02-01' }) },
    { table: 'planNodes', put: node(2, { progress: 100 }) },
    { table: 'planNodes', put: node(3, { plannedFinish: '2999-12-31' }) },
  ]);
  const user = userEvent.setup();
  renderScreen(Projects, []);
  const row = (await screen.findByRole('link', { name: project.title })).closest('tr');
  expect([...(row?.cells ?? [])].map((cell) => cell.textContent)).toEqual([
    '降低中压线路故障率',
    'SJ-2026-01',
    '韦书记',
    '自主选题',
    '33%',
    '节点3（2999-12-31）',
    '⚠ 逾期 1 个',
  ]);
  expect(screen.queryByText('旧项目')).toBeNull();
  await user.click(screen.getByLabelText('显示已归档的项目（1 个）'));
  expect(await screen.findByText('旧项目')).toBeTruthy();
});

it('counts for the home screen what is late and what is due soon, in open projects only', async () => {
  const nodes = [
    node(1, { plannedFinish: '2026-08-31' }),
    node(2, { plannedFinish: '2026-09-05' }),
    node(3, { plannedFinish: '2026-09-09' }),
    node(4, { plannedFinish: '2026-08-01', progress: 100 }),
    node(5, { plannedFinish: '2026-08-01', projectId: 'old' }),
  ];
  await commit('test', [
    { table: 'projects', put: project },
    { table: 'projects', put: { ...project, id: 'old', archived: true } },
    ...nodes.map((put) => ({ table: 'planNodes' as const, put })),
  ]);
  expect(await overdueCounts('2026-09-01', 7)).toEqual({ overdue: 1, dueSoon: 1 });
});

it('begins an empty plan with the template', async () => {
  await commit('test', [{ table: 'projects', put: { ...project, id: 'empty' } }]);
  const user = userEvent.setup();
  renderScreen(Projects, ['empty']);
  await user.click(await screen.findByRole('button', { name: '从模板开始' }));
  expect(await screen.findByRole('grid')).toBeTruthy();
  await waitFor(async () =>
    expect((await readPlan('empty')).map(({ phase, order }) => [order, phase])).toEqual([
      [1, '立项准备'],
      [2, '组织实施'],
      [3, '总结提炼'],
      [4, '评审推广'],
    ]),
  );
});

it('says when there is no such project', async () => {
  renderScreen(Projects, ['nowhere']);
  expect(await screen.findByText(/没有找到这个项目/)).toBeTruthy();
});
