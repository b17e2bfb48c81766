import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { summaryRow } from '@shared/projects/summary.ts';
import { readPlan, readProjects } from '../../../renderer/data/projects/projects.ts';
import { commit } from '../../../renderer/data/work.ts';
import Projects from '../../../renderer/projects/index.tsx';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { node, project } from './nodes.ts';

let bridge: MemoryBridge;

beforeEach(async () => {
  bridge = await memoryBridge();
});

const titles = (): (string | null)[] => screen.getAllByRole('link', { name: /项目$/ }).map((link) => link.textContent);

async function openForm(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  renderScreen(Projects, []);
  await user.click(await screen.findByRole('button', { name: '新建项目' }));
}

describe('a new project', () => {
  it('is the next step while there are none', async () => {
    renderScreen(Projects, []);
    expect(await screen.findByText(/还没有书记项目。按“新建项目”/)).toBeTruthy();
  });

  it('needs its title only; number, unit and branch are suggested', async () => {
    const user = userEvent.setup();
    await openForm(user);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('项目编号').value).toMatch(/^SJ\d{4}-示例县供电局-01$/));
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getByRole('alert').textContent).toBe('请填写项目名称。');
    await user.type(screen.getByLabelText('项目名称（必填）'), '降低投诉');
    await user.selectOptions(screen.getByLabelText('选题方式'), '抢注接题');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/projects\/.+/));
    const [created] = await readProjects();
    expect(created?.project).toMatchObject({
      title: '降低投诉',
      number: expect.stringMatching(/-01$/) as string,
      topicSource: 'claimed',
      unitId: 'unit-1',
      unitName: '示例县供电局',
      branch: '运维支部',
      archived: false,
    });
    expect(bridge.commits.map(({ what }) => what)).toEqual(['project.create']);
  });

  it('stays open with a sentence when it could not be saved', async () => {
    const user = userEvent.setup();
    await openForm(user);
    await user.type(screen.getByLabelText('项目名称（必填）'), '降低投诉');
    bridge.refuse('journal-failed');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText(/刚才的操作没有保存/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('项目名称（必填）').value).toBe('降低投诉');
  });

  it('is told when its number belongs to another', async () => {
    await commit('test', [{ table: 'projects', put: project }]);
    const user = userEvent.setup();
    await openForm(user);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('项目编号').value).not.toBe(''));
    await user.clear(screen.getByLabelText('项目编号'));
    await user.type(screen.getByLabelText('项目编号'), project.number);
    expect(screen.getByText(`项目“${project.title}”已经用了这个编号。`)).toBeTruthy();
  });

  it('keeps what was typed when Escape is pressed, until it is given up', async () => {
    const user = userEvent.setup();
    await openForm(user);
    await user.type(screen.getByLabelText('项目名称（必填）'), '降低投诉');
    const dialog = screen.getByRole('dialog');
    const escape = (): boolean => dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    escape();
    expect(await screen.findByText('填写的内容还没有保存。要放弃吗？')).toBeTruthy();
    escape();
    expect(await screen.findByRole('button', { name: '保存' })).toBeTruthy();
    escape();
    await user.click(await screen.findByRole('button', { name: '继续填写' }));
    expect(screen.getByLabelText<HTMLInputElement>('项目名称（必填）').value).toBe('降低投诉');
    escape();
    await user.click(await screen.findByRole('button', { name: '放弃填写' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.commits).toEqual([]);
  });
});

