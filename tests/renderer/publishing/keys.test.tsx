import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Reply } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { fill, keyState, now, press, publisherState, showPublishing } from './support.tsx';

const fresh = '新口令（至少 8 个字符）';
const again = '再输入一次';

const buttonsOf = (card: string): (string | null)[] =>
  within(screen.getByRole('region', { name: card }))
    .queryAllByRole('button')
    .map((button) => button.textContent);

it('shows where the keys of each role lie, and offers only what can be done with them', async () => {
  const root = { keys: [keyState('a1', 'elsewhere'), keyState('a2', 'elsewhere'), keyState('a3', 'sealed')], threshold: 2 };
  await showPublishing(['keys'], {
    'publisher:state': () => publisherState({}, { root, online: [keyState('b2', 'open')], exported: { root: now, online: null } }),
  });
  const rootCard = await screen.findByRole('region', { name: '根密钥' });
  expect(within(rootCard).getByText('共 3 把密钥，签名要用其中 2 把。')).toBeTruthy();
  expect(
    within(rootCard)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent),
  ).toEqual(['a1a1a1a1a1a1a1a1不在本机', 'a2a2a2a2a2a2a2a2不在本机', 'a3a3a3a3a3a3a3a3在本机，有口令未解锁']);
  expect(buttonsOf('根密钥')).toEqual(['解锁…', '导出封存…', '更换口令…', '取消口令…', '从本机移走…', '导入密钥…']);
  expect(within(rootCard).getByRole('button', { name: '导出封存… 根密钥' })).toHaveProperty('disabled', true);
  expect(buttonsOf('发布密钥')).toEqual(['导出封存…', '设置口令…']);
  expect(screen.getByText('现在这套密钥还没有导出封存。')).toBeTruthy();
});

it('has nothing to offer before there are keys', async () => {
  await showPublishing(['keys'], {
    'publisher:state': () =>
      publisherState({ repository: null }, { root: { keys: [], threshold: 1 }, online: [], exported: { root: null, online: null } }),
  });
  expect(await screen.findAllByText('还没有密钥。第一次发布时自动生成。')).toHaveLength(2);
  expect([...buttonsOf('根密钥'), ...buttonsOf('发布密钥')]).toEqual([]);
});

it('sets a passphrase that is long enough and typed twice alike', async () => {
  const calls: unknown[] = [];
  let here: 'open' | 'sealed' = 'open';
  await showPublishing(['keys'], {
    'publisher:state': () => publisherState({}, { online: [keyState('b2', here, here === 'sealed')] }),
    'publisher:protect': (...args) => {
      calls.push(args);
      here = 'sealed';
      return succeed(null);
    },
  });
  await press('设置口令… 发布密钥');
  const dialog = screen.getByRole('dialog', { name: '给发布密钥设置口令' });
  await fill({ [fresh]: '七个字的口令呀', [again]: '七个字的口令呀' });
  await press('设置口令', dialog);
  expect(screen.getByRole('alert').textContent).toBe('口令至少要 8 个字符。');
  await fill({ [fresh]: '示例口令一二三四', [again]: '示例口令一二三五' });
  await press('设置口令', dialog);
  expect(screen.getByRole('alert').textContent).toBe('两次输入的口令不一样。');
  await fill({ [again]: '示例口令一二三四' });
  expect([...dialog.querySelectorAll('input')].map(({ type }) => type)).toEqual(['password', 'password']);
  await press('设置口令', dialog);
  await screen.findByText('✓ 发布密钥已设置口令。');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(calls).toEqual([['online', '示例口令一二三四', null]]);
  expect(await screen.findByText('已解锁，到退出程序为止')).toBeTruthy();
});

it('changes and removes a passphrase by the present one', async () => {
  const calls: unknown[] = [];
  await showPublishing(['keys'], {
    'publisher:state': () => publisherState(),
    'publisher:protect': (role, next, current) => {
      calls.push([role, next, current]);
      return current === 'right one' ? succeed(null) : fail('key-locked', '发布密钥');
    },
  });
  await press('更换口令… 发布密钥');
  await fill({ 现在的口令: 'wrong one', [fresh]: 'next one!', [again]: 'next one!' });
  await press('更换口令', screen.getByRole('dialog'));
  expect((await screen.findByRole('alert')).textContent).toBe('口令不正确，请再输入一次。');
  expect(document.activeElement).toBe(screen.getByLabelText('现在的口令'));
  await fill({ 现在的口令: 'right one' });
  await press('更换口令', screen.getByRole('dialog'));
  await screen.findByText('✓ 发布密钥的口令已更换。');
  await press('取消口令… 发布密钥');
  await press('取消口令', screen.getByRole('dialog'));
  expect(screen.getByRole('alert').textContent).toBe('请输入口令。');
  await fill({ 现在的口令: 'right one' });
  await press('取消口令', screen.getByRole('dialog'));
  await screen.findByText('✓ 发布密钥的口令已取消。');
  expect(calls).toEqual([
    ['online', 'next one!', 'wrong one'],
    ['online', 'next one!', 'right one'],
    ['online', null, 'right one'],
  ]);
});

