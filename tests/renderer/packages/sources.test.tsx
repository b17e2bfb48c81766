import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Drive, RootProbe, SourceLocation } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { sourceOf, starter } from './fixture.ts';
import { bureau, found, startScreen, type Main } from './support.tsx';

const fingerprint = 'abcd1234ef567890';
const share = sourceOf('share', { kind: 'folder', label: '\\\\10.0.0.6\\sanxun' });
const drive = (place: string, hasRepository: boolean): Drive => ({ place, label: place, freeBytes: 1_000_000_000, hasRepository });
const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });

describe('a new source', () => {
  async function startEmpty(drives: readonly Drive[] = []): Promise<Main> {
    const asked: string[] = [];
    const main = await startScreen({
      tab: 'sources',
      overview: { sources: [starter] },
      sync: () => succeed(found()),
      answers: {
        'packages:drives': () => drives,
        'packages:choose-folder': () => ({ place: 'folder', label: 'sanxun' }),
        'packages:probe': (location: SourceLocation) => {
          const where = location.kind === 'http' ? location.url : location.place;
          main.calls.push(`probe ${where}`);
          if (where.includes('nowhere')) return fail('source-unreachable', where);
          return succeed({ probe: 'probe-1', label: '局党建部', fingerprint, known: false });
        },
        'packages:add-source': (probe) => {
          asked.push(probe);
          main.calls.push(`add ${probe}`);
          main.change({ sources: [starter, bureau] });
          return succeed(bureau);
        },
      },
    });
    return main;
  }

  it('leads from an address by its fingerprint to a preview', async () => {
    const main = await startEmpty();
    await userEvent.type(await screen.findByLabelText('网络地址（http 或 https）'), 'http://10.0.0.5/bureau{Enter}');
    const dialog = await screen.findByRole('dialog', { name: '核对发布者指纹' });
    expect(dialog.textContent).toContain('abcd 1234 ef56 7890');
    expect(main.calls).toEqual(['probe http://10.0.0.5/bureau']);
    await userEvent.click(within(dialog).getByRole('button', { name: '一致，信任这个来源' }));
    await screen.findByRole('table', { name: '可以安装的新版本' });
    expect(main.calls).toEqual(['probe http://10.0.0.5/bureau', 'add probe-1', 'sync bureau']);
  });

  it('is not trusted when the fingerprint is not confirmed', async () => {
    const main = await startEmpty();
    await userEvent.click(await button('选择文件夹…'));
    const dialog = await screen.findByRole('dialog', { name: '核对发布者指纹' });
    await userEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(main.calls).toEqual(['probe folder']);
  });

  it('that cannot be reached is named with its reason', async () => {
    await startEmpty();
    await userEvent.type(await screen.findByLabelText('网络地址（http 或 https）'), 'http://nowhere{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('无法连接数据包来源“http://nowhere”');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('on a drive appears when the page opens, and when the drive is plugged in', async () => {
    const drives = [drive('空盘', false)];
    const main = await startEmpty(drives);
    await screen.findByText(/没有找到带数据包的移动盘/);
    drives.push(drive('U盘', true));
    main.bridge.announce();
    await screen.findByText('U盘（可用 953.7 MB）');
    expect(screen.queryByText(/空盘/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '从这个盘取数据' }));
    await screen.findByRole('dialog', { name: '核对发布者指纹' });
    expect(main.calls).toEqual(['probe U盘']);
  });
});

