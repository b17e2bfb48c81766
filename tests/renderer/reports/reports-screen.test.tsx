import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Drive, ExportOutcome, ExportRequest } from '@shared/ipc/contract.ts';
import type { Attempt } from '@shared/model/exam.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { reviewStages, type ProjectAction } from '@shared/model/project-event.ts';
import { commit } from '../../../renderer/data/work.ts';
import Reports from '../../../renderer/reports/index.tsx';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen, session } from '../../support/screen.tsx';
import { node, project } from '../projects/nodes.ts';

const stick: Drive = { place: 'stick', label: '党建U盘', freeBytes: 2_000_000_000, hasRepository: false };
const outcome: ExportOutcome = {
  folderLabel: '党建U盘/推进计划表',
  files: [{ name: '推进计划表.xlsx', bytes: 12_288, sha256: 'ab' }],
  removable: true,
};

let bridge: MemoryBridge;
let drives: Drive[];
let orders: { readonly order: ExportRequest; readonly task: string; readonly end: (result: Result<ExportOutcome>) => void }[];
let cancelled: string[];

beforeEach(async () => {
  drives = [];
  orders = [];
  cancelled = [];
  bridge = await memoryBridge({
    'exports:places': () => drives,
    'exports:choose-place': () => ({ place: 'folder', label: 'D:\\报表' }),
    'exports:write': (order, task) => {
      const { promise, resolve } = Promise.withResolvers<Result<ExportOutcome>>();
      orders.push({ order, task, end: resolve });
      // the contract names what the channel resolves to; main answers it later
      return promise;
    },
    'tasks:cancel': (task) => void cancelled.push(task),
  });
});

const attempt = (id: string, personId: string, handedInAt: string): Attempt => ({
  id,
  personId,
  kind: 'mock',
  paper: { id, title: '模拟', blueprintId: 'b', seed: 1, minutes: 60, items: [] },
  startedAt: Date.parse(handedInAt),
  budgetMs: 1,
  passLine: 80,
  state: 'handedIn',
  handedInAt: Date.parse(handedInAt),
  endedBy: 'person',
  result: { score: 90, full: 100, unmarked: 0, percent: 90, passed: true, items: [] },
});

const planWithOneNode = () =>
  commit('test', [
    { table: 'projects', put: project },
    { table: 'planNodes', put: node(1) },
  ]);

const openOrder = async () => {
  await waitFor(() => expect(orders).toHaveLength(1));
  const [order] = orders;
  if (!order) throw new Error('no export was asked for');
  return order;
};

const exportButton = () => screen.getByRole<HTMLButtonElement>('button', { name: '导出' });

