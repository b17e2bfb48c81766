import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import { database } from '../../../renderer/data/database.ts';
import { readMistakes } from '../../../renderer/data/study/mistakes.ts';
import { orderOf } from '../../../renderer/study/sets.ts';
import { buildBank, buildSmall, install } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { questions, savedAnswers, showSet, showStudy } from './support.tsx';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});

const judge = (number: number, change: Partial<Question> = {}): Question =>
  ({ ...questions.judge, id: `j${number}`, stem: `判断${number}`, ...change }) as Question;
const person = session.person.id;

describe('sequential study', () => {
  it('goes on at the question after the last that was answered', async () => {
    await install(buildBank([[judge(1), judge(2), judge(3)]]));
    const { unmount } = showSet('sequential', '党章');
    await screen.findByText('判断1');
    await userEvent.keyboard('b{Enter}');
    await screen.findByText('判断2');
    await userEvent.keyboard('b');
    await screen.findByText('已保存');
    await waitFor(async () => expect(await savedAnswers()).toHaveLength(2));
    unmount();
    showSet('sequential', '党章');
    await screen.findByText('判断3');
    expect(screen.getByText('第 3 题，共 3 题')).toBeTruthy();
  });

  it('goes on at the question last shown when it was not answered, wherever an update has moved it', async () => {
    await install(buildBank([[judge(1), judge(2), judge(3)]]));
    const { unmount } = showSet('sequential', '党章');
    await screen.findByText('判断1');
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText('判断2');
    await waitFor(async () => expect(await database.positions.toArray()).toMatchObject([{ questionId: 'j2', index: 1 }]));
    unmount();
    await install(buildBank([[judge(0), judge(1), judge(4), judge(2)]], 2));
    showSet('sequential', '党章');
    await screen.findByText('判断2');
    expect(screen.getByText('第 4 题，共 4 题')).toBeTruthy();
  });

  it('remembers no place in random practice', async () => {
    await install(buildBank([[judge(1), judge(2)]]));
    showSet('random', '党章');
    await screen.findByRole('article');
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText('第 2 题，共 2 题');
    expect(journal.commits).toEqual([]);
  });
});

describe('the 错题本', () => {
  const answerOnce = async (key: string): Promise<void> => {
    const before = (await savedAnswers()).length;
    const { unmount } = showSet('mistakes');
    await screen.findByText('判断1');
    await userEvent.keyboard(key);
    await screen.findByText('已保存');
    await waitFor(async () => expect(await savedAnswers()).toHaveLength(before + 1));
    unmount();
  };

  beforeEach(async () => {
    await install(buildBank([[judge(1)]]));
    const { unmount } = showSet('random', '党章');
    await screen.findByText('判断1');
    await userEvent.keyboard('a');
    await screen.findByText('已保存');
    await waitFor(async () => expect((await readMistakes(person)).open).toHaveLength(1));
    unmount();
  });

  it('is left after two right answers in a row', async () => {
    await answerOnce('b');
    expect(await readMistakes(person)).toMatchObject({ open: [{ rightInARow: 1 }], overcome: [] });
    await answerOnce('b');
    expect(await readMistakes(person)).toMatchObject({ open: [], overcome: [{ wrongCount: 1 }] });
    showSet('mistakes');
    await screen.findByText('这里没有待巩固的错题。答错的题会自动收进错题本。');
  });

  it('begins to count again after a wrong answer', async () => {
    for (const key of ['b', 'a', 'b']) await answerOnce(key);
    expect(await readMistakes(person)).toMatchObject({ open: [{ rightInARow: 1, wrongCount: 2 }] });
  });

  it('follows the rule of the installed policy', async () => {
    const policy = { passLine: 80, mistakeRule: { rightInARow: 1 }, planThresholds: { dueSoonDays: 7 }, calendar: [], blueprints: [] };
    await install(buildSmall('policy', { policy }));
    await answerOnce('b');
    expect(await readMistakes(person)).toMatchObject({ open: [], overcome: [{ questionId: 'j1' }] });
  });

  it('leaves out what the banks no longer have, until it comes back', async () => {
    await install(buildBank([[judge(2)]], 2));
    expect((await readMistakes(person)).open).toEqual([]);
    await install(buildBank([[judge(2), judge(1)]], 3));
    expect((await readMistakes(person)).open).toMatchObject([{ questionId: 'j1' }]);
  });
});

