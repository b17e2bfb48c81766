import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Destination, DestinationDraft, Reply, UploadOutcome } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { fill, press, publisherState, showPublishing } from './support.tsx';

const server: Destination = { id: 'server', kind: 'webdav', label: 'http://10.0.0.5/sanxun', lastUpload: null };
const stick: Destination = { id: 'stick', kind: 'folder', label: '党建U盘', lastUpload: null };
const outcome: UploadOutcome = { files: 12, bytes: 3_145_728, writtenFiles: 5, writtenBytes: 1_048_576, removable: false };

const go = (place: string): Promise<void> => act(async () => void (window.location.hash = place));

const itemOf = async (destination: Destination): Promise<HTMLElement> => {
  const label = await screen.findByText(destination.label);
  return label.closest('li')!;
};

it('adds each kind of destination from its form, and refuses what is not filled in', async () => {
  const drafts: DestinationDraft[] = [];
  const known: Destination[] = [];
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: [...known] }),
    'publisher:add-destination': (draft) => {
      drafts.push(draft);
      const added = { id: `d${drafts.length}`, kind: draft.kind, label: `位置 ${drafts.length}`, lastUpload: null };
      known.push(added);
      return succeed(added);
    },
  });
  expect(await screen.findByText(/还没有上传位置/)).toBeTruthy();
  expect(screen.getByText(/中途断了，对方看到的仍是上一次完整的内容/)).toBeTruthy();
  await press('添加位置…');
  await screen.findByLabelText('移动盘 党建U盘（可用 953.7 MB）');
  await press('添加');
  await screen.findByText('位置 1');

  await press('添加位置…');
  await userEvent.click(screen.getByRole('radio', { name: '网站服务器（WebDAV）' }));
  await fill({ 地址: '10.0.0.5/sanxun' });
  await press('添加');
  expect(screen.getByRole('alert').textContent).toContain('请填写完整的网络地址');
  await fill({ 地址: ' https://10.0.0.5/sanxun/ ', '用户名（没有可不填）': 'party', '密码（没有可不填）': ' 带空格 ' });
  await press('添加');
  await screen.findByText('位置 2');

  await press('添加位置…');
  await userEvent.click(screen.getByRole('radio', { name: '对象存储（S3 兼容）' }));
  await fill({ 地址: 'https://s3.example.com/sanxun', '访问密钥 ID': 'example' });
  await press('添加');
  expect(screen.getByRole('alert').textContent).toContain('请填写区域、访问密钥 ID 和访问密钥。');
  await fill({ 访问密钥: 'example-secret' });
  await press('添加');
  await screen.findByText('位置 3');
  expect(drafts).toEqual([
    { kind: 'folder', place: 'stick' },
    { kind: 'webdav', url: 'https://10.0.0.5/sanxun/', user: 'party', password: ' 带空格 ' },
    { kind: 's3', url: 'https://s3.example.com/sanxun', region: 'us-east-1', accessKey: 'example', secretKey: 'example-secret' },
  ]);
});

it('says why a destination was not taken, and leaves the form as it was', async () => {
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState(),
    'publisher:add-destination': () => fail('upload-refused', 'https://10.0.0.5'),
  });
  await press('添加位置…');
  await userEvent.click(screen.getByRole('radio', { name: '网站服务器（WebDAV）' }));
  await fill({ 地址: 'https://10.0.0.5' });
  await press('添加');
  expect((await screen.findByRole('alert')).textContent).toContain('拒绝上传');
  expect(screen.getByLabelText('地址')).toHaveProperty('value', 'https://10.0.0.5');
});

it('follows the bytes of its own upload, and tells its end', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply<'publisher:upload'>>();
  let task = '';
  let lastUpload: Destination['lastUpload'] = null;
  const bridge = await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: [{ ...server, lastUpload }] }),
    'publisher:upload': (_destination, started) => {
      task = started;
      return promise;
    },
  });
  await press(`上传 ${server.label}`);
  bridge.tell({ task: 'an old one', phase: 'verify', done: 1, total: 2 });
  bridge.tell({ task, phase: 'write', done: 1_048_576, total: 4_194_304, unit: 'bytes' });
  await screen.findByText('已传 1.0 MB / 4.0 MB');
  expect(screen.getByRole('progressbar', { name: '正在上传…' })).toHaveProperty('value', 1_048_576);
  expect(screen.getByRole('button', { name: `上传 ${server.label}` })).toHaveProperty('disabled', true);
  lastUpload = { at: Date.UTC(2026, 8, 1, 8), failure: null, current: false };
  resolve(succeed(outcome));
  await screen.findByText(`✓ 已上传到：${server.label}`);
  await screen.findByText('之后又有新的签发，请再上传一次。');
  expect(screen.getByText('共 12 个文件、3.0 MB；这次写入 5 个、1.0 MB，其余原来就有。')).toBeTruthy();
  expect(screen.queryByText('可以拔出U盘。')).toBeNull();
  expect(await screen.findByText(/^上次上传：2026-09-01 .* 成功$/)).toBeTruthy();
  await press('关闭');
  expect(screen.queryByText(`✓ 已上传到：${server.label}`)).toBeNull();
});

