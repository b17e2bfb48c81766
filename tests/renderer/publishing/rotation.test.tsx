import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { PublisherState, Reply, Rotation } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { obstacleOf } from '../../../renderer/publishing/key-states.ts';
import { fill, keyState, press, publisherState, showPublishing } from './support.tsx';

const fingerprint = 'abcd1234ef567890abcd1234';
const rootHere = { root: { keys: [keyState('a1', 'open')], threshold: 1 } };

async function showRotation(
  which: string,
  keys: () => Partial<PublisherState['keys']>,
  rotate: (rotation: Rotation) => Reply<'publisher:rotate'> | Promise<Reply<'publisher:rotate'>>,
): Promise<readonly Rotation[]> {
  const rotations: Rotation[] = [];
  await showPublishing(['rotation', which], {
    'publisher:state': () => publisherState({}, keys()),
    'publisher:rotate': (rotation) => {
      rotations.push(rotation);
      return rotate(rotation);
    },
    'publisher:unlock': () => succeed(null),
  });
  return rotations;
}

it('tells the three cases in plain words, and that offices notice nothing', async () => {
  await showPublishing(['rotation'], { 'publisher:state': () => publisherState() });
  const links = await screen.findAllByRole('link', { name: /^开始/ });
  expect(links.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')])).toEqual([
    ['开始 更换发布密钥', '#/publishing/rotation/online'],
    ['开始 更换根密钥', '#/publishing/rotation/root'],
    ['开始 续签', '#/publishing/rotation/renewal'],
  ]);
  expect(screen.getByText(/支部会注意到什么：什么也不用做。指纹不变/)).toBeTruthy();
});

it('replaces the publishing key step by step, and says what comes afterwards', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply<'publisher:rotate'>>();
  const rotations = await showRotation(
    'online',
    () => rootHere,
    () => promise,
  );
  const heading = await screen.findByRole('heading', { name: '更换发布密钥 — 准备' });
  expect(document.activeElement).toBe(heading);
  await press('下一步');
  expect(screen.getByText('第 2 步，共 3 步')).toBeTruthy();
  expect(screen.getByText(/支部会注意到什么/)).toBeTruthy();
  expect(rotations).toEqual([]);
  await press('更换发布密钥');
  expect(screen.getByRole('progressbar', { name: '正在生成密钥、签名并写入…' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '返回' })).toHaveProperty('disabled', true);
  resolve(succeed({ version: 3, fingerprint }));
  await screen.findByText('✓ 发布密钥已更换，全部内容已重新签名。');
  expect(screen.getByText('abcd 1234 ef56 7890 abcd')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '向所有位置上传一遍；带走的U盘也要更新。没有上传的地方仍是旧的签名。',
    '把新的发布密钥导出封存，旧的导出文件作废。',
    '把根密钥从本机移走，放回保险柜。',
  ]);
  expect(screen.getByRole('link', { name: '去上传' }).getAttribute('href')).toBe('#/publishing/destinations');
  expect(rotations).toEqual([{ kind: 'online' }]);
});

it('offers one root key or three of which two sign', async () => {
  const rotations = await showRotation(
    'root',
    () => rootHere,
    () => succeed({ version: 2, fingerprint }),
  );
  await userEvent.click(await screen.findByRole('radio', { name: /^3 把/ }));
  await press('下一步');
  await press('返回');
  expect(screen.getByRole('radio', { name: /^3 把/ })).toHaveProperty('checked', true);
  await press('下一步');
  await press('更换根密钥');
  await screen.findByText('✓ 根密钥已更换。');
  expect(rotations).toEqual([{ kind: 'root', keys: 3, threshold: 2 }]);
});

it('proposes to renew what expires first, and asks only for the key that signs it', async () => {
  const rotations = await showRotation(
    'renewal',
    () => ({}),
    () => succeed({ version: 1, fingerprint }),
  );
  expect(await screen.findByRole('radio', { name: /^签发内容（有效期到 2027-09-05）/ })).toHaveProperty('checked', true);
  await userEvent.click(screen.getByRole('radio', { name: /^根文件（有效期到 2036-08-01）/ }));
  expect(screen.getByText(/根密钥不在本机，还要导入 1 把/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '下一步' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('radio', { name: /^签发内容/ }));
  await press('下一步');
  await press('续签签发内容');
  await screen.findByText('✓ 签发内容已续签。');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(rotations).toEqual([{ kind: 'sign-again' }]);
});

it('leads to the passphrase where the key is locked, and goes on from there', async () => {
  let unlocked = false;
  await showPublishing(['rotation', 'online'], {
    'publisher:state': () => publisherState({}, { root: { keys: [keyState('a1', 'sealed', unlocked)], threshold: 1 } }),
    'publisher:unlock': () => {
      unlocked = true;
      return succeed(null);
    },
  });
  expect(await screen.findByText('根密钥有口令，请先解锁。')).toBeTruthy();
  await press('解锁…');
  await fill({ 口令: '示例口令一二三四' });
  await press('解锁', screen.getByRole('dialog'));
  await screen.findByText('✓ 需要的密钥都在本机，可以继续。');
  await waitFor(() => expect(screen.getByRole('button', { name: '下一步' })).toHaveProperty('disabled', false));
});

it('says why it was refused, and can be tried again', async () => {
  const replies: Reply<'publisher:rotate'>[] = [fail('disk-full', '2.root.json'), succeed({ version: 2, fingerprint })];
  const rotations = await showRotation(
    'online',
    () => rootHere,
    () => replies.shift()!,
  );
  await press('下一步');
  await press('更换发布密钥');
  expect((await screen.findByRole('alert')).textContent).toContain('磁盘空间不足');
  await press('更换发布密钥');
  await screen.findByText('✓ 发布密钥已更换，全部内容已重新签名。');
  expect(rotations).toHaveLength(2);
});

it('counts the keys that can sign against the threshold', () => {
  const { keys } = publisherState();
  const root = (...all: readonly ReturnType<typeof keyState>[]) => ({ ...keys, root: { keys: all, threshold: 2 } });
  const open = keyState('a1', 'open');
  const sealed = keyState('a2', 'sealed');
  const away = keyState('a3', 'elsewhere');
  expect(obstacleOf(root(open, sealed, away), 'root')).toEqual({ kind: 'locked' });
  expect(obstacleOf(root(open, { ...sealed, unlocked: true }, away), 'root')).toBeNull();
  expect(obstacleOf(root(open, away, away), 'root')).toEqual({ kind: 'missing', missing: 1 });
  expect(obstacleOf(root(away, away, away), 'root')).toEqual({ kind: 'missing', missing: 2 });
  expect(obstacleOf({ ...keys, online: [] }, 'online')).toEqual({ kind: 'missing', missing: 1 });
});
