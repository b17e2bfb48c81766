import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Args } from '@shared/ipc/contract.ts';
import { saveMapping } from '../../../renderer/data/bank/mappings.ts';
import { bankId, bankWith, fail, fakeMain, press, question, row, showBank, stemsShown, succeed } from './support.tsx';

const rows = [row(2, question('')), row(3, null), row(4, question('', { stem: '单选两个答案的示例（　）。', answer: [0, 2] }))];
const file = { name: '示例题库.xlsx', rows };

const importFile = async (): Promise<void> => {
  showBank(bankId, 'import');
  await press('选择题库文件…');
  await screen.findByRole('grid', { name: '导入的内容' });
};

it('leads from a file to its preview, accounts for every row, and shows the source beside the question', async () => {
  const { released } = await fakeMain(file);
  await bankWith([]);
  await importFile();
  expect(screen.getByText('来源 4 行 = 试题 2 + 标题 1 + 未收 1 + 忽略 0')).toBeTruthy();
  await waitFor(() =>
    expect(stemsShown(1)).toEqual(
      ['示例题 （ ）。', '没有选项的示例', '单选两个答案的示例（　）。'].map((stem) => expect.stringContaining(stem.slice(0, 4))),
    ),
  );
  expect(await screen.findByRole('button', { name: '未收 1' })).toBeTruthy();
  expect(released).toEqual(['reading-1']);
  const source = screen.getByRole('region', { name: '来源原文' });
  expect(await within(source).findByText('原文 2')).toBeTruthy();
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'ArrowDown' });
  await waitFor(() => expect(source.textContent).toContain('第 3 行'));
  expect(within(screen.getByRole('region', { name: '识别结果' })).getByText('缺少选项。')).toBeTruthy();
});

it('makes a refused row a question in the form, and accepts it with the others', async () => {
  await fakeMain(file);
  await bankWith([]);
  await importFile();
  await press('未收 1');
  await screen.findByText('缺少选项。');
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  const form = await screen.findByRole('form', { name: '修改试题' });
  fireEvent.keyDown(form, { key: 's', ctrlKey: true });
  expect((await within(form).findByRole('alert')).textContent).toMatch(/至少要有两个选项。.*没有正确答案。/);
  await userEvent.type(within(form).getByLabelText('选项A'), '甲');
  await userEvent.type(within(form).getByLabelText('选项B'), '乙');
  await userEvent.click(within(form).getByLabelText('B 是正确答案'));
  fireEvent.keyDown(form, { key: 's', ctrlKey: true });
  await screen.findByText('没有符合条件的内容。');
  await press('收入题库（3 题）');
  expect(await screen.findByText('已收入新题 3 题。')).toBeTruthy();
});

it('mends a problem with one button', async () => {
  await fakeMain(file);
  await bankWith([]);
  await importFile();
  await screen.findByText('原文 2');
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'End' });
  await press('改为多选题');
  expect(await screen.findByText('已处理 1 条。')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText(/单选题有多个答案/)).toBeNull());
});

it('asks before unsaved changes are left', async () => {
  await fakeMain(file);
  await bankWith([]);
  await importFile();
  await screen.findByText('原文 2');
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  const form = await screen.findByRole('form', { name: '修改试题' });
  await userEvent.type(within(form).getByLabelText('题干'), '改');
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'ArrowDown' });
  const asked = await screen.findByRole('dialog', { name: '放弃修改吗？' });
  await press('继续修改', asked);
  expect(screen.getByRole('form', { name: '修改试题' })).toBe(form);
  fireEvent.keyDown(form, { key: 'Escape' });
  await press('放弃修改', await screen.findByRole('dialog'));
  expect(screen.queryByRole('form', { name: '修改试题' })).toBeNull();
});

it('asks before unsaved changes are left for another place or by closing the window', async () => {
  await fakeMain(file);
  await bankWith([]);
  await importFile();
  await screen.findByText('原文 2');
  const here = window.location.hash;
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  const form = await screen.findByRole('form', { name: '修改试题' });
  await userEvent.type(within(form).getByLabelText('题干'), '改');
  await userEvent.click(screen.getByRole('link', { name: '检查' }));
  await press('继续修改', await screen.findByRole('dialog', { name: '放弃修改吗？' }));
  expect(window.location.hash).toBe(here);
  expect(screen.getByRole('form', { name: '修改试题' })).toBe(form);
  const closing = new Event('beforeunload', { cancelable: true });
  fireEvent(window, closing);
  expect(closing.defaultPrevented).toBe(true);
  await press('继续修改', await screen.findByRole('dialog', { name: '放弃修改吗？' }));
  await userEvent.click(screen.getByRole('link', { name: '检查' }));
  await press('放弃修改', await screen.findByRole('dialog', { name: '放弃修改吗？' }));
  expect(await screen.findByRole('button', { name: '开始检查' })).toBeTruthy();
  const free = new Event('beforeunload', { cancelable: true });
  fireEvent(window, free);
  expect(free.defaultPrevented).toBe(false);
});