it('goes on while the person is elsewhere, and is found again', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply<'publisher:upload'>>();
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: [server] }),
    'publisher:upload': () => promise,
  });
  await press(`上传 ${server.label}`);
  await screen.findByRole('button', { name: '停止' });
  await go('#/publishing/keys');
  await screen.findByRole('region', { name: '根密钥' });
  resolve(succeed(outcome));
  await go('#/publishing/destinations');
  await screen.findByText(`✓ 已上传到：${server.label}`);
  await press('关闭');
});

it('uploads to all one after the other; one that fails does not hold up the next', async () => {
  const asked: string[] = [];
  const { promise, resolve } = Promise.withResolvers<Reply<'publisher:upload'>>();
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: [server, stick] }),
    'publisher:upload': (destination) => {
      asked.push(destination);
      return destination === server.id ? promise : succeed({ ...outcome, removable: true });
    },
  });
  await press('全部上传');
  expect(within(await itemOf(stick)).getByText('排队等候上传')).toBeTruthy();
  expect(asked).toEqual(['server']);
  resolve(fail('upload-refused', server.label));
  await screen.findByText('可以拔出U盘。');
  expect(within(await itemOf(server)).getByRole('alert').textContent).toContain('服务器上原来发布的内容仍可正常使用。');
  expect(asked).toEqual(['server', 'stick']);
  await press('关闭', await itemOf(server));
  await press('关闭', await itemOf(stick));
});

it('stops the running upload and takes back the one that waits', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply<'publisher:upload'>>();
  const cancelled: string[] = [];
  const tasks: string[] = [];
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: [server, stick] }),
    'publisher:upload': (_destination, task) => {
      tasks.push(task);
      return promise;
    },
    'tasks:cancel': (task) => void cancelled.push(task),
  });
  await press('全部上传');
  await press('停止', await itemOf(stick));
  expect(screen.queryByText('排队等候上传')).toBeNull();
  await press('停止', await itemOf(server));
  expect(screen.getByRole('button', { name: '正在停止…' })).toHaveProperty('disabled', true);
  expect(cancelled).toEqual(tasks);
  resolve(fail('cancelled'));
  expect(await screen.findByText(/已停止向“http:\/\/10.0.0.5\/sanxun”上传。对方看到的仍是上一次完整的内容/)).toBeTruthy();
  expect(tasks).toHaveLength(1);
  await press('关闭');
});

it('lets the password be given again where the server refused it', async () => {
  const drafts: DestinationDraft[] = [];
  const refused: Destination = { ...server, lastUpload: { at: 0, failure: { kind: 'upload-refused', subject: '服务器' }, current: false } };
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: [refused, stick] }),
    'publisher:add-destination': (draft) => {
      drafts.push(draft);
      return succeed(refused);
    },
  });
  await press('重新填写密码…');
  expect(screen.getByLabelText('地址')).toHaveProperty('value', server.label);
  await fill({ '用户名（没有可不填）': 'party', '密码（没有可不填）': 'right one' });
  await press('添加');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(drafts).toEqual([{ kind: 'webdav', url: server.label, user: 'party', password: 'right one' }]);
});

it('removes a destination only after asking', async () => {
  let known = [server];
  await showPublishing(['destinations'], {
    'publisher:state': () => publisherState({ destinations: known }),
    'publisher:remove-destination': (destination) => {
      known = known.filter(({ id }) => id !== destination);
    },
  });
  await press(`移除 ${server.label}`);
  expect(screen.getByRole('dialog').textContent).toContain('那里已有的内容不动');
  await press('取消', screen.getByRole('dialog'));
  expect(known).toEqual([server]);
  await press(`移除 ${server.label}`);
  await press('移除', screen.getByRole('dialog'));
  await waitFor(() => expect(screen.queryByText(server.label)).toBeNull());
  expect(known).toEqual([]);
});

it('says in the list how the last upload failed, and offers none before a publication', async () => {
  const failed: Destination = {
    ...server,
    lastUpload: { at: 0, failure: { kind: 'source-unreachable', subject: '服务器' }, current: false },
  };
  await showPublishing(['destinations'], { 'publisher:state': () => publisherState({ repository: null, destinations: [failed] }) });
  expect(await screen.findByText(/没有成功：无法连接/)).toBeTruthy();
  expect(screen.getByRole('button', { name: `上传 ${server.label}` })).toHaveProperty('disabled', true);
  expect(screen.getByText('还没有发布过，没有可以上传的内容。')).toBeTruthy();
});
