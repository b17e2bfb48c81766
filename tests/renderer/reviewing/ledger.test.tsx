import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { ExportRequest } from '@shared/ipc/contract.ts';
import type { OpenedBundle } from '@shared/ipc/projects.ts';
import { succeed } from '@shared/model/failure.ts';
import type { Route } from '../../../renderer/route.ts';
import { readReturnedPlan } from '../../../renderer/data/reviewing/returns.ts';
import { commit } from '../../../renderer/data/work.ts';
import { LedgerTab } from '../../../renderer/reviewing/ledger/ledger-tab.tsx';
import { planNode } from '../../shared/projects/fixture.ts';
import { returned, snapshotOf } from '../../shared/projects/merge/returns.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { bundleOf, projectEntry } from './bundles.ts';

const today = '2026-09-26';
const Ledger = ({ route }: { readonly route: Route }) => <LedgerTab route={route} today={today} />;

let exports: ExportRequest[];
let files: Readonly<Record<string, OpenedBundle>>;

beforeEach(async () => {
  exports = [];
  files = {};
  window.location.hash = '';
  await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '党建U盘', freeBytes: 1e9, hasRepository: false }],
    'bundles:find': () => succeed(Object.keys(files).map((token) => ({ token, name: token, bytes: 1 }))),
    'bundles:dropped': (names) => names.map((name) => ({ token: name, name, bytes: 1 })),
    'bundles:open': (token) => files[token]!,
    'projects:check-claims': (claims) => claims.map(() => true),
    'exports:write': (order) => {
      exports.push(order);
      return succeed({ folderLabel: '党建U盘', files: [], removable: true });
    },
  });
});

const late = planNode({ id: 'n1', plannedFinish: '2026-09-20', owner: '示例责任人' });
const rows = [
  returned('p1', { unitName: '甲县局', title: '示例线路整治', total: 2, done: 1, finishes: ['2026-09-20'] }),
  returned('p2', { unitName: '乙县局', title: '示例服务提升', stage: 'closed', score: 91.5, grade: '优秀', year: 2025 }),
];
const keep = () =>
  commit('test', [
    ...rows.map((put) => ({ table: 'projectReturns' as const, put })),
    ...rows.map(({ id, projectId }) => ({
      table: 'returnedPlans' as const,
      put: { id, projectId, revision: 1, sha256: 'a'.repeat(64), snapshot: snapshotOf({ id: projectId }, [late]) },
    })),
  ]);
const bodyOf = (name: string): readonly string[] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

it('says the next step where nothing has come in', async () => {
  renderScreen(Ledger, []);
  expect((await screen.findByRole('link', { name: '去收上报包' })).getAttribute('href')).toBe('#/reviewing/ledger/take-in');
});

it('shows the ledger, narrows it, and leads from every figure to its rows', async () => {
  await keep();
  renderScreen(Ledger, []);
  await screen.findByRole('table', { name: '书记项目台账' });
  expect(bodyOf('书记项目台账').map((text) => text.slice(0, 4))).toEqual(['1乙县局', '2甲县局']);
  const figures = screen.getByLabelText('合计');
  expect(within(figures).getByRole('link', { name: '1 个（1 个项目）' }).getAttribute('href')).toBe('#/reviewing/ledger/late');
  await userEvent.selectOptions(screen.getByLabelText('单位'), '甲县局');
  expect(bodyOf('书记项目台账')).toHaveLength(1);
  expect(screen.getByText('共 2 个项目，符合条件的 1 个')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '清除条件' }));
  await userEvent.click(screen.getByRole('button', { name: /评审得分/ }));
  expect(bodyOf('书记项目台账')[0]).toContain('91.5优秀');
});

it('lists late nodes with whose they are, and who has not reported', async () => {
  await keep();
  const { unmount } = renderScreen(Ledger, ['late']);
  await screen.findByRole('table', { name: '逾期节点' });
  expect(bodyOf('逾期节点')).toEqual(['甲县局示例线路整治韦建国现场勘查示例责任人配电运维班2026-09-206 天']);
  unmount();
  renderScreen(Ledger, ['missing']);
  expect(await screen.findByText('1 个单位的 1 个项目没有报')).toBeTruthy();
  expect(bodyOf('没有报的项目')[0]).toContain('甲县局示例线路整治');
  await userEvent.selectOptions(screen.getByLabelText('月份'), '2026-02');
  expect(screen.getByText('✓ 应报的都报了。')).toBeTruthy();
});

