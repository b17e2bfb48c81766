import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { BundleExportRequest } from '@shared/ipc/projects.ts';
import { succeed, type Failure } from '@shared/model/failure.ts';
import { hashText } from '../../../../renderer/data/bank/hash.ts';
import { database } from '../../../../renderer/data/database.ts';
import { readOutgoing } from '../../../../renderer/data/projects/sending.ts';
import { commit } from '../../../../renderer/data/work.ts';
import Projects from '../../../../renderer/projects/index.tsx';
import { claim, correction } from '../../../main/bundles/support.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { renderScreen } from '../../../support/screen.tsx';
import { node, project } from '../nodes.ts';
import { installPublished, published, recipient } from '../published.ts';

let bridge: MemoryBridge;
let requests: BundleExportRequest[] = [];
let refusal: Failure | null = null;

beforeEach(async () => {
  requests = [];
  refusal = null;
  bridge = await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: 'U盘', freeBytes: 1_000_000, hasRepository: false }],
    'bundles:export': async (request) => {
      if (refusal) return { ok: false, failure: refusal };
      requests.push(request);
      const sha256s = await Promise.all(request.entries.map(({ content }) => hashText(canonicalJson(content))));
      const files = [{ name: '上报包.sanxun-bundle', bytes: 900, sha256: 'ab' }];
      return succeed({ folderLabel: 'U盘/三训上报', files, removable: true, bundleId: `bundle-${requests.length}`, sha256s });
    },
  });
});

/** A project that was handed in, one that is a draft, a claim, and two 纠错单, one of another unit. */
async function work(): Promise<void> {
  const by = { personId: 'person-1', name: '韦敏', position: '' };
  const { unitName } = project;
  await commit('test', [
    { table: 'projects', put: project },
    { table: 'projects', put: { ...project, id: 'draft', title: '草稿项目' } },
    { table: 'planNodes', put: node(1) },
    {
      table: 'projectEvents',
      put: { id: 'e-1', projectId: project.id, after: null, at: 1, by, side: 'branch', action: { kind: 'withdrawn', reason: '示例' } },
    },
    { table: 'claims', put: claim('c-1') },
    { table: 'corrections', put: { ...correction('k-1'), personId: 'person-1', unitName } },
    { table: 'corrections', put: { ...correction('k-2'), personId: 'person-9', unitName: '另一示例局' } },
  ]);
}

const show = () => renderScreen(Projects, ['send']);
const rowOf = (title: string): HTMLElement => screen.getByRole('rowheader', { name: title }).closest('tr') as HTMLElement;

it('says what to do where the bureau’s key is not known, and exports nothing', async () => {
  await work();
  show();
  expect(await screen.findByText(/现在还不能上报/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '去检查更新' }).getAttribute('href')).toBe('#/packages');
  expect(screen.queryByRole('button', { name: '导出上报包' })).toBeNull();
});

it('says that there is nothing yet', async () => {
  await installPublished(published());
  show();
  expect(await screen.findByText(/没有可以上报的内容/)).toBeTruthy();
});

it('proposes what is news, names the fields, and remembers what went out', async () => {
  const user = userEvent.setup();
  await installPublished(published());
  await work();
  show();
  const leaving = await screen.findByRole('region', { name: '这些内容将离开本机' });
  expect(within(leaving).getByText(/^项目 1 项：项目信息/)).toBeTruthy();
  expect(within(leaving).getByText(/^抢注申报 1 项/)).toBeTruthy();
  expect(within(leaving).getByText(/^题库纠错 1 项/)).toBeTruthy();
  expect(within(rowOf('草稿项目')).getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  await user.click(await screen.findByRole('button', { name: '导出上报包' }));
  expect(await screen.findByText('可以拔出U盘。')).toBeTruthy();
  expect(requests).toMatchObject([
    {
      place: 'stick',
      recipient,
      sender: { unitId: 'unit-1', unitName: '示例县供电局', branch: '运维支部', personName: '韦敏' },
      entries: [
        { kind: 'project', id: project.id, revision: 1, content: { project, nodes: [node(1)] } },
        { kind: 'claim', id: 'c-1', revision: 1 },
        { kind: 'correction', id: 'k-1', revision: 1 },
      ],
    },
  ]);
  // whose id it was stays here
  expect(JSON.stringify(requests[0]?.entries.find(({ kind }) => kind === 'correction'))).not.toContain('person-1');
  expect((await database.sentEntries.toArray()).map(({ id, revision, bundleId }) => [id, revision, bundleId])).toEqual([
    ['claim:c-1', 1, 'bundle-1'],
    ['correction:k-1', 1, 'bundle-1'],
    [`project:${project.id}`, 1, 'bundle-1'],
  ]);
  await waitFor(() => expect(within(rowOf(project.title)).getByText('✓ 已导出')).toBeTruthy());
  expect(screen.getByText(/导出不等于局里已收到/)).toBeTruthy();
});

it('sends a change as the next revision, and the same again as the same', async () => {
  const user = userEvent.setup();
  await installPublished(published());
  await work();
  show();
  await user.click(await screen.findByRole('button', { name: '导出上报包' }));
  await screen.findByText('可以拔出U盘。');
  await commit('test', [{ table: 'planNodes', put: node(1, { progress: 50 }) }]);
  await waitFor(() => expect(within(rowOf(project.title)).getByText('有改动，未上报')).toBeTruthy());
  await user.click(within(rowOf('示例书记')).getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: '导出上报包' }));
  await waitFor(() => expect(requests).toHaveLength(2));
  expect(requests[1]?.entries.map(({ kind, revision }) => [kind, revision])).toEqual([
    ['project', 2],
    ['claim', 1],
  ]);
});

it('remembers nothing of a bundle that was not written', async () => {
  const user = userEvent.setup();
  await installPublished(published());
  await work();
  refusal = { kind: 'verify-mismatch', subject: '上报包' };
  show();
  await user.click(await screen.findByRole('button', { name: '导出上报包' }));
  expect(await screen.findByText(/写入后读回核对不一致/)).toBeTruthy();
  expect(await database.sentEntries.count()).toBe(0);
});

it('asks to note a bundle again that was written and not noted, before another goes out', async () => {
  const user = userEvent.setup();
  await installPublished(published());
  await work();
  show();
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: '导出上报包' });
  bridge.refuse('disk-full');
  await user.click(button);
  expect(await screen.findByText(/本机没有记下这次上报/)).toBeTruthy();
  expect(button.disabled).toBe(true);
  bridge.refuse(null);
  await user.click(screen.getByRole('button', { name: '再记一次' }));
  await waitFor(async () => expect(await database.sentEntries.count()).toBe(3));
  expect(screen.queryByText(/本机没有记下这次上报/)).toBeNull();
});

it('needs something to send, and a 纠错单 that was answered is not sent', async () => {
  const user = userEvent.setup();
  await installPublished(published());
  const reply = { outcome: 'accepted', text: '已改正', at: 9 } as const;
  await commit('test', [
    { table: 'projects', put: { ...project, title: '草稿项目' } },
    { table: 'corrections', put: { ...correction('k-1'), personId: 'person-1', reply } },
  ]);
  expect((await readOutgoing('示例县供电局')).map(({ id }) => id)).toEqual([`project:${project.id}`]);
  show();
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: '导出上报包' });
  expect([button.disabled, screen.getByText(/没有新的内容要上报/).id]).toEqual([true, button.getAttribute('aria-describedby')]);
  await user.click(within(rowOf('草稿项目')).getByRole('checkbox'));
  await waitFor(() => expect(button.disabled).toBe(false));
});
