import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Args, Reply, Source, SourceLocation, SyncFindings } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { database } from '../../../renderer/data/database.ts';
import Packages from '../../../renderer/packages/index.tsx';
import { buildBank, stagedOf } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { questions } from '../study/support.tsx';

const built = buildBank([[questions.single], [{ ...questions.judge, section: '党规' }]], 3);
const fingerprint = 'abcd1234ef567890';
const starter: Source = { id: 'starter', kind: 'starter', label: '', publisher: '', lastSuccess: null };
const bureau: Source = { id: 'bureau', kind: 'http', label: 'http://10.0.0.5/sanxun', publisher: 'ab', lastSuccess: null };
const findings = (change: Partial<SyncFindings> = {}): SyncFindings => ({
  packages: [stagedOf(built, { added: 2, changed: 5, withdrawn: 7 })],
  refused: [],
  transferredBytes: 2_048,
  reusedBytes: 1_024,
  ...change,
});

interface Main {
  readonly bridge: MemoryBridge;
  /** Every call that changes something, in order. */
  readonly calls: readonly string[];
}

/** A main process with one trusted source besides the starter; `sync` answers a check. */
async function startScreen(
  sync: (task: string) => Reply<'packages:sync'> | Promise<Reply<'packages:sync'>>,
  sources = [starter, bureau],
): Promise<Main> {
  const calls: string[] = [];
  const called = <T,>(call: string, reply: T): T => {
    calls.push(call);
    return reply;
  };
  const known = [...sources];
  const probe = (location: SourceLocation): Reply<'packages:probe'> =>
    location.kind === 'http' && location.url.includes('nowhere')
      ? fail('source-unreachable', location.url)
      : succeed({ probe: 'probe-1', label: '局党建部', fingerprint, known: false });
  const bridge = await memoryBridge({
    'packages:sources': () => [...known],
    'packages:probe': (location) => called(`probe ${location.kind}`, probe(location)),
    'packages:add-source': (token) => {
      known.push(bureau);
      return called(`add ${token}`, succeed(bureau));
    },
    'packages:remove-source': (source) => {
      known.splice(0, known.length, starter);
      return called(`remove ${source}`, undefined);
    },
    'packages:drives': () => [
      { place: 'usb', label: 'U盘', freeBytes: 1_000_000_000, hasRepository: true },
      { place: 'other', label: '空盘', freeBytes: 1_000_000_000, hasRepository: false },
    ],
    'packages:choose-folder': () => null,
    'packages:sync': (source, task) => called(`sync ${source}`, sync(task)),
    'packages:block': (...[staged, position]: Args<'packages:block'>) => called(`block ${staged} ${position}`, built.blocks[position]!),
    'packages:settle': (staged) => called(`settle ${staged}`, built.version),
    'tasks:cancel': () => called('cancel', undefined),
  });
  renderScreen(Packages, []);
  await screen.findByRole('button', { name: '检查更新 示例数据' });
  return { bridge, calls };
}

const check = () => userEvent.click(screen.getByRole('button', { name: `检查更新 ${bureau.label}` }));

it('leads from an address by its fingerprint and a preview to an installed package', async () => {
  const { calls } = await startScreen(() => succeed(findings()), [starter]);
  await userEvent.type(screen.getByLabelText('网络地址（http 或 https）'), 'http://10.0.0.5/sanxun{Enter}');
  const dialog = await screen.findByRole('dialog', { name: '核对发布者指纹' });
  expect(dialog.textContent).toContain('abcd 1234 ef56 7890');
  expect(calls).toEqual(['probe http']);
  await userEvent.click(within(dialog).getByRole('button', { name: '一致，信任这个来源' }));
  const preview = await screen.findByRole('table', { name: '可以安装的新版本' });
  const row = within(preview).getAllByRole('row')[1];
  expect([...(row?.children ?? [])].slice(0, 6).map((cell) => cell.textContent)).toEqual(['示例bank', '未安装', '第 3 版', '2', '5', '7']);
  expect(await database.packages.count()).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: '安装' }));
  await screen.findByText(/已安装：示例bank（第 3 版）/);
  expect(calls).toEqual(['probe http', 'add probe-1', 'sync bureau', 'block staged-bank 0', 'block staged-bank 1', 'settle staged-bank']);
  const table = screen.getByRole('table', { name: '已安装' });
  await within(table).findByRole('cell', { name: '第 3 版' });
  expect(await database.blocks.count()).toBe(2);
});