describe('the rows', () => {
  const rows = [
    { ...project, id: 'p1', title: '甲项目', number: 'SJ-2', createdAt: 3 },
    { ...project, id: 'p2', title: '乙项目', number: 'SJ-10', secretary: '覃书记', year: 2025, topicSource: 'assigned', createdAt: 2 },
    { ...project, id: 'p3', title: '丙项目', number: 'SJ-1', unitName: '另一县供电局', createdAt: 1 },
  ] as const;
  const done = node(2, { projectId: 'p1', progress: 100 });
  const nodes = [
    node(1, { projectId: 'p1', plannedStart: '2020-01-01', plannedFinish: '2020-02-03' }),
    done,
    node(3, { projectId: 'p1', plannedFinish: '2999-12-31' }),
  ];

  beforeEach(async () => {
    await commit('test', [
      ...rows.map((put) => ({ table: 'projects' as const, put })),
      { table: 'projects', put: { ...project, id: 'old', title: '旧项目', archived: true } },
      ...nodes.map((put) => ({ table: 'planNodes' as const, put })),
      { table: 'planSummaries', put: summaryRow('p2', [{ ...done, projectId: 'p2' }]) },
    ]);
  });

  it('tell state, light, progress and next node, with or without a summary of the plan', async () => {
    renderScreen(Projects, []);
    const cells = (title: string) =>
      [...(screen.getByRole('link', { name: title }).closest('tr')?.cells ?? [])].map((cell) => cell.textContent);
    await screen.findByText('33%');
    expect(cells('甲项目')).toEqual([
      '甲项目',
      'SJ-2',
      '示例县供电局 运维支部',
      '韦书记',
      '2026',
      '自主选题',
      '草稿',
      '■ 红：滞后逾期 1 个',
      '33%',
      '节点3（2999-12-31）',
    ]);
    expect(cells('乙项目').slice(6)).toEqual(['草稿', '● 绿：按期', '100%', '—']);
    expect(cells('丙项目').slice(6)).toEqual(['草稿', '', '0%', '尚无节点']);
  });

  it('are filtered and searched, and the filters are cleared together', async () => {
    const user = userEvent.setup();
    renderScreen(Projects, []);
    await user.selectOptions(await screen.findByLabelText('年度'), '2025');
    expect(titles()).toEqual(['乙项目']);
    await user.selectOptions(screen.getByLabelText('选题方式'), '自主选题');
    expect(screen.getByText(/没有符合条件的项目/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    await user.type(screen.getByLabelText('查找'), '另一县 丙');
    expect(titles()).toEqual(['丙项目']);
    await user.clear(screen.getByLabelText('查找'));
    await user.selectOptions(screen.getByLabelText('状态'), '草稿');
    await waitFor(() => expect(titles()).toHaveLength(3));
    await user.selectOptions(screen.getByLabelText('状态'), '已销号');
    expect(await screen.findByText(/没有符合条件的项目/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '清除条件' }));
  });

  it('are ordered by a click on a head: upwards, downwards, then the newest first', async () => {
    const user = userEvent.setup();
    renderScreen(Projects, []);
    const head = () => screen.getByRole('columnheader', { name: /项目编号/ });
    await screen.findByRole('link', { name: '甲项目' });
    const click = () => user.click(within(head()).getByRole('button'));
    await click();
    expect([titles(), head().getAttribute('aria-sort')]).toEqual([['丙项目', '甲项目', '乙项目'], 'ascending']);
    await click();
    expect([titles(), head().getAttribute('aria-sort')]).toEqual([['乙项目', '甲项目', '丙项目'], 'descending']);
    await click();
    expect([titles(), head().getAttribute('aria-sort')]).toEqual([['甲项目', '乙项目', '丙项目'], 'none']);
  });

  it('show archived projects on request only', async () => {
    const user = userEvent.setup();
    renderScreen(Projects, []);
    await screen.findByRole('link', { name: '甲项目' });
    expect(screen.queryByText('旧项目')).toBeNull();
    await user.click(screen.getByLabelText('显示已归档的项目（1 个）'));
    expect(await screen.findByText('旧项目')).toBeTruthy();
    await user.click(screen.getByLabelText('显示已归档的项目（1 个）'));
  });
});

describe('the page of a project', () => {
  it('has title, number, state, light and next node at its head', async () => {
    await commit('test', [
      { table: 'projects', put: project },
      { table: 'planNodes', put: node(1, { plannedStart: '2020-01-01', plannedFinish: '2020-02-03' }) },
      { table: 'planNodes', put: node(2, { plannedFinish: '2999-12-31' }) },
    ]);
    renderScreen(Projects, [project.id]);
    expect(await screen.findByRole('heading', { name: project.title })).toBeTruthy();
    const facts = screen.getByLabelText('项目信息');
    await within(facts).findByText('■ 红：滞后');
    expect(facts.textContent).toMatch(/状态草稿.*最长逾期 \d+ 个工作日下一节点节点2（2999-12-31）项目编号SJ-2026-01/);
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
});
