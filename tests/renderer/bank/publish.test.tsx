import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Args, BankPreview, BankPublishRequest } from '@shared/ipc/contract.ts';
import { bankWith as readBank } from '../../../renderer/data/bank/banks.ts';
import { bankId, bankWith, fail, fakeMain, neverPublished, press, question, showBank, succeed } from './support.tsx';

const now = question('q1', { options: ['甲', '乙改', '丙', '丁'] });
const preview: BankPreview = {
  since: 3,
  version: 4,
  added: ['q2'],
  changed: ['q1'],
  withdrawn: ['q9'],
  before: [question('q1'), question('q9')],
  farClock: null,
};

interface Published {
  readonly orders: readonly BankPublishRequest[];
  readonly items: readonly Args<'bank:collect-add'>[1][];
}

const prepare = async (questions: Parameters<typeof bankWith>[0], farClock: BankPreview['farClock'] = null): Promise<Published> => {
  const orders: BankPublishRequest[] = [];
  const items: Args<'bank:collect-add'>[1][] = [];
  await fakeMain(
    { name: '', rows: [] },
    {
      'bank:collect': () => 'collection',
      'bank:collect-add': (_collection, more) => void items.push(more),
      'bank:preview': () => succeed({ ...preview, farClock }),
      'bank:publish': (order) => {
        orders.push(order);
        return succeed({ version: 4, fingerprint: 'abcd1234ef567890abcd1234', outcome: 'published', folderLabel: '发布/sanxun-repo' });
      },
    },
  );
  await bankWith(questions);
  showBank(bankId, 'publish');
  await press('选择文件夹…');
  await press('看看有哪些变化');
  return { orders, items };
};

it('shows every change with what stood before, and publishes what was shown', async () => {
  const { orders, items } = await prepare([now, question('q2', { stem: '与第一题全然不同的一道示例（　）。' })]);
  expect(await screen.findByText('新增 1 题，修改 1 题，撤下 1 题。', { exact: false })).toBeTruthy();
  expect(items.flat().map((item) => item.question?.id)).toEqual(['q1', 'q2']);
  const seen = screen.getByRole('region', { name: '各支部将看到' });
  expect((await within(seen).findByRole('rowheader', { name: '选项B' })).parentElement?.textContent).toBe('选项B乙乙改');
  expect(orders).toEqual([]);
  await press('发布第 4 版');
  expect(await screen.findByText('✓ 已发布第 4 版：发布/sanxun-repo')).toBeTruthy();
  expect(screen.getByText('abcd 1234 ef56 7890 abcd')).toBeTruthy();
  expect(orders).toEqual([{ collection: 'collection', name: 'party', title: '示例题库', place: 'folder', replies: [], clockOk: false }]);
  expect((await readBank(bankId))?.published).toMatchObject({ version: 4, fingerprint: 'abcd1234ef567890abcd1234' });
});

it('asks about the date where the last publication lies long ago', async () => {
  const { orders } = await prepare([now], { last: Date.UTC(2024, 8, 1, 4), now: Date.UTC(2026, 8, 1, 4) });
  await press('发布第 4 版');
  const dialog = await screen.findByRole('dialog', { name: '本机日期对吗？' });
  expect(dialog.textContent).toContain('本机日期是 2026-09-01，上一次发布是 2024-09-01');
  await press('取消');
  expect([screen.queryByRole('dialog'), orders]).toEqual([null, []]);
  await press('发布第 4 版');
  await press('日期没有错，发布');
  expect(await screen.findByText('✓ 已发布第 4 版：发布/sanxun-repo')).toBeTruthy();
  expect(orders.map(({ clockOk }) => clockOk)).toEqual([true]);
});

it('offers the folder of the last publication', async () => {
  const repository = { label: '发布/sanxun-repo', available: true, fingerprint: '', place: 'repository' };
  await fakeMain({ name: '', rows: [] }, { 'publisher:state': () => ({ ...neverPublished, repository }) });
  await bankWith([now]);
  showBank(bankId, 'publish');
  const radio = await screen.findByRole('radio', { name: /发布\/sanxun-repo/ });
  await waitFor(() => expect(radio).toHaveProperty('checked', true));
});

it('stops before a contradiction that nobody has decided', async () => {
  const { orders, items } = await prepare([
    question('q1', { stem: '示例（　）。' }),
    question('q2', { stem: '示例（　）。', answer: [0] }),
  ]);
  expect(await screen.findByText('还有 1 个问题要先处理')).toBeTruthy();
  expect(screen.getByRole('link', { name: '去检查' }).getAttribute('href')).toBe(`#/bank/${bankId}/checks`);
  expect(screen.queryByRole('button', { name: /^发布第/ })).toBeNull();
  expect([orders, items]).toEqual([[], []]);
});

it('says what a refusal means, and that nothing was written', async () => {
  await fakeMain(
    { name: '', rows: [] },
    { 'bank:collect': () => 'c', 'bank:collect-add': () => undefined, 'bank:preview': () => fail('place-gone', '党建U盘') },
  );
  await bankWith([now]);
  showBank(bankId, 'publish');
  await press('选择文件夹…');
  await press('看看有哪些变化');
  expect((await screen.findByRole('alert')).textContent).toContain('“党建U盘”所在的U盘或文件夹找不到了。');
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});

it('shows the way to the keys where they are locked, and to the upload afterwards', async () => {
  let locked = true;
  await fakeMain(
    { name: '', rows: [] },
    {
      'bank:collect': () => 'c',
      'bank:collect-add': () => undefined,
      'bank:preview': () => succeed(preview),
      'bank:publish': () =>
        locked
          ? fail('key-locked')
          : succeed({ version: 4, fingerprint: 'abcd1234ef567890abcd1234', outcome: 'published', folderLabel: '发布' }),
    },
  );
  await bankWith([now]);
  showBank(bankId, 'publish');
  await press('选择文件夹…');
  await press('看看有哪些变化');
  await press('发布第 4 版');
  expect((await screen.findByRole('link', { name: '去解锁' })).getAttribute('href')).toBe('#/publishing/keys');
  locked = false;
  await press('看看有哪些变化');
  await press('发布第 4 版');
  expect((await screen.findByRole('link', { name: '去上传' })).getAttribute('href')).toBe('#/publishing/destinations');
});