it('trusts nobody when the fingerprint is not confirmed', async () => {
  const { calls } = await startScreen(() => succeed(findings()), [starter]);
  await userEvent.click(screen.getByRole('button', { name: '刷新' }));
  expect(await screen.findByText(/U盘（可用/)).toBeTruthy();
  expect(screen.queryByText(/空盘/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '从这个盘取数据' }));
  const dialog = await screen.findByRole('dialog', { name: '核对发布者指纹' });
  await userEvent.click(within(dialog).getByRole('button', { name: '取消' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(calls).toEqual(['probe folder']);
});

it('says why an address cannot be used', async () => {
  await startScreen(() => succeed(findings()));
  await userEvent.type(screen.getByLabelText('网络地址（http 或 https）'), 'http://nowhere{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('无法连接数据包来源“http://nowhere”');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('shows refused packages with their sentence, beside others and alone', async () => {
  let answer = findings({ refused: [{ kind: 'other-publisher', subject: '名册' }] });
  await startScreen(() => succeed(answer));
  await check();
  expect((await screen.findByRole('alert')).textContent).toContain('“名册”已由另一个发布单位提供');
  expect(screen.getByRole('button', { name: '安装' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '以后再说' }));
  expect(screen.queryByRole('alert')).toBeNull();
  answer = findings({ packages: [], refused: [{ kind: 'older', subject: '题库' }] });
  await check();
  expect((await screen.findByRole('alert')).textContent).toContain('“题库”比本机已有的版本旧');
  expect(screen.queryByRole('button', { name: '安装' })).toBeNull();
});

it('says when nothing is new, and why a check failed', async () => {
  let answer: Reply<'packages:sync'> = succeed(findings({ packages: [] }));
  await startScreen(() => answer);
  await check();
  await screen.findByText('已经是最新，没有需要安装的内容。');
  answer = fail('tampered', '题库');
  await check();
  expect((await screen.findByRole('alert')).textContent).toContain('“题库”的内容与签名不符');
});

it('follows the progress of its own check only, and cancels that one', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply<'packages:sync'>>();
  let task = '';
  const { bridge, calls } = await startScreen((started) => {
    task = started;
    return promise;
  });
  await check();
  await screen.findByText('正在核对签名…');
  expect(screen.getByRole('button', { name: `检查更新 ${bureau.label}` })).toHaveProperty('disabled', true);
  bridge.tell({ task: 'an old one', phase: 'check', done: 3, total: 4 });
  bridge.tell({ task, phase: 'download', done: 1, total: 4 });
  await screen.findByText('25%');
  expect(screen.getByRole('progressbar', { name: '正在传输…' })).toHaveProperty('value', 1);
  bridge.tell({ task: 'an old one', phase: 'check', done: 3, total: 4 });
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(screen.getByText('25%')).toBeTruthy();
  expect(calls).toEqual(['sync bureau', 'cancel']);
  resolve(fail('cancelled'));
  expect((await screen.findByRole('alert')).textContent).toContain('操作已取消');
});

it('removes a source, but never the one that came with the program', async () => {
  const { calls } = await startScreen(() => succeed(findings()));
  expect(screen.queryByRole('button', { name: '移除 示例数据' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: `移除 ${bureau.label}` }));
  await waitFor(() => expect(screen.queryByText(bureau.label)).toBeNull());
  expect(calls).toEqual(['remove bureau']);
});
