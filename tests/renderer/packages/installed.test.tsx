import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry, InstalledDetail } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { dayOf, sizeOf } from '../../../renderer/ui/format.ts';
import { stagedOf } from '../../support/bank.ts';
import { built, bureau, startScreen } from './support.tsx';

const installed: InstalledDetail = {
  ...built.version,
  version: 4,
  source: bureau.label,
  starter: false,
  expires: '2020-05-06T00:00:00.000Z',
  before: { version: 3, issued: '2026-09-01T00:00:00.000Z', until: '2027-01-15T00:00:00.000Z' },
};

const bytes = built.version.blocks.reduce((sum, { length }) => sum + length, 0);

describe('what is installed', () => {
  it('says version, date, source, signer, validity and size', async () => {
    await startScreen({ overview: { installed: [installed] } });
    const row = within(await screen.findByRole('table', { name: '已安装' })).getAllByRole('row')[1];
    expect([...(row?.children ?? [])].slice(0, 3).map((cell) => cell.textContent)).toEqual([
      `示例bank题库 ${sizeOf(bytes)}`,
      '第 4 版2026-09-01 签发',
      `${bureau.label}${dayOf(Date.parse(installed.installedAt))} 安装 指纹 abab abab… 签发有效期已过，内容可继续使用`,
    ]);
  });

  it('tells the rest in its details', async () => {
    await startScreen({ overview: { installed: [installed] } });
    await userEvent.click(await screen.findByRole('button', { name: '详情 示例bank' }));
    const dialog = screen.getByRole('dialog', { name: '示例bank' });
    expect(dialog.textContent).toContain('abab abab abab abab abab');
    expect(dialog.textContent).toContain('党章 1 题、党规 1 题');
    expect(dialog.textContent).toContain('第 3 版（2026-09-01 签发），保留到 2027-01-15');
  });

  it('goes back to the version before, having said what that does', async () => {
    const main = await startScreen({
      overview: { installed: [installed] },
      answers: {
        'packages:roll-back': (name) => {
          main.calls.push(`roll back ${name}`);
          return succeed(stagedOf(built, { rollsBack: true, withdrawn: 2, replaces: { version: 4, publisher: built.version.publisher } }));
        },
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '退回上一版 示例bank' }));
    const dialog = await screen.findByRole('dialog', { name: '把“示例bank”退回上一版？' });
    await within(dialog).findByText('现在是第 4 版，将改回第 3 版（2026-09-01 签发）。');
    expect(dialog.textContent).toContain('上一版保留到 2027-01-15');
    await userEvent.click(within(dialog).getByRole('button', { name: '退回上一版' }));
    await screen.findByText(/已退回：示例bank（第 3 版）/);
    expect(main.calls).toEqual(['roll back bank', 'settle staged-bank']);
  });

  it('calls the way forward again by its name', async () => {
    const returned: InstalledDetail = { ...installed, before: { ...installed.before!, version: 5 } };
    const answers = {
      'packages:roll-back': () => succeed(stagedOf(built, { replaces: { version: 4, publisher: built.version.publisher } })),
    };
    await startScreen({ overview: { installed: [returned] }, answers });
    await userEvent.click(await screen.findByRole('button', { name: '恢复较新版 示例bank' }));
    const dialog = await screen.findByRole('dialog', { name: '把“示例bank”恢复到较新的版本？' });
    await within(dialog).findByText('现在是第 4 版，将恢复到较新的第 5 版（2026-09-01 签发）。');
    expect(dialog.textContent).toContain('较新的版本保留到 2027-01-15');
    expect(dialog.textContent).not.toContain('上一版');
    await userEvent.click(within(dialog).getByRole('button', { name: '恢复较新版' }));
    await screen.findByText(/已安装：示例bank/);
  });

  it('says why there is no going back', async () => {
    await startScreen({ overview: { installed: [installed] }, answers: { 'packages:roll-back': () => fail('tampered', '示例bank') } });
    await userEvent.click(await screen.findByRole('button', { name: '退回上一版 示例bank' }));
    expect((await screen.findByRole('alert')).textContent).toContain('“示例bank”的内容与签名不符');
    expect(within(screen.getByRole('dialog')).queryByRole('button', { name: '退回上一版' })).toBeNull();
  });

  it('has no way back where nothing was kept', async () => {
    await startScreen({ overview: { installed: [{ ...installed, before: null }] } });
    await screen.findByRole('table', { name: '已安装' });
    expect(screen.queryByRole('button', { name: /退回上一版/ })).toBeNull();
  });
});

describe('the history', () => {
  const entry = (change: Partial<HistoryEntry>): HistoryEntry => ({
    at: new Date(2026, 8, 1, 9, 30).getTime(),
    event: 'installed',
    subject: '示例题库',
    version: 4,
    source: bureau.label,
    publisher: 'ab'.repeat(32),
    failure: null,
    reason: '',
    ...change,
  });
  const refusal = entry({ event: 'refused', version: null, failure: { kind: 'older', subject: '示例题库' }, reason: 'timestamp 3 < 5' });

  it('lists what happened, a refusal with its sentence and its technical reason, and has then been seen', async () => {
    const main = await startScreen({
      tab: 'history',
      overview: { newRefusals: 1 },
      answers: {
        'packages:history': () => [refusal, entry({})],
        'packages:seen': () => {
          main.calls.push('seen');
          main.change({ newRefusals: 0 });
        },
      },
    });
    const rows = within(await screen.findByRole('table', { name: '记录' })).getAllByRole('row');
    expect([...(rows[2]?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      '2026-09-01 09:30',
      '安装',
      '示例题库（第 4 版）',
      `${bureau.label}指纹 abab abab…`,
    ]);
    expect(rows[1]?.textContent).toContain('“示例题库”比本机已有的版本旧，没有安装。');
    expect(rows[1]?.querySelector('details')?.textContent).toBe('技术原因timestamp 3 < 5');
    await screen.findByRole('link', { name: '记录' });
    expect(main.calls).toEqual(['seen']);
  });

  it('is pointed at while a refusal has not been seen', async () => {
    await startScreen({ overview: { newRefusals: 2 } });
    await screen.findByText(/有 2 条没有看过的拒绝记录/);
    expect(screen.getByRole('link', { name: '记录 (2)' })).toBeTruthy();
  });

  it('says what will stand there while it is empty', async () => {
    await startScreen({ tab: 'history', answers: { 'packages:history': () => [], 'packages:seen': () => undefined } });
    await screen.findByText(/还没有记录/);
  });
});
