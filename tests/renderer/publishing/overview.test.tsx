import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { press, publisherState, showPublishing } from './support.tsx';

it('says how to begin where nothing was published yet', async () => {
  await showPublishing([], { 'publisher:state': () => publisherState({ repository: null, published: [] }) });
  await screen.findByRole('heading', { name: '还没有发布过' });
  expect(screen.getByRole('link', { name: '去题库管理' }).getAttribute('href')).toBe('#/bank');
});

it('shows what is published, the fingerprint in groups, and until when it is valid', async () => {
  await showPublishing([], { 'publisher:state': () => publisherState({}, { expires: '2020-01-01T00:00:00Z' }) });
  const table = await screen.findByRole('table', { name: '已发布的数据包' });
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows.map((cells) => cells.toSpliced(4, 1))).toEqual([
    ['示例题库', 'party', '题库', '第 3 版', '1200'],
    ['示例名册', 'people', '名册', '第 1 版', '40'],
  ]);
  expect(rows[0]?.[4]).toMatch(/^2026-08-01 \d\d:\d\d$/);
  expect(screen.getByText('abcd 1234 ef56 7890 abcd')).toBeTruthy();
  expect(screen.getByText('已过期')).toBeTruthy();
  const advice = within(screen.getByRole('region', { name: '要办的事' }));
  expect(advice.getByRole('alert').textContent).toContain('签发内容已于 2020-01-01 过期');
  expect(advice.getByRole('link', { name: '去续签' }).getAttribute('href')).toBe('#/publishing/rotation/renewal');
});

it('says that the folder is away, and looks again when asked', async () => {
  let available = false;
  const repository = { label: '党建U盘/sanxun-repo', fingerprint: 'abcd1234ef567890abcd1234', place: null };
  await showPublishing([], { 'publisher:state': () => publisherState({ repository: { ...repository, available } }) });
  await screen.findByText(/现在找不到这个文件夹/);
  available = true;
  await press('刷新');
  await screen.findByText('可以使用');
  expect(screen.queryByText(/现在找不到这个文件夹/)).toBeNull();
});

it('says what is damaged, and not that the folder is away', async () => {
  const repository = { label: '党建U盘/sanxun-repo', fingerprint: 'abcd1234ef567890abcd1234', available: false, place: null };
  const troubles = [{ kind: 'publish-refused', subject: '发布文件夹已损坏。请从备份恢复。' }] as const;
  await showPublishing([], { 'publisher:state': () => publisherState({ repository, troubles, published: [] }) });
  expect((await screen.findByRole('alert')).textContent).toContain('发布文件夹已损坏。请从备份恢复。');
  expect(screen.queryByText('发布文件夹里还没有数据包。')).toBeNull();
  expect(screen.queryByText(/现在找不到这个文件夹/)).toBeNull();
});

it('copies the fingerprint, and says so only where it did', async () => {
  let copied = '';
  document.execCommand = (command) => {
    const event = new Event('copy', { cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { setData: (_type: string, text: string) => (copied = text) } });
    return command === 'copy' && !document.dispatchEvent(event);
  };
  await showPublishing([], { 'publisher:state': () => publisherState() });
  await press('复制');
  expect(await screen.findByText('已复制。')).toBeTruthy();
  expect(copied).toBe('abcd 1234 ef56 7890 abcd');
  document.execCommand = () => false;
  await press('复制');
  expect(await screen.findByText('没有复制成功，请选中指纹后按 Ctrl+C。')).toBeTruthy();
});
