import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '../../../../renderer/data/database.ts';
import { saveForecast } from '../../../../renderer/data/study/forecasts.ts';
import { readMastery, readRepairSet, readWeakOrder } from '../../../../renderer/data/study/mastery.ts';
import { BlindSpotsPage } from '../../../../renderer/study/blind-spots/blind-spots-page.tsx';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { renderScreen } from '../../../support/screen.tsx';
import { answerTopic, blueprint, installBank, openMock, person, satMock } from './answered.ts';

// jsdom draws nothing; the picture itself is looked at in the real application
vi.mock('../../../../renderer/study/blind-spots/mastery-chart.tsx', () => ({ default: () => <div data-testid="chart" /> }));

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});

/** 总纲 is weak, 党员 sound, 会议 has too few answers. */
async function study(): Promise<void> {
  await installBank();
  await answerTopic('总纲', 20, 4);
  await answerTopic('党员', 20, 20);
  await answerTopic('会议', 3, 1);
}

const show = () => renderScreen(BlindSpotsPage, []);
const rowsOf = (table: HTMLElement): string[][] =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ''));

describe('the page of blind spots', () => {
  it('says the next step where there is no bank, and where there are no answers', async () => {
    const { unmount } = show();
    expect((await screen.findByRole('link', { name: '去数据包' })).getAttribute('href')).toBe('#/packages');
    unmount();
    await installBank();
    show();
    expect((await screen.findByRole('link', { name: '开始学习' })).getAttribute('href')).toBe('#/study');
  });

  it('shows each section with its sample size, in words, and says nothing of few answers', async () => {
    await study();
    show();
    const rows = rowsOf(await screen.findByRole('table', { name: '各板块掌握程度' }));
    expect(rows).toEqual([
      ['党章', '△ 待加强', '60%', '51%～69%', '40', '60', '补弱'],
      ['党史', '… 作答太少', '—', '—', '3', '60', '补弱'],
    ]);
    expect(screen.getByRole('link', { name: '补弱：党史' }).getAttribute('href')).toBe(
      `#/study/set/repair/${encodeURIComponent('section=党史')}`,
    );
    expect(screen.getByText(/做过不到 5 题的不下结论/)).toBeTruthy();
    await screen.findByTestId('chart');
  });

  it('shows each topic as a cell that makes its repair set, the weakest first', async () => {
    await study();
    show();
    const cells = await screen.findAllByRole('link', { name: /做补弱练习$/ });
    expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual([
      '总纲，薄弱，27%，做过 20 / 30 题，做补弱练习',
      '党员，已掌握，93%，做过 20 / 30 题，做补弱练习',
      '会议，作答太少，—，做过 3 / 30 题，做补弱练习',
      '未分知识点，作答太少，—，做过 0 / 30 题，做补弱练习',
    ]);
    expect(decodeURIComponent(cells[0]?.getAttribute('href') ?? '')).toBe('#/study/set/repair/section=党章/topic=总纲');
    expect(decodeURIComponent(cells[3]?.getAttribute('href') ?? '')).toBe('#/study/set/repair/section=党史/topic=');
  });

  it('makes the set of twenty with one click and says why each topic is in it', async () => {
    await study();
    show();
    expect((await screen.findByRole('link', { name: '做 20 题补弱' })).getAttribute('href')).toBe('#/study/set/repair');
    const reasons = rowsOf(screen.getByRole('table', { name: '补弱练习' })).map(([topic, , reason, count]) => [topic, reason, count]);
    expect(reasons).toEqual([
      ['总纲 党章', '上次答错 8 题', '8'],
      ['会议 党史', '上次答错 2 题，没做过 2 题', '4'],
      ['未分知识点 党史', '没做过 4 题', '4'],
      ['党员 党章', '没做过 4 题', '4'],
    ]);
  });

  it('forecasts the score with its range, or says how many answers are missing', async () => {
    await installBank();
    await answerTopic('总纲', 12, 8);
    show();
    await screen.findByText('已有 12 次作答，太少，还不能预测。再答 18 次后给出。');
    await answerTopic('党员', 30, 20);
    const line = await screen.findByText(/^现在参加“示例模拟卷”/);
    const [expected = 0, low = 0, high = 0] = [...line.textContent.matchAll(/\d+/g)].map(([number]) => Number(number));
    expect([low < expected, expected < high, expected > 50, expected < 85]).toEqual([true, true, true, true]);
    expect(screen.getByText('参加模拟考试后，这里会列出当时的预测和实际得分。')).toBeTruthy();
  });

  it('shows how well past forecasts held', async () => {
    await study();
    await satMock(1, 8, { expected: 75, low: 66, high: 84 });
    await satMock(2, 9, { expected: 75, low: 66, high: 84 });
    await satMock(3, 6, { expected: 75, low: 66, high: 84 });
    show();
    await screen.findByText('以往 3 次预测里，1 次的得分落在预测范围内。');
    await userEvent.click(screen.getByRole('button', { name: '看以往 3 次预测' }));
    expect(rowsOf(screen.getByRole('table', { name: '以往的预测' }))).toEqual([
      ['2026-09-03', '示例卷3', '75', '66～84', '60', '↓ 低于范围'],
      ['2026-09-02', '示例卷2', '75', '66～84', '90', '↑ 高于范围'],
      ['2026-09-01', '示例卷1', '75', '66～84', '80', '✓ 在范围内'],
    ]);
  });
});

describe('what is kept for a mock test', () => {
  it('is its forecast, under the id of the attempt', async () => {
    await study();
    expect(await saveForecast(openMock, blueprint)).toEqual({ ok: true, value: null });
    expect(journal.commits.at(-1)?.what).toBe('study.forecast');
    const [kept] = await database.forecasts.toArray();
    expect(kept).toMatchObject({ id: openMock.id, personId: person, blueprintId: 'mock', at: openMock.startedAt, answers: 43 });
  });

  it('is nothing where nothing can be said', async () => {
    await installBank();
    await saveForecast(openMock, blueprint);
    expect(journal.commits).toEqual([]);
  });
});

describe('the reads that other pages use', () => {
  it('give the repair set of all, of a section, of a topic', async () => {
    await study();
    const sets = [
      await readRepairSet(person, null, 1),
      await readRepairSet(person, { section: '党史' }, 1),
      await readRepairSet(person, { section: '党章', topic: '总纲' }, 1),
    ];
    expect(sets.map(({ ids, why }) => [new Set(ids).size, why.map(({ topic }) => topic)])).toEqual([
      [20, ['总纲', '会议', '', '党员']],
      [20, ['会议', '']],
      [20, ['总纲']],
    ]);
  });

  it('give all questions, those of the weakest topic first', async () => {
    await study();
    const order = await readWeakOrder(person, { section: '党章' });
    expect([order.length, new Set(order).size, order[0], order[59]]).toEqual([60, 60, '总纲-5', '党员-20']);
  });

  it('tell nobody what another person did', async () => {
    await study();
    const [section] = await readMastery('somebody-else');
    expect(section).toMatchObject({ answers: 0, total: 60 });
    await waitFor(() => expect(section?.topics.map(({ answers }) => answers)).toEqual([0, 0]));
  });
});
