import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { installSearchWorker } from '../../support/study-search.ts';
import { questions, savedAnswers, showStudy } from './support.tsx';

const judge = (number: number, change: Partial<Question> = {}): Question =>
  ({ ...questions.judge, id: `j${number}`, stem: `第${number}条例会`, ...change }) as Question;

beforeEach(async () => {
  await memoryBridge();
  await install(buildBank([[judge(1), judge(2), questions.single], [judge(3, { section: '党史', basis: '《示例办法》第九条' })]]));
  installSearchWorker();
});

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: '搜索试题' });
const rows = () =>
  within(screen.getByRole('grid', { name: '搜到的题' }))
    .getAllByRole('row')
    .slice(1);
const stems = () => rows().map((row) => within(row).getAllByRole('gridcell')[2]?.textContent);

it('finds as one types, marks the words, and says where the stem does not hold them', async () => {
  showStudy('search');
  await userEvent.type(field(), '例会');
  await screen.findByText('搜到 3 题');
  await waitFor(() => expect(stems()).toEqual(['第1条例会', '第2条例会', '第3条例会']));
  expect(rows()[0]?.querySelector('mark')?.textContent).toBe('例会');
  await userEvent.type(field(), ' 第九条');
  await screen.findByText('搜到 1 题');
  await waitFor(() => expect(stems()).toEqual(['第3条例会另见：《示例办法》第九条']));
});

it('is limited by section and type, each with how many it has', async () => {
  showStudy('search');
  await userEvent.type(field(), '示例');
  await screen.findByText('搜到 4 题');
  const sections = screen.getByRole('combobox', { name: '板块' });
  await waitFor(() =>
    expect(
      within(sections)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['全部板块', '党章（3）', '党史（1）']),
  );
  await userEvent.selectOptions(sections, '党章（3）');
  await screen.findByText('搜到 3 题');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '题型' }), '判断题（3）');
  await screen.findByText('搜到 2 题');
  expect(screen.getByRole('link', { name: '练习这 2 题' })).toHaveProperty(
    'hash',
    `#/study/set/found/${['text=示例', 'section=党章', 'type=judge'].map(encodeURIComponent).join('/')}`,
  );
});

it('is walked by keys: down to the results, Enter opens one with its answer, Escape goes back to the field', async () => {
  showStudy('search');
  await userEvent.type(field(), '例会');
  await screen.findByText('搜到 3 题');
  await waitFor(() => expect(stems()).toHaveLength(3));
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('第2条例会')).toBeTruthy();
  expect(within(dialog).getByRole('radio', { name: /错误.*✓ 正确答案/ })).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: '关闭' }));
  expect(document.activeElement).toBe(screen.getByRole('grid'));
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(field());
});

it('makes a set of what was found, which is practised, and leads back to the search', async () => {
  const { unmount } = showStudy('search', 'text=例会', 'section=党章');
  await userEvent.click(await screen.findByRole('link', { name: '练习这 2 题' }));
  await screen.findByText('第1条例会');
  expect(screen.getByText('搜到 2 题：按题库的顺序。')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('搜到的题 “例会” · 党章');
  await userEvent.keyboard('b');
  await screen.findByText('已保存');
  await waitFor(async () => expect(await savedAnswers()).toMatchObject([['j1', { kind: 'judge', value: false }, true, 'found']]));
  await userEvent.click(screen.getByRole('button', { name: '返回搜题' }));
  await waitFor(() => expect(field().value).toBe('例会'));
  unmount();
});

it('follows what is installed meanwhile', async () => {
  showStudy('search', 'text=例会');
  await screen.findByText('搜到 3 题');
  await install(buildBank([[judge(1)], [judge(3, { section: '党史' })]], 2));
  await userEvent.type(field(), ' ');
  await screen.findByText('搜到 2 题');
});

it('says that nothing was found', async () => {
  showStudy('search');
  await userEvent.type(field(), '没有这种词');
  expect(await screen.findByText(/没有搜到/)).toBeTruthy();
});
