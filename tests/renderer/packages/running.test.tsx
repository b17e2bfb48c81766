import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Reply, TaskProgress } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import Packages from '../../../renderer/packages/index.tsx';
import { sync } from '../../../renderer/packages/sync/sync.ts';
import { renderScreen } from '../../support/screen.tsx';
import { found, startScreen, type Main } from './support.tsx';

interface Checking extends Main {
  readonly tell: (progress: Omit<TaskProgress, 'task'>) => void;
  readonly end: (reply: Reply<'packages:sync'>) => void;
}

/** A check that goes on until the test ends it. */
async function startCheck(): Promise<Checking> {
  const { promise, resolve } = Promise.withResolvers<Reply<'packages:sync'>>();
  let task = '';
  const main = await startScreen({
    sync: (_wanted, started) => {
      task = started;
      return promise;
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '检查更新' }));
  await screen.findByText('正在核对签名…');
  return { ...main, tell: (progress) => main.bridge.tell({ task, ...progress }), end: resolve };
}

const megabyte = 1024 * 1024;
const half = { phase: 'download', done: 4 * megabyte, total: 8 * megabyte, unit: 'bytes', remaining: 125 } as const;

it('shows bytes and the time that is left, of its own check only', async () => {
  const main = await startCheck();
  main.bridge.tell({ task: 'another', phase: 'check', done: 3, total: 4 });
  main.tell(half);
  await screen.findByText('已传输 4.0 MB，共 8.0 MB');
  expect(screen.getByText('大约还要 3 分钟')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: '正在传输…' })).toHaveProperty('value', 4 * megabyte);
  main.tell({ ...half, remaining: null });
  await screen.findByText('剩余时间还估算不出来');
  main.end(succeed({ ...found(), packages: [] }));
  await screen.findByText(/已经是最新/);
  expect(main.calls).toEqual(['sync all']);
});

it('pauses with what has come', async () => {
  const main = await startCheck();
  expect(screen.queryByRole('button', { name: '暂停' })).toBeNull();
  main.tell(half);
  await userEvent.click(await screen.findByRole('button', { name: '暂停' }));
  await screen.findByText('正在停下…');
  main.change({ unfinished: { done: 4 * megabyte, total: 8 * megabyte, titles: [] } });
  main.end(fail('cancelled'));
  await screen.findByText('有一次下载没有完成');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(main.calls).toEqual(['sync all', 'cancel']);
});

it('asks before it throws away what has come', async () => {
  const main = await startCheck();
  main.tell(half);
  await screen.findByText(/已传输/);
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  const dialog = screen.getByRole('dialog', { name: '停止下载？' });
  expect(dialog.textContent).toContain('已经下载 4.0 MB');
  await userEvent.click(within(dialog).getByRole('button', { name: '停止，并删除已下载的' }));
  main.end(fail('cancelled'));
  await waitFor(() => expect(main.calls).toEqual(['sync all', 'cancel', 'discard']));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('cancels at once where nothing has come yet', async () => {
  const main = await startCheck();
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  main.end(fail('cancelled'));
  await screen.findByText('还没有检查过更新');
  expect(main.calls).toEqual(['sync all', 'cancel']);
});

it('checks a source that is added in the meantime when its turn comes', async () => {
  const main = await startCheck();
  await sync.check({ source: 'second', beyondLimit: false }, 'second');
  expect(main.calls).toEqual(['sync all']);
  main.end(succeed({ ...found(), packages: [] }));
  await screen.findByText(/已经是最新/);
  expect(main.calls).toEqual(['sync all', 'sync second']);
});

it('goes on while the person is elsewhere, and is there when they come back', async () => {
  const main = await startCheck();
  cleanup();
  main.tell(half);
  renderScreen(Packages, []);
  await screen.findByText('已传输 4.0 MB，共 8.0 MB');
  cleanup();
  main.end(succeed(found()));
  renderScreen(Packages, []);
  await screen.findByRole('button', { name: '安装' });
});
