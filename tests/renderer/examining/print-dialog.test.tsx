import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { PaperExportRequest } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { substitutes } from '../../../renderer/examining/print-dialog/fonts-here.ts';
import { PrintDialog } from '../../../renderer/examining/print-dialog/print-dialog.tsx';
import { SessionContext } from '../../../renderer/session.tsx';
import { choice, item, paper } from '../../shared/exam/questions.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';

const made = { ...paper(item(choice('a', [0]), 1)), title: '示例试卷' };
const papers = ['A', 'B'].map((variant) => ({ variant, paper: made }));
const drive = { place: 'stick', label: '示例盘', freeBytes: 1e9, hasRepository: false };

async function show(write: (request: PaperExportRequest) => Promise<ReturnType<typeof fail> | Awaited<ReturnType<typeof done>>>) {
  const orders: PaperExportRequest[] = [];
  const cancelled: string[] = [];
  await memoryBridge({
    'exports:places': () => [drive],
    'tasks:cancel': (task) => void cancelled.push(task),
    'papers:export': (request) => {
      orders.push(request);
      return write(request);
    },
  });
  const onClose = vi.fn<() => void>();
  render(
    <SessionContext value={session}>
      <PrintDialog papers={papers} onClose={onClose} />
    </SessionContext>,
  );
  await screen.findByRole('radio', { name: /示例盘/ });
  return { user: userEvent.setup(), orders, cancelled, onClose };
}

const done = async () =>
  succeed({ folderLabel: '示例盘/示例试卷－打印', files: [{ name: '卷.pdf', bytes: 9, sha256: 'x' }], removable: true });

it('writes A and B as they were chosen, and says when the stick can be pulled out', async () => {
  const { user, orders } = await show(done);
  expect(screen.getByText('将导出：示例试卷（A卷）、示例试卷（B卷）')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'A3 横版，两栏' }));
  await user.click(screen.getByRole('checkbox', { name: /^教师卷/ }));
  await user.click(screen.getByRole('checkbox', { name: '答题卡' }));
  await user.click(screen.getByRole('checkbox', { name: /^Word/ }));
  expect(screen.getByText('共 8 个文件')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '导出' }));
  expect(await screen.findByText('可以拔出U盘。')).toBeTruthy();
  const printouts = ['candidate', 'teacher', 'answers', 'sheet'];
  expect(orders).toEqual([{ place: 'stick', folder: '示例试卷－打印', papers, size: 'A3', printouts, formats: ['pdf'] }]);
});

it('asks for at least one printout and one format', async () => {
  const { user } = await show(done);
  await user.click(screen.getByRole('checkbox', { name: /^Word/ }));
  await user.click(screen.getByRole('checkbox', { name: /^PDF/ }));
  expect(screen.getByRole('button', { name: '导出' })).toHaveProperty('disabled', true);
  expect(screen.getByText('请至少选一样要打印的，和一种文件格式。')).toBeTruthy();
});

it('can be cancelled, and stays open until what was begun has ended', async () => {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof fail>>();
  const { user, cancelled, onClose } = await show(() => promise);
  await user.click(screen.getByRole('button', { name: '导出' }));
  expect(screen.getByRole('button', { name: '关闭' })).toHaveProperty('disabled', true);
  await user.click(await screen.findByRole('button', { name: '取消' }));
  expect(cancelled).toHaveLength(1);
  resolve(fail('cancelled'));
  expect(await screen.findByText(/^已取消导出/)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});

it('names the fonts that others take the place of', () => {
  expect(substitutes(() => true)).toEqual([]);
  expect(substitutes((font) => ['华文中宋', '仿宋', '黑体'].includes(font))).toEqual([
    { wanted: '方正小标宋简体', used: '华文中宋' },
    { wanted: '仿宋_GB2312', used: '仿宋' },
    { wanted: '楷体_GB2312', used: null },
  ]);
});