it('counts the paragraphs of a Word document, and keeps the problem in sight while it is mended', async () => {
  await fakeMain({ ...file, change: { format: 'docx' } });
  await bankWith([]);
  await importFile();
  await press('未收 1');
  expect(await screen.findByText('第 3 段', { exact: false })).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: '段' })).toBeTruthy();
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  await screen.findByRole('form', { name: '修改试题' });
  expect(screen.getByText('缺少选项。')).toBeTruthy();
});

it('lets the columns be named where no header was understood', async () => {
  const problem = { sheet: '表一', row: 0, severity: 'warning', code: 'sheet-without-header', message: '没有找到表头。' } as const;
  const nothing = { entries: 0, headers: [], problems: [problem] };
  const { reads } = await fakeMain(
    { ...file, change: nothing },
    {
      'bank:source': () => succeed([{ row: 2, cells: ['内容', '标准'] }]),
    },
  );
  await bankWith([]);
  showBank(bankId, 'import');
  await press('选择题库文件…');
  expect((await screen.findByRole('alert')).textContent).toContain('工作表“表一”：没有找到表头。');
  await press('指定各列的含义…');
  await userEvent.selectOptions(await screen.findByLabelText('A 列的含义'), 'stem');
  await userEvent.selectOptions(screen.getByLabelText('B 列的含义'), 'answer');
  await press('按此重新读取');
  await waitFor(() => expect(reads.at(-1)).toEqual({ file: 'ab'.repeat(32), section: '', encoding: null, columns: ['stem', 'answer'] }));
});

it('reads the columns as they were saved for the sender, and says so', async () => {
  const { reads } = await fakeMain(file);
  await bankWith([]);
  const saved = await saveMapping({ id: 'm', sender: '示例县局', header: '题干|答案', columns: ['stem', ''], at: 1 });
  expect(saved.ok).toBe(true);
  await importFile();
  expect(reads.map(({ file: read, columns }) => [read, columns])).toEqual([
    ['token-1', null],
    ['ab'.repeat(32), ['stem', '']],
  ]);
  expect(await screen.findByText('已按“示例县局”的列设置读取。')).toBeTruthy();
});

it('says why nothing came of a file, and what a failure means', async () => {
  const problem = { sheet: null, row: 0, severity: 'error', code: 'file-encrypted', message: '文件已加密，请去掉密码后再导入。' } as const;
  await fakeMain({ name: '加密.xlsx', rows: [], change: { problems: [problem] } });
  await bankWith([]);
  showBank(bankId, 'import');
  await press('选择题库文件…');
  expect((await screen.findByRole('alert')).textContent).toBe('加密.xlsx：没有可以收入的试题。文件已加密，请去掉密码后再导入。');
});

it('can be cancelled while main reads', async () => {
  const cancelled: string[] = [];
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof fail>>();
  const { bridge } = await fakeMain(file, {
    'bank:read': (...[, task]: Args<'bank:read'>) => {
      queueMicrotask(() => bridge.tell({ task, phase: 'read', done: 1, total: 4 }));
      return promise;
    },
    'tasks:cancel': (task) => {
      cancelled.push(task);
      resolve(fail('cancelled'));
    },
  });
  await bankWith([]);
  showBank(bankId, 'import');
  await press('选择题库文件…');
  await waitFor(() => expect(screen.getByRole('progressbar', { name: '正在读取 示例题库.xlsx…' })).toHaveProperty('value', 1));
  await press('取消');
  expect((await screen.findByRole('alert')).textContent).toContain('“示例题库.xlsx”操作已取消。');
  expect(cancelled).toHaveLength(1);
});

it('reads the kept copy again in another encoding, in the place of what waited', async () => {
  const { reads } = await fakeMain({ ...file, change: { format: 'csv', encoding: 'utf-8' } });
  await bankWith([]);
  await importFile();
  await press('读取方式…');
  await userEvent.selectOptions(await screen.findByLabelText('文字编码'), 'gb18030');
  await press('按此重新读取');
  await waitFor(() => expect(reads.at(-1)).toEqual({ file: 'ab'.repeat(32), section: '', encoding: 'gb18030', columns: null }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await screen.findByText(/^文本表格（CSV）.*国标（GBK、GB18030）$/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: '全部 3' })).toBeTruthy();
});

it('writes the refused rows with their place, text and reasons into an error workbook', async () => {
  const collected: Args<'bank:collect-add'>[1][] = [];
  await fakeMain(file, {
    'bank:collect': () => 'collection',
    'bank:collect-add': (_collection, items) => void collected.push(items),
    'bank:export': () =>
      succeed({ folderLabel: '错误表', files: [{ name: '示例题库 错误表.xlsx', bytes: 10, sha256: 'ab' }], removable: false }),
  });
  await bankWith([]);
  await importFile();
  await screen.findByRole('button', { name: '未收 1' });
  await press('导出错误表…');
  const dialog = screen.getByRole('dialog', { name: '导出错误表' });
  await press('选择文件夹…', dialog);
  await press('导出', dialog);
  expect(await within(dialog).findByText('✓ 已导出到：错误表')).toBeTruthy();
  expect(collected.flat()).toEqual([
    {
      question: null,
      score: null,
      refused: {
        entryId: expect.any(String),
        draft: row(3, null).draft,
        source: '工作表“题库” 第 3 行',
        text: '原文 3',
        reasons: ['缺少选项。'],
      },
    },
  ]);
});
