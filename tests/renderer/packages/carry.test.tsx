import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Carriable, CarryOutcome, CarryRequest, Reply, TaskProgress } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { bytesOfChoice, withToggled } from '../../../renderer/packages/carry/choice.ts';
import { startScreen, type Main } from './support.tsx';

const megabyte = 1024 * 1024;
const bureau: Carriable = {
  publisher: 'ab'.repeat(32),
  packages: [
    { name: 'bank', title: '示例题库', version: 4, bytes: 3 * megabyte },
    { name: 'roster', title: '示例名册', version: 2, bytes: megabyte },
  ],
};
const city: Carriable = { publisher: 'cd'.repeat(32), packages: [{ name: 'column', title: '示例专栏', version: 1, bytes: megabyte }] };
const outcome: CarryOutcome = {
  folderLabel: 'U盘',
  packages: [{ title: '示例题库', version: 4 }],
  files: 12,
  bytes: 3 * megabyte,
  writtenBytes: megabyte,
  removable: true,
};

interface Copying extends Main {
  readonly wanted: CarryRequest[];
  readonly tell: (progress: Omit<TaskProgress, 'task'>) => void;
  readonly end: (reply: Reply<'packages:carry'>) => void;
}

async function startCarry(carriables: readonly Carriable[], freeBytes = 100 * megabyte): Promise<Copying> {
  const { promise, resolve } = Promise.withResolvers<Reply<'packages:carry'>>();
  const wanted: CarryRequest[] = [];
  let task = '';
  const main = await startScreen({
    tab: 'carry',
    answers: {
      'packages:carriable': () => carriables,
      'exports:places': () => [{ place: 'usb', label: 'U盘', freeBytes, hasRepository: false }],
      'packages:carry': (request, started) => {
        wanted.push(request);
        task = started;
        return promise;
      },
    },
  });
  return { ...main, wanted, tell: (progress) => main.bridge.tell({ task, ...progress }), end: resolve };
}

const start = async (): Promise<void> => userEvent.click(await screen.findByRole('button', { name: '开始拷贝' }));

describe('a copy for another office', () => {
  it('holds everything of a publisher, and says when the drive can be pulled out', async () => {
    const main = await startCarry([bureau]);
    expect(await screen.findByText('全部（4.0 MB）')).toBeTruthy();
    expect(screen.queryByText('拷哪个发布单位的')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: '开始拷贝' })).toHaveProperty('disabled', false));
    await start();
    expect(main.wanted).toEqual([{ publisher: bureau.publisher, packages: [], place: 'usb' }]);
    main.tell({ phase: 'write', done: megabyte, total: 4 * megabyte, unit: 'bytes', remaining: 30 });
    await screen.findByText('已传输 1.0 MB，共 4.0 MB');
    expect(screen.getByText('完成之前请不要拔出U盘。')).toBeTruthy();
    main.end(succeed(outcome));
    await screen.findByText('可以拔出U盘。');
    expect(screen.getByText(/共 12 个文件、3.0 MB，这次写入 1.0 MB/)).toBeTruthy();
  });

  it('holds only what was chosen of the publisher that was chosen', async () => {
    const main = await startCarry([city, bureau]);
    await userEvent.click(await screen.findByRole('radio', { name: /示例题库、示例名册/ }));
    await userEvent.click(screen.getByRole('radio', { name: '只拷选中的' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /示例名册/ }));
    await screen.findByText(/共 3.0 MB/);
    await start();
    expect(main.wanted).toEqual([{ publisher: bureau.publisher, packages: ['bank'], place: 'usb' }]);
  });

  it('does not begin with nothing chosen', async () => {
    await startCarry([bureau]);
    await userEvent.click(await screen.findByRole('radio', { name: '只拷选中的' }));
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
    await screen.findByText('请至少选择一个数据包。');
    expect(screen.getByRole('button', { name: '开始拷贝' })).toHaveProperty('disabled', true);
  });

  it('is stopped, keeps what was written, and begins again', async () => {
    const main = await startCarry([bureau]);
    await waitFor(() => expect(screen.getByRole('button', { name: '开始拷贝' })).toHaveProperty('disabled', false));
    await start();
    await userEvent.click(await screen.findByRole('button', { name: '停止' }));
    await screen.findByText('正在停下…');
    main.end(fail('cancelled'));
    await screen.findByText(/写好的部分留在盘里/);
    await start();
    expect([main.calls, main.wanted.length]).toEqual([['cancel'], 2]);
  });

  it('says why it failed, and warns of a drive that is too small', async () => {
    const main = await startCarry([bureau], megabyte);
    await screen.findByText('这个盘只剩 1.0 MB，可能放不下。');
    await start();
    main.end(fail('place-gone', 'U盘'));
    expect((await screen.findByRole('alert')).textContent).toContain('“U盘”所在的U盘或文件夹找不到了');
  });

  it('is not offered while there is nothing to copy', async () => {
    await startCarry([]);
    await screen.findByText(/本机还没有可以拷贝的数据包/);
    expect(screen.queryByRole('button', { name: '开始拷贝' })).toBeNull();
  });
});

it('toggling keeps the published order, and twice changes nothing', () => {
  expect(withToggled(bureau, null, 'bank')).toEqual(['roster']);
  expect(withToggled(bureau, ['roster'], 'bank')).toEqual(['bank', 'roster']);
  expect(withToggled(bureau, withToggled(bureau, ['roster'], 'bank'), 'bank')).toEqual(['roster']);
  expect([null, ['roster'], []].map((chosen) => bytesOfChoice(bureau, chosen))).toEqual([4 * megabyte, megabyte, 0]);
});
