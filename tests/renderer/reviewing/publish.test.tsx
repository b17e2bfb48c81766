import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { BankPublication, ProjectsPublishRequest } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../../../renderer/data/database.ts';
import { commit } from '../../../renderer/data/work.ts';
import { PublishTab } from '../../../renderer/reviewing/publish/publish-tab.tsx';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { offer, returned, steps, submitted } from './fixture.ts';

let bridge: MemoryBridge;
let orders: ProjectsPublishRequest[];
let cancelled: string[];
/** What main does with the next order. */
let answer: () => Promise<Result<BankPublication>>;

const written = (version: number): Result<BankPublication> =>
  succeed({ version, fingerprint: 'f'.repeat(64), outcome: 'published', folderLabel: '示例文件夹' });

beforeEach(async () => {
  [orders, cancelled] = [[], []];
  answer = async () => written(orders.length);
  bridge = await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '示例U盘', freeBytes: 1e9, hasRepository: true }],
    'publisher:state': () => ({
      repository: null,
      published: [],
      keys: { root: { keys: [], threshold: 1 }, online: [], rootExpires: '', expires: '', exported: { root: null, online: null } },
      destinations: [],
      troubles: [],
    }),
    'projects:publish': (order) => {
      orders.push(order);
      return answer();
    },
    'tasks:cancel': (task) => {
      cancelled.push(task);
    },
  });
});

const press = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));

async function publish(button: string): Promise<void> {
  await press(button);
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('checkbox', { name: /日期和时间没有错/ }));
  await userEvent.click(dialog.getByRole('button', { name: '签名并写入' }));
}

it('says the next step while there is nothing to publish', async () => {
  renderScreen(PublishTab, []);
  expect(await screen.findByText(/还没有可以下发的内容/)).toBeTruthy();
});

it('shows what is new, publishes it, and remembers what the version brought', async () => {
  const terminated = { side: 'bureau', action: { kind: 'terminated', reason: '示例理由', date: '2026-09-01' } } as const;
  await commit('test', [{ table: 'offers', put: offer() }, ...returned(steps(submitted(1), terminated))]);
  renderScreen(PublishTab, []);
  const rows = within(await screen.findByRole('table', { name: '上次下发以后新增的内容' }))
    .getAllByRole('row')
    .slice(1);
  await waitFor(() =>
    expect(rows.map((row) => [...row.querySelectorAll('th, td')].slice(0, 2).map((cell) => cell.textContent))).toEqual([
      ['抢注题目', '示例抢注课题'],
      ['审批和评审意见', '示例低电压治理'],
    ]),
  );
  expect(screen.getByText(/⚠ 抢注已截止/)).toBeTruthy();
  await publish('下发');
  expect(await screen.findByText('✓ 已下发第 1 版：示例文件夹')).toBeTruthy();
  expect(orders).toMatchObject([
    { place: 'stick', name: 'projects', clockOk: true, contents: { offers: [{ id: 'offer-1' }], events: [{ id: 'e2' }] } },
  ]);
  await press('关闭');
  expect(await screen.findByText('没有新的内容要下发。')).toBeTruthy();
  expect(screen.getByText('抢注题目 1 项，审批和评审意见 1 项')).toBeTruthy();
  const [publication] = await database.projectsPublications.toArray();
  expect([publication?.id, Object.keys(publication?.brought ?? {})]).toEqual(['projects@1', ['offers:offer-1', 'events:e2']]);
});

it('brings later only what is new, and the whole again for those who missed a version', async () => {
  await commit('test', [{ table: 'offers', put: offer() }]);
  renderScreen(PublishTab, []);
  await publish('下发');
  await press('关闭');
  await commit('test', [
    { table: 'offers', put: offer({ archived: true }) },
    { table: 'offers', put: offer({ id: 'offer-2', archived: true }) },
  ]);
  expect(await screen.findByText(/（归档，支部不再看到）/)).toBeTruthy();
  await publish('下发');
  await screen.findByText('✓ 已下发第 2 版：示例文件夹');
  expect(orders[1]?.contents.offers.map(({ id, archived }) => [id, archived])).toEqual([['offer-1', true]]);
});

it('can be cancelled while it is written, and then nothing is published', async () => {
  const { promise, resolve } = Promise.withResolvers<Result<BankPublication>>();
  answer = () => promise;
  await commit('test', [{ table: 'offers', put: offer() }]);
  renderScreen(PublishTab, []);
  await publish('下发');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消' }));
  expect(cancelled).toHaveLength(1);
  resolve(fail('cancelled'));
  expect(await screen.findByText('已取消，没有下发。')).toBeTruthy();
  expect(await database.projectsPublications.count()).toBe(0);
});

it('says so where the package is written but not noted here; publishing again notes it', async () => {
  answer = async () => {
    bridge.refuse('disk-full');
    return written(1);
  };
  await commit('test', [{ table: 'offers', put: offer() }]);
  renderScreen(PublishTab, []);
  await publish('下发');
  expect(await screen.findByText(/本机没有记下这次下发/)).toBeTruthy();
  bridge.refuse(null);
  answer = async () => written(1);
  await userEvent.click(screen.getByRole('button', { name: '签名并写入' }));
  await screen.findByText('✓ 已下发第 1 版：示例文件夹');
  expect(await database.projectsPublications.count()).toBe(1);
});