describe('the list', () => {
  it('says of each source how its last check went', async () => {
    const at = new Date(2026, 8, 1, 9, 30).getTime();
    const down = { at, failure: { kind: 'source-unreachable', subject: 'timestamp.json' } } as const;
    const refused = { at, failure: { kind: 'wrong-key', subject: '' } } as const;
    const sources = [
      sourceOf('a', { lastSuccess: at, lastCheck: { at, failure: null } }),
      sourceOf('b', { lastSuccess: at, lastCheck: down }),
      sourceOf('c', { lastCheck: refused }),
      sourceOf('d'),
    ];
    await startScreen({ tab: 'sources', overview: { sources: [starter, ...sources] } });
    const rows = (await screen.findAllByRole('listitem')).map((row) => row.querySelector('div')?.textContent ?? '');
    expect(rows.map((text) => text.slice('http://10.0.0.5/a'.length))).toEqual([
      ' 网络地址 正常',
      ' 网络地址 没连上',
      ' 网络地址 已拒绝',
      ' 网络地址 未检查',
    ]);
    expect(screen.getByText('2026-09-01 09:30 没有成功：无法连接数据包来源“http://10.0.0.5/b”，或连接中途断开。')).toBeTruthy();
    expect(screen.getAllByText('还没有成功过')).toHaveLength(2);
  });

  it('is put into another order by keyboard, and the focus stays', async () => {
    const main = await startScreen({
      tab: 'sources',
      overview: { sources: [starter, bureau, share] },
      answers: {
        'packages:order-sources': (ids) => {
          main.calls.push(`order ${ids.join()}`);
          main.change({ sources: [starter, ...ids.map((id) => (id === 'share' ? share : bureau))] });
        },
      },
    });
    const forward = await button(`移到前面 ${share.label}`);
    forward.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByText(`${share.label} 现在排在第 1 位`);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `移到前面 ${share.label}` }));
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain(share.label);
    await userEvent.keyboard('{Enter}');
    expect(main.calls).toEqual(['order share,bureau']);
  });

  it('checks one source alone, and shows the result on the first part', async () => {
    const main = await startScreen({ tab: 'sources', sync: () => succeed({ ...found(), packages: [] }) });
    await userEvent.click(await button(`检查更新 ${bureau.label}`));
    await screen.findByText(/已经是最新/);
    expect(main.calls).toEqual(['sync bureau']);
  });

  it('removes a source only after saying what that does', async () => {
    const main = await startScreen({
      tab: 'sources',
      answers: {
        'packages:remove-source': (id) => {
          main.calls.push(`remove ${id}`);
          main.change({ sources: [starter] });
        },
      },
    });
    await userEvent.click(await button(`移除 ${bureau.label}`));
    const dialog = screen.getByRole('dialog', { name: '移除这个来源？' });
    expect(dialog.textContent).toContain('已安装的数据包和所有学习记录都保留');
    await userEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    expect(main.calls).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: `移除 ${bureau.label}` }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '移除' }));
    await waitFor(() => expect(screen.queryAllByRole('listitem')).toEqual([]));
    expect(main.calls).toEqual(['remove bureau']);
  });
});

describe('another root file', () => {
  const probe: RootProbe = { probe: 'root-1', label: bureau.label, fingerprint, known: true, version: 4, link: 'chain' };

  async function chooseRoot(link: RootProbe['link']): Promise<Main> {
    const main = await startScreen({
      tab: 'sources',
      answers: {
        'packages:choose-root': () => succeed({ ...probe, link }),
        'packages:trust-root': (token) => {
          main.calls.push(`trust ${token}`);
          return succeed(bureau);
        },
      },
    });
    await userEvent.click(await button(`更换根文件… ${bureau.label}`));
    await screen.findByRole('dialog', { name: '更换根文件' });
    return main;
  }

  it('that the trusted keys have signed is compared and taken', async () => {
    const main = await chooseRoot('chain');
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('由原来的密钥签名');
    expect(dialog.textContent).toContain('abcd 1234 ef56 7890');
    await userEvent.click(within(dialog).getByRole('button', { name: '一致，更换根文件' }));
    await screen.findByText(/根文件已更换/);
    expect(main.calls).toEqual(['trust root-1']);
  });

  it('of another publisher is warned of', async () => {
    await chooseRoot('other');
    expect(screen.getByRole('alert').textContent).toContain('不是由原来的发布单位签名的');
  });

  it('that is in use already asks for nothing', async () => {
    await chooseRoot('same');
    expect(screen.queryByRole('button', { name: '一致，更换根文件' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
