import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Reply } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { database } from '../../../renderer/data/database.ts';
import { built, bureau, found, startScreen } from './support.tsx';

const nothing = { ...found(), packages: [] };
const check = async (): Promise<void> => userEvent.click(await screen.findByRole('button', { name: '检查更新' }));

it('leads from what waits, through what it changes here, to installed packages', async () => {
  const main = await startScreen({ overview: { waiting: found() } });
  const preview = await screen.findByRole('table', { name: '可以安装的新版本' });
  const row = within(preview).getAllByRole('row')[1];
  expect([...(row?.children ?? [])].map((cell) => cell.textContent).toSpliced(6, 1)).toEqual([
    `示例bank2026-09-01 签发，来自 ${bureau.label}`,
    '未安装',
    '第 3 版',
    '2',
    '5',
    '7',
  ]);
  await screen.findByText('不影响您已有的作答、错题和没有交卷的考试。');
  expect(screen.getByText('传输 2.0 KB，沿用本机已有 1.0 KB。')).toBeTruthy();
  expect(await database.packages.count()).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: '安装' }));
  await screen.findByText(/已安装：示例bank（第 3 版）/);
  expect(screen.queryByRole('table', { name: '可以安装的新版本' })).toBeNull();
  expect(main.calls).toEqual(['settle staged-bank']);
  expect(await database.blocks.count()).toBe(2);
  expect((await database.packages.toArray()).map(({ name, version }) => ({ name, version }))).toEqual([{ name: 'bank', version: 3 }]);
});

it('says beside what is complete that more has not come yet', async () => {
  const unfinished = { done: 1_048_576, total: 4_194_304, titles: ['示例讲台'] };
  await startScreen({ overview: { waiting: found({ transferredBytes: 0, reusedBytes: 0 }), unfinished } });
  await screen.findByText('另有内容没有下载完，可以先安装上面的');
  expect(screen.getByRole('button', { name: '安装' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '继续下载' })).toBeTruthy();
  expect(screen.getByText('示例讲台')).toBeTruthy();
  expect(screen.queryByText(/^传输 0 B/)).toBeNull();
});

it('shows what a check has found before main’s overview says so', async () => {
  const main = await startScreen({ sync: () => succeed(found()) });
  await check();
  await screen.findByRole('button', { name: '安装' });
  expect(main.calls).toEqual(['sync all']);
});

it('puts off what waits', async () => {
  const main = await startScreen({ overview: { waiting: found() } });
  await userEvent.click(await screen.findByRole('button', { name: '以后再说' }));
  await screen.findByText('还没有检查过更新');
  expect(screen.queryByRole('button', { name: '安装' })).toBeNull();
  expect(main.calls).toEqual(['put off']);
});

it('says that all is up to date only where every source was read', async () => {
  let answer: Reply<'packages:sync'> = succeed(nothing);
  await startScreen({ sync: () => answer });
  await check();
  await screen.findByText(/已经是最新/);
  const failure = { kind: 'source-unreachable', subject: 'timestamp.json' } as const;
  answer = succeed({ ...nothing, unread: [{ source: 'bureau', label: bureau.label, failure }] });
  await check();
  await screen.findByText('✓ 读到的来源里没有新内容。');
  expect(screen.queryByText(/已经是最新/)).toBeNull();
  expect(screen.getByText(`${bureau.label}：无法连接数据包来源“${bureau.label}”，或连接中途断开。`)).toBeTruthy();
});