describe('a plan table', () => {
  it('once approved shows the approved dates beside the present ones, the names of its files, and goes on the chosen paper', async () => {
    drives = [stick];
    await planWithOneNode();
    const by = { personId: 'p', name: '韦敏', position: '' };
    const approved = [{ ...node(1), plannedFinish: '2026-01-31' }];
    const actions: readonly ProjectAction[] = [
      { kind: 'submitted', submission: { revision: 1, project, nodes: approved } },
      ...reviewStages.map(
        (stage) =>
          ({
            kind: 'reviewed',
            review: { stage, outcome: 'pass', opinion: '', conditions: '', scores: null, signer: '', meeting: '', date: '2026-01-05' },
          }) as const,
      ),
    ];
    await commit(
      'test',
      actions.map((action, n) => ({
        table: 'projectEvents',
        put: { id: `e${n}`, projectId: project.id, after: n === 0 ? null : `e${n - 1}`, at: n, by, side: 'branch', action },
      })),
    );
    await commit('test', [
      {
        table: 'evidence',
        put: { id: 'f1', projectId: project.id, nodeId: node(1).id, name: '照片.jpg', bytes: 1, sha256: 'ab'.repeat(32), by, at: 0 },
      },
    ]);
    const user = userEvent.setup();
    renderScreen(Reports, ['plan', project.id]);
    await user.selectOptions(await screen.findByRole('combobox', { name: '纸张' }), 'A3 横向');
    await user.click(await screen.findByRole('button', { name: '导出' }));
    const report = (await openOrder()).order.reports[0];
    const cell = (title: string) => report?.rows[0]?.[report.columns.findIndex((column) => column.title === title)];
    expect(report?.paper).toBe('A3');
    expect(report?.head.at(-1)).toContain('批准版本：第1次送审稿（2026-01-05批准）');
    expect(['计划完成', '调整后完成', '佐证材料'].map(cell)).toEqual(['2026-01-31', node(1).plannedFinish, '照片.jpg']);
  });

  it('goes to the only stick, as seen in the preview, and the result stays until it is closed', async () => {
    drives = [stick];
    await planWithOneNode();
    const user = userEvent.setup();
    renderScreen(Reports, ['plan', project.id]);
    expect(await screen.findByLabelText(/移动盘 党建U盘/)).toHaveProperty('checked', true);
    const shown = within(screen.getByRole('region', { name: '预览' }))
      .getAllByRole('row')
      .map((row) => row.textContent);
    await user.click(exportButton());
    const { order, task, end } = await openOrder();
    expect(order).toMatchObject({ place: 'stick', formats: ['xlsx', 'pdf'], folder: order.reports[0]?.fileName });
    expect(shown[0]).toBe(order.reports[0]?.columns.map(({ title }) => title).join(''));
    expect(order.reports[0]?.rows[0]).toContain('节点1');
    bridge.tell({ task, phase: 'verify', done: 1, total: 2 });
    expect(await screen.findByRole('progressbar', { name: '正在读回核对…' })).toHaveProperty('value', 1);
    end(succeed(outcome));
    expect(await screen.findByText('✓ 已导出到：党建U盘/推进计划表')).toBeTruthy();
    expect(screen.getByText('可以拔出U盘。')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: '导出的文件' })).getByRole('row', { name: '推进计划表.xlsx 12.0 KB' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByText('可以拔出U盘。')).toBeNull();
  });

  it('says nothing of unplugging where the place is a folder', async () => {
    await planWithOneNode();
    const user = userEvent.setup();
    renderScreen(Reports, ['plan', project.id]);
    await waitFor(() => expect(exportButton().disabled).toBe(true));
    expect(screen.getByText('请先选择导出到哪里。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '选择文件夹…' }));
    await user.click(screen.getByLabelText('PDF（打印、存档）'));
    await user.click(exportButton());
    const { order, end } = await openOrder();
    expect(order).toMatchObject({ place: 'folder', formats: ['xlsx'] });
    end(succeed({ ...outcome, folderLabel: '报表/推进计划表', removable: false }));
    expect(await screen.findByText('✓ 已导出到：报表/推进计划表')).toBeTruthy();
    expect(screen.queryByText('可以拔出U盘。')).toBeNull();
  });

  it('tells before the export which fields will leave', async () => {
    await planWithOneNode();
    renderScreen(Reports, ['plan', project.id]);
    const leaving = await screen.findByRole('region', { name: '哪些内容会离开这台电脑' });
    expect(leaving.textContent).toMatch(/表中 1 行，每行包含：序号、阶段、节点、.*备注。/);
    expect(leaving.textContent).toMatch('导出的文件不加密');
  });

  it('can be cancelled, and says what a failure means', async () => {
    drives = [stick];
    await planWithOneNode();
    const user = userEvent.setup();
    renderScreen(Reports, ['plan', project.id]);
    await screen.findByLabelText(/移动盘/);
    await user.click(exportButton());
    const first = await openOrder();
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(cancelled).toEqual([first.task]);
    first.end(fail('cancelled', '推进计划表'));
    expect(await screen.findByText(/^已取消导出/)).toBeTruthy();
    await user.click(exportButton());
    await waitFor(() => expect(orders).toHaveLength(2));
    orders[1]?.end(fail('verify-mismatch', '推进计划表.xlsx'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/“推进计划表.xlsx”写入后读回核对不一致.*请换一个U盘重新导出/);
  });

  it('names the way to a first project where there is none', async () => {
    renderScreen(Reports, ['plan']);
    expect((await screen.findByRole('link', { name: '去新建项目' })).getAttribute('href')).toBe('#/projects');
  });
});

describe('results of mock tests', () => {
  beforeEach(async () => {
    await commit('test', [
      { table: 'localPeople', put: { ...session.person } },
      { table: 'localPeople', put: { ...session.person, id: 'person-2', name: '黄丽' } },
      { table: 'localPeople', put: { ...session.person, id: 'person-3', name: '韦强', unitId: 'unit-2', unitName: '别的单位' } },
      { table: 'attempts', put: attempt('mine', 'person-1', '2026-03-10T12:00:00') },
      { table: 'attempts', put: attempt('mine-late', 'person-1', '2026-06-10T12:00:00') },
      { table: 'attempts', put: attempt('hers', 'person-2', '2026-06-11T12:00:00') },
      { table: 'attempts', put: attempt('theirs', 'person-3', '2026-06-12T12:00:00') },
      {
        table: 'attempts',
        put: { ...attempt('open', 'person-1', '2026-06-13T12:00:00'), state: 'open', handedInAt: null, endedBy: null, result: null },
      },
    ]);
  });

  const days = () =>
    within(screen.getByRole('table', { name: /成绩汇总表$/ }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => /\d{4}-\d\d-\d\d/.exec(row.textContent ?? '')?.[0]);

  it('are mine alone at first, of any date', async () => {
    renderScreen(Reports, []);
    await waitFor(() => expect(days()).toEqual(['2026-03-10', '2026-06-10']));
  });

  it('take in the unit on this computer, within the chosen days', async () => {
    const user = userEvent.setup();
    renderScreen(Reports, []);
    await user.click(await screen.findByLabelText(/^本单位在这台电脑上作答的全部人员/));
    await user.type(screen.getByLabelText('从'), '2026-06-01');
    await waitFor(() => expect(days()).toEqual(['2026-06-10', '2026-06-11']));
  });

  it('cannot be exported while the choice is empty', async () => {
    const user = userEvent.setup();
    renderScreen(Reports, []);
    await user.type(await screen.findByLabelText('从'), '2027-01-01');
    expect(await screen.findByText(/所选范围内没有已交卷的模拟考试/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '导出' })).toBeNull();
  });
});