it('unlocks until the program ends', async () => {
  let unlocked = false;
  await showPublishing(['keys'], {
    'publisher:state': () => publisherState({}, { online: [keyState('b2', 'sealed', unlocked)] }),
    'publisher:unlock': (role, passphrase) => {
      unlocked = role === 'online' && passphrase === 'right one';
      return unlocked ? succeed(null) : fail('key-locked', '发布密钥');
    },
  });
  expect(await screen.findByText('未解锁')).toBeTruthy();
  await press('解锁… 发布密钥');
  await fill({ 口令: 'right one' });
  await press('解锁', screen.getByRole('dialog'));
  await screen.findByText('已解锁，到退出程序为止');
});

it('exports for the safe under a passphrase of its own, names the files, and only then takes the root key away', async () => {
  const exports: unknown[] = [];
  let exported: number | null = null;
  let here: 'open' | 'elsewhere' = 'open';
  const { promise, resolve } = Promise.withResolvers<Reply<'publisher:export-keys'>>();
  await showPublishing(['keys'], {
    'publisher:state': () =>
      publisherState({}, { root: { keys: [keyState('a1', here)], threshold: 1 }, exported: { root: exported, online: now } }),
    'publisher:export-keys': (...args) => {
      exports.push(args);
      return promise;
    },
    'publisher:remove-root-keys': () => {
      here = 'elsewhere';
      return succeed(null);
    },
  });
  await press('从本机移走… 根密钥');
  expect(screen.getByRole('dialog').textContent).toContain('还没有导出封存，不能移走');
  expect(screen.queryByRole('checkbox')).toBeNull();
  await press('关闭', screen.getByRole('dialog'));

  await press('导出封存… 根密钥');
  await screen.findByLabelText(/党建U盘/);
  await fill({ '导出文件的口令（至少 8 个字符）': '示例口令一二三四', [again]: '示例口令一二三四' });
  await press('导出', screen.getByRole('dialog'));
  expect(await screen.findByRole('progressbar', { name: '正在导出并读回核对…' })).toBeTruthy();
  exported = now;
  const files = [
    { name: 'root-a1.age', bytes: 700, sha256: '' },
    { name: '说明.txt', bytes: 900, sha256: '' },
  ];
  resolve(succeed({ folderLabel: '党建U盘/三训根密钥', files, removable: true }));
  await screen.findByText('✓ 已导出到：党建U盘/三训根密钥');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['root-a1.age', '说明.txt']);
  expect(screen.getByText('可以拔出U盘。')).toBeTruthy();
  expect(screen.getByText(/请把U盘放进保险柜/)).toBeTruthy();
  expect(exports).toEqual([['root', '示例口令一二三四', 'stick']]);
  await press('关闭', screen.getByRole('dialog'));

  await screen.findByText(/现在这套密钥已于 2026-09-01 导出封存/, { selector: 'section[aria-label="根密钥"] *' });
  await press('从本机移走… 根密钥');
  expect(screen.getByRole('button', { name: '从本机移走' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox'));
  await press('从本机移走', screen.getByRole('dialog'));
  await screen.findByText('✓ 根密钥已从本机移走。');
  await waitFor(() => expect(buttonsOf('根密钥')).toEqual(['导入密钥…']));
});

it('brings a key back from its file; where none was chosen the dialog stays', async () => {
  const replies: Reply<'publisher:import-keys'>[] = [succeed(null), fail('key-locked', '密钥文件'), succeed('root')];
  await showPublishing(['keys'], {
    'publisher:state': () => publisherState(),
    'publisher:import-keys': () => replies.shift()!,
  });
  await press('导入密钥… 根密钥');
  await fill({ 导出文件的口令: '示例口令一二三四' });
  await press('选择密钥文件…');
  expect(screen.getByRole('dialog', { name: '导入密钥' })).toBeTruthy();
  await press('选择密钥文件…');
  expect((await screen.findByRole('alert')).textContent).toBe('口令不正确，请再输入一次。');
  await press('选择密钥文件…');
  await screen.findByText('✓ 根密钥已导入。');
  expect(screen.queryByRole('dialog')).toBeNull();
});