it('shows refused packages with their sentence, beside others and alone', async () => {
  const main = await startScreen({ overview: { waiting: found({ refused: [{ kind: 'other-publisher', subject: '名册' }] }) } });
  expect((await screen.findByRole('alert')).textContent).toContain('“名册”已由另一个发布单位提供');
  expect(screen.getByRole('button', { name: '安装' })).toBeTruthy();
  main.change({ waiting: null });
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('says what expired and when, and asks again', async () => {
  let answer: Reply<'packages:sync'> = { ok: false, failure: { kind: 'expired', subject: '题库', at: '2026-08-15T00:00:00.000Z' } };
  const main = await startScreen({ sync: () => answer });
  await check();
  expect((await screen.findByRole('alert')).textContent).toContain('“题库”的签发有效期已过（有效期到 2026-08-15）');
  answer = succeed(nothing);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText(/已经是最新/);
  expect(main.calls).toEqual(['sync all', 'sync all']);
});

it('goes on beyond the limit of a metered line only when it is told to', async () => {
  const main = await startScreen({ sync: ({ beyondLimit }) => (beyondLimit ? succeed(nothing) : fail('metered', bureau.label)) });
  await check();
  await userEvent.click(await screen.findByRole('button', { name: '仍然下载' }));
  await screen.findByText(/已经是最新/);
  expect(main.calls).toEqual(['sync all', 'sync all beyond the limit']);
});

it('offers the same where another source could be read', async () => {
  const unread = [{ source: 'bureau', label: bureau.label, failure: { kind: 'metered', subject: '' } as const }];
  const main = await startScreen({ sync: ({ beyondLimit }) => succeed(beyondLimit ? nothing : { ...nothing, unread }) });
  await check();
  await userEvent.click(await screen.findByRole('button', { name: '仍然下载' }));
  await screen.findByText(/已经是最新/);
  expect(main.calls).toEqual(['sync all', 'sync all beyond the limit']);
});

it('offers to go on with a download that was broken off, or to give it up', async () => {
  const unfinished = { done: 12 * 1024 * 1024, total: 45 * 1024 * 1024, titles: ['党建题库'] };
  const main = await startScreen({
    overview: { unfinished },
    sync: () => {
      main.change({ unfinished: null });
      return succeed(nothing);
    },
    answers: { 'packages:discard': () => main.change({ unfinished: null }) },
  });
  await screen.findByText(/已下载 12.0 MB，共 45.0 MB/);
  expect(screen.getByText('党建题库')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '继续下载' }));
  await screen.findByText(/已经是最新/);
  expect(main.calls).toEqual(['sync all']);
  main.change({ unfinished });
  await userEvent.click(await screen.findByRole('button', { name: '放弃下载' }));
  await waitFor(() => expect(screen.queryByText('有一次下载没有完成')).toBeNull());
});

it('offers one way to go on after a line went down in the middle', async () => {
  const unfinished = { done: 1, total: 2, titles: [] };
  const main = await startScreen({
    sync: () => {
      main.change({ unfinished });
      return fail('source-unreachable', bureau.label);
    },
  });
  await check();
  await screen.findByRole('button', { name: '继续下载' });
  expect(screen.getByRole('alert').textContent).toContain('无法连接数据包来源');
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
});

it('says how long nothing could be read and that the content can still be used', async () => {
  const since = Date.now() - 40 * 86_400_000;
  await startScreen({ overview: { sources: [{ ...bureau, lastSuccess: since }] } });
  await screen.findByText('已有 40 天没有检查成功');
  expect(screen.getByText(/已有内容照常使用/)).toBeTruthy();
});

it('says that the clock is wrong and what to do', async () => {
  const clock = { kind: 'behind', here: '2021-01-01T00:00:00.000Z', seen: '2026-09-01T00:00:00.000Z' } as const;
  await startScreen({ overview: { clock } });
  await screen.findByText('本机日期可能不对');
  expect(screen.getByText(/本机日期是 2021-01-01，但数据包里有 2026-09-01 的签名/)).toBeTruthy();
});

it('installs nothing where installing fails, and can be asked again', async () => {
  let isBroken = true;
  const main = await startScreen({
    overview: { waiting: found() },
    answers: {
      'packages:blocks': (_staged, positions) => {
        if (isBroken) throw new Error('the disk went away');
        return positions.map((position) => built.blocks[position]!);
      },
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '安装' }));
  expect((await screen.findByRole('alert')).textContent).toContain('写入失败');
  expect(await database.packages.count()).toBe(0);
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: '安装' }));
  await screen.findByText(/已安装/);
  expect(main.calls).toEqual(['settle staged-bank']);
});