it('shows months beside projects: what was reported, and what is missing', async () => {
  await commit('test', [
    { table: 'projectReturns', put: returned('p1', { approvedOn: '2026-06-01', months: [{ month: '2026-07', percent: 40 }] }) },
  ]);
  renderScreen(Ledger, ['months']);
  await screen.findByRole('table', { name: '2026年各月进展' });
  expect(bodyOf('2026年各月进展')[0]).toBe('示例县供电局示例项目p1⚠ 缺40%⚠ 缺⚠ 缺');
});

it('takes bundles in from a stick, says what became of each, and settles a conflict cell by cell', async () => {
  const snapshot = (owner: string) => snapshotOf({ title: '示例线路整治' }, [planNode({ owner })]);
  files = {
    first: bundleOf([projectEntry(snapshot('示例甲'))], { file: '甲.sanxun-bundle' }),
    bad: { file: '坏.sanxun-bundle', ok: false, failure: { kind: 'not-for-us', subject: '坏.sanxun-bundle' } },
    other: bundleOf([projectEntry(snapshot('示例乙'))], {
      file: '乙.sanxun-bundle',
      installation: 'installation-b',
      unknown: { lecture: 2 },
    }),
  };
  const { unmount } = renderScreen(Ledger, ['take-in']);
  await userEvent.click(await screen.findByRole('button', { name: '读取这里的上报包' }));
  await screen.findByRole('table', { name: '收到的上报包' });
  const [first, bad, other] = bodyOf('收到的上报包');
  expect(first).toBe('甲.sanxun-bundle示例县供电局 运维支部 韦敏书记项目：新收 1');
  expect(bad).toContain('没有收');
  expect(other).toContain('书记项目：冲突 1');
  expect(other).toContain('还不认识的内容（lecture）2 项');
  unmount();
  renderScreen(Ledger, ['conflicts']);
  await userEvent.click(await screen.findByRole('button', { name: '处理：示例县供电局 示例线路整治' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('table', { name: '有 1 处不同' }).textContent).toContain('节点“现场勘查” · 责任人示例甲示例乙');
  await userEvent.click(within(within(dialog).getByRole('region', { name: '第 2 份' })).getByRole('button', { name: '以这一份为准' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await readReturnedPlan('p1'))?.snapshot.nodes[0]?.owner).toBe('示例乙');
  expect(await screen.findByRole('button', { name: '查看或改选：示例县供电局 示例线路整治' })).toBeTruthy();
});

it('writes the four tables as they are narrowed', async () => {
  await keep();
  renderScreen(Ledger, ['export']);
  await userEvent.selectOptions(await screen.findByLabelText('单位'), '甲县局');
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  await waitFor(() => expect(exports).toHaveLength(1));
  expect(exports[0]?.reports.map(({ title, rows: lines }) => [title, lines.length])).toEqual([
    ['示例县供电局书记项目台账', 1],
    ['示例县供电局书记项目逾期节点清单', 1],
    ['示例县供电局书记项目2026年9月缺报清单', 1],
    ['示例县供电局书记项目2026年月度进展汇总', 1],
  ]);
  expect(exports[0]?.reports[0]?.head[0]).toContain('范围：甲县局');
});

it('takes in what is dropped onto the window, and nothing that is no file', async () => {
  files = { 甲: bundleOf([projectEntry(snapshotOf({ id: 'p1' }, [late]))], { file: '甲.sanxun-bundle' }) };
  renderScreen(Ledger, ['take-in']);
  const card = await screen.findByRole('region', { name: '从哪里收' });
  const isTaken = (dataTransfer: object): boolean => !fireEvent.dragOver(card, { dataTransfer });
  expect(isTaken({ types: ['text/plain'], files: [] })).toBe(false);
  const dataTransfer = { types: ['Files'], files: [new File([], '甲')] };
  expect(isTaken(dataTransfer)).toBe(true);
  expect(await within(card).findByText('松开鼠标，开始收上报包')).toBeTruthy();
  fireEvent.drop(card, { dataTransfer });
  await screen.findByRole('table', { name: '收到的上报包' });
  expect(bodyOf('收到的上报包')).toEqual(['甲.sanxun-bundle示例县供电局 运维支部 韦敏书记项目：新收 1']);
  expect(within(card).getByText(/也可以把 U 盘里的文件夹/)).toBeTruthy();
  expect(await readReturnedPlan('p1')).toMatchObject({ projectId: 'p1' });
});
