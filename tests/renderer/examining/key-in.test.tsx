import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { appendEvent } from '@shared/exam/quarterly/record.ts';
import type { Candidate, Exam, ExamRecord, PaperScores, StoredPaper } from '@shared/model/examining.ts';
import { readPaperScores } from '../../../renderer/data/examining/paper-scores.ts';
import { commit } from '../../../renderer/data/work.ts';
import { KeyInTab } from '../../../renderer/examining/key-in/key-in-tab.tsx';
import { choice, item, judge, paper } from '../../shared/exam/questions.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';

let bridge: MemoryBridge;
let examId: string;
let tests = 0;

const candidate = (n: number): Candidate => ({
  id: `p${n}`,
  name: `示例${'甲乙丙丁'[n - 1]}`,
  staffNumber: `00${n}`,
  unitId: 'u',
  unitName: '示例供电局',
  branch: '示例支部',
  duty: 'fullTime',
  position: '',
});

const stored = (variant: string): StoredPaper => ({
  id: `${examId}-paper${variant}`,
  pairId: 'pair',
  variant,
  blueprint: { id: 'b', title: '方案', minutes: 60, parts: [{ type: 'single', count: 1, scoreEach: 10 }], sections: [] },
  paper: paper(item(choice('a', [0]), 10), item(judge('b', true), 5)),
  createdAt: 0,
  state: 'final',
  archived: false,
});

const exam = (variants: readonly string[]): Exam => ({
  id: examId,
  title: '示例季度考试',
  quarter: '2026-Q3',
  opensAt: 0,
  closesAt: 1,
  minutes: 60,
  passLine: 80,
  release: 'all',
  candidates: [1, 2, 3].map(candidate),
  paperIds: variants.map((variant) => stored(variant).id),
  makeUpOf: null,
  createdAt: 0,
  archived: false,
  sealed: null,
  publications: [],
});

/** An exam outlives a test's database in the session of its screen: each has its own. */
beforeEach(async () => {
  bridge = await memoryBridge();
  examId = `exam-${(tests += 1)}`;
});

async function show({ variants = [''], pass = [] as string[] } = {}) {
  await commit('test', [
    { table: 'exams', put: exam(variants) },
    ...variants.map((variant) => ({ table: 'papers' as const, put: stored(variant) })),
  ]);
  const user = userEvent.setup();
  renderScreen(KeyInTab, [examId, ...pass]);
  await screen.findByRole('grid');
  return user;
}

const keyed = (n: number, parts: readonly (number | null)[], more: Partial<PaperScores> = {}): PaperScores => ({
  id: `${examId}:p${n}`,
  examId,
  personId: `p${n}`,
  variant: '',
  parts,
  absent: false,
  note: '',
  at: 1,
  ...more,
});
const keep = (...lines: readonly PaperScores[]) =>
  commit(
    'test',
    lines.map((put) => ({ table: 'paperScores' as const, put })),
  );

const partColumn = '一、单项选择题（10分）';
async function activate(user: ReturnType<typeof userEvent.setup>, row: number, column: string): Promise<void> {
  const grid = screen.getByRole('grid');
  const place = within(grid)
    .getAllByRole('columnheader')
    .findIndex((head) => head.textContent === column);
  const cell = grid.querySelector(`[data-row="${row - 1}"] [data-column="${place}"]`);
  if (!cell) throw new Error(`no cell in row ${row}, ${column}`);
  await user.click(cell);
}
const saved = () => waitFor(() => expect(screen.getByText('✓ 已保存')).toBeTruthy());
const lines = async () => (await readPaperScores(examId)).map(({ personId, parts, absent }) => [personId, parts, absent]);
const rowText = (row: number): string => screen.getByRole('grid').querySelector(`[data-row="${row - 1}"]`)?.textContent ?? '';

it('keys in line by line, computes the total, and every line is durable by itself', async () => {
  const user = await show();
  await activate(user, 1, partColumn);
  await user.keyboard('8.5{Tab}5{Tab}');
  await activate(user, 2, '缺考');
  await user.keyboard('1{Enter}');
  await saved();
  expect(await lines()).toEqual([
    ['p1', [8.5, 5], false],
    ['p2', [null, null], true],
  ]);
  expect(rowText(1)).toContain('13.5');
  expect(screen.getByText('应考 3 人 · 已录 1 人 · 缺考 1 人 · 录了一部分 0 人 · 已有机考答卷 0 人')).toBeTruthy();
  expect(bridge.commits.slice(1).map(({ what, ops }) => [what, ops.length])).toEqual([
    ['scores.key-in', 1],
    ['scores.key-in', 1],
    ['scores.key-in', 1],
  ]);
});