describe('the order of options', () => {
  it('is shuffled in practice where the question allows it, with every option once', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(orderOf(questions.single, 'random', seed).optionOrder.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
        expect(orderOf(questions.single, 'sequential', seed)).toEqual({ optionOrder: [0, 1, 2, 3, 4, 5] });
        expect(orderOf({ ...questions.single, shuffle: false }, 'random', seed)).toEqual({ optionOrder: [0, 1, 2, 3, 4, 5] });
        expect(orderOf(questions.judge, 'random', seed)).toEqual({ optionOrder: [] });
        expect(orderOf(questions.case, 'sequential', seed).partOrders).toEqual([[0, 1, 2, 3, 4, 5], [], [], []]);
        expect(orderOf(questions.case, 'random', seed).partOrders?.[0]?.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
      }),
    );
    const orders = Array.from({ length: 20 }, (_, seed) => orderOf(questions.single, 'random', seed).optionOrder.join(''));
    expect(new Set(orders).size).toBeGreaterThan(10);
  });

  it.each([1, 2, 3, 4])('the letter that is shown means the option beside it (set %i)', async () => {
    await install(buildBank([[questions.single]]));
    showSet('random', '党章');
    const shown = within(await screen.findByRole('group', { name: '选项' })).getAllByRole('radio');
    const place = shown.findIndex((radio) => radio.closest('label')?.textContent?.includes('丙'));
    const letter = 'ABCDEF'[place]!;
    expect(shown[place]?.closest('label')?.textContent).toBe(`${letter}丙`);
    await userEvent.keyboard(letter);
    await screen.findByText('✓ 回答正确');
    expect(screen.getByText(/正确答案：/).textContent).toBe(`正确答案：${letter}`);
    await waitFor(async () => expect(await savedAnswers()).toEqual([['q1', { kind: 'options', chosen: [2] }, true, 'random']]));
  });
});

describe('the sections', () => {
  it('show size, progress and rate, and lead to the sets', async () => {
    await install(buildBank([[judge(1), judge(2), judge(3)], [judge(4, { section: '党 规' })]]));
    const { unmount } = showSet('sequential', '党章');
    await screen.findByText('判断1');
    await userEvent.keyboard('b{Enter}');
    await screen.findByText('判断2');
    await userEvent.keyboard('a');
    await screen.findByText('已保存');
    unmount();
    showStudy();
    const cells = async (name: string) =>
      [...((await screen.findByRole('rowheader', { name })).closest('tr')?.cells ?? [])].map((cell) => cell.textContent);
    await waitFor(async () => expect((await cells('党章')).slice(1, 4)).toEqual(['3', '2', '50%']));
    expect((await cells('党 规')).slice(1, 4)).toEqual(['1', '0', '—']);
    await waitFor(() => expect(screen.getByRole('link', { name: /^错题练习/ }).textContent).toBe('错题练习1 题答错过、还没有巩固的'));
    expect(screen.getByRole('link', { name: '随机练习 党 规' })).toHaveProperty(
      'hash',
      `#/study/set/random/${encodeURIComponent('section=党 规')}`,
    );
  });

  it('say the next step where there is no bank', async () => {
    showStudy();
    expect(await screen.findByRole('link', { name: '去数据包' })).toHaveProperty('hash', '#/packages');
  });

  it('count an answer no longer when its question has changed', async () => {
    await install(buildBank([[judge(1)]]));
    const { unmount } = showSet('sequential', '党章');
    await screen.findByText('判断1');
    await userEvent.keyboard('b');
    await screen.findByText('已保存');
    await waitFor(async () => expect(await savedAnswers()).toHaveLength(1));
    unmount();
    await install(buildBank([[judge(1, { explanation: '改过的解析' })]], 2));
    showStudy();
    const row = (await screen.findByRole('rowheader', { name: '党章' })).closest('tr');
    expect([...(row?.cells ?? [])].slice(1, 4).map((cell) => cell.textContent)).toEqual(['1', '0', '—']);
  });
});