it('keeps a score above the full score in the editor with a sentence', async () => {
  const user = await show();
  await activate(user, 1, partColumn);
  await user.keyboard('11{Enter}');
  expect(screen.getByRole('alert').textContent).toBe('本大题满分 10 分，不能超过。按 Esc 恢复原来的内容。');
  await user.keyboard('{Escape}');
  await user.keyboard('7.3{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('0.5 分为最小单位');
  expect(await lines()).toEqual([]);
});

it('finds somebody by staff number, goes to the first empty cell, and comes back with Escape', async () => {
  await keep(keyed(2, [9, null]));
  const user = await show();
  const find = screen.getByRole('searchbox', { name: '按姓名或工号查找' });
  await user.type(find, '002{Enter}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('第 1 行，二、判断题（5分），空');
  await user.keyboard('4.5{Enter}{Escape}');
  expect(document.activeElement).toBe(find);
  await saved();
  expect(await lines()).toEqual([['p2', [9, 4.5], false]]);
  await user.clear(find);
  await user.type(find, '没有这个人');
  expect(screen.getByText('没有找到', { exact: false })).toBeTruthy();
});

it('takes a block from Excel, names what it refused, and undoes it as one step', async () => {
  const user = await show();
  await activate(user, 1, partColumn);
  await user.paste('8\t5\r\n12\t4\r\n9.5\t3\r\n');
  expect(await screen.findByText('已粘贴 5 格。')).toBeTruthy();
  expect(screen.getByText('示例乙“一、单项选择题（10分）”填“12”：本大题满分 10 分，不能超过。按 Esc 恢复原来的内容。')).toBeTruthy();
  await saved();
  expect(await lines()).toEqual([
    ['p1', [8, 5], false],
    ['p2', [null, 4], false],
    ['p3', [9.5, 3], false],
  ]);
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await saved();
  expect(await lines()).toEqual([]);
});

it('draws of many people those in sight; a pasted block goes on behind them', async () => {
  await commit('test', [
    { table: 'papers', put: stored('') },
    { table: 'exams', put: { ...exam(['']), candidates: Array.from({ length: 45 }, (_, n) => ({ ...candidate(1), id: `p${n + 1}` })) } },
  ]);
  const user = userEvent.setup();
  renderScreen(KeyInTab, [examId]);
  await screen.findByRole('grid');
  expect(screen.getAllByRole('row').length).toBeLessThan(45);
  await activate(user, 1, partColumn);
  await user.keyboard('{ArrowDown}'.repeat(39));
  await user.paste('8\r\n9\r\n');
  await saved();
  expect(await lines()).toEqual([
    ['p40', [8, null], false],
    ['p41', [9, null], false],
  ]);
  await user.keyboard('{ArrowDown}');
  expect(rowText(41)).toMatch(/^41示例甲.*9/);
});

it('asks which paper it was where there are two', async () => {
  const user = await show({ variants: ['A', 'B'] });
  await activate(user, 1, partColumn);
  await user.keyboard('8{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('卷别');
  await user.keyboard('{Escape}');
  await activate(user, 1, '卷别');
  await user.keyboard('b{Tab}8{Tab}');
  await saved();
  expect(await readPaperScores(examId)).toMatchObject([{ personId: 'p1', variant: 'B', parts: [8, null] }]);
});

it('shows who sat at a computer, and takes no score for them without a word', async () => {
  const begun = appendEvent(null, { attemptId: 'a', at: 0, elapsedMs: 0, happening: { kind: 'left' } });
  const record = (n: number, state: ExamRecord['state']): ExamRecord => ({
    id: `${examId}:p${n}`,
    examId,
    personId: `p${n}`,
    record: { format: 1, events: [begun], publicKey: 'k', signature: 's' },
    receipt: 'ABCD-EFGH',
    importedAt: 0,
    state,
  });
  await commit('test', [
    { table: 'examRecords', put: record(1, 'complete') },
    { table: 'examRecords', put: record(2, 'unfinished') },
  ]);
  const user = await show();
  expect(rowText(1)).toContain('已有机考答卷');
  await activate(user, 1, partColumn);
  await user.keyboard('8{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('以机考成绩为准');
  await user.keyboard('{Escape}');
  await activate(user, 2, partColumn);
  await user.keyboard('8{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('写明原因');
  expect(await lines()).toEqual([]);
});

it('keeps in sight what could not be saved, and saves it again', async () => {
  const user = await show();
  bridge.refuse('disk-full');
  await activate(user, 1, partColumn);
  await user.keyboard('8{Tab}5{Tab}');
  expect(await screen.findByText('有 2 处还没有保存，都还在本页上；请先不要退出程序。')).toBeTruthy();
  expect(rowText(1)).toContain('13');
  bridge.refuse(null);
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  await saved();
  expect(await lines()).toEqual([['p1', [8, 5], false]]);
});

it('is keyed in a second time blind; what differs is decided', async () => {
  await keep(keyed(1, [8, 5]), keyed(2, [9, 4]), keyed(3, [3, null]));
  const user = await show({ pass: ['check'] });
  expect(screen.getByText('两次一致 0 人 · 不一致 0 人 · 还没复核 2 人')).toBeTruthy();
  expect(rowText(1)).not.toContain('8');
  await activate(user, 1, partColumn);
  await user.keyboard('8{Tab}5{Tab}');
  await activate(user, 2, partColumn);
  await user.keyboard('9{Tab}4.5{Tab}');
  await saved();
  expect(rowText(1)).toContain('✓ 两次一致');
  expect(rowText(2)).toContain('⚠ 两次不一致');
  expect(screen.getByText('二、判断题：第一次 4，复核 4.5')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '以复核为准' }));
  await saved();
  expect(await lines()).toEqual([
    ['p1', [8, 5], false],
    ['p2', [9, 4.5], false],
    ['p3', [3, null], false],
  ]);
  expect(screen.getByText('两次一致 2 人 · 不一致 0 人 · 还没复核 0 人')).toBeTruthy();
});

it('lists the exams with how far each has come', async () => {
  await keep(keyed(1, [8, 5]), keyed(2, [null, null], { absent: true }));
  await commit('test', [{ table: 'exams', put: exam(['']) }]);
  renderScreen(KeyInTab, []);
  const link = await screen.findByRole('link', { name: '示例季度考试' });
  expect(link.getAttribute('href')).toBe(`#/examining/key-in/${examId}`);
  expect(screen.getByText('已录 1 人，缺考 1 人，应考 3 人')).toBeTruthy();
});
