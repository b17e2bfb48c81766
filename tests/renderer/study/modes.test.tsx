import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import type { StudyMode } from '@shared/model/study.ts';
import type { Scope } from '@shared/study/sets.ts';
import { database } from '../../../renderer/data/database.ts';
import { saveMark } from '../../../renderer/data/study/question-marks.ts';
import { readBefore, saveResponse } from '../../../renderer/data/study/responses.ts';
import { readSet } from '../../../renderer/study/sets.ts';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { questions, savedAnswers, showSet } from './support.tsx';

let journal: MemoryBridge;
const person = session.person.id;
const day = 86_400_000;
const now = Date.parse('2026-09-10T12:00:00');

const judge = (id: string, topic = '', change: Partial<Question> = {}): Question =>
  ({ ...questions.judge, id, topic, stem: `判断${id}`, ...change }) as Question;
const bank = [
  [judge('a', '总纲'), judge('b', '党员'), { ...questions.single, id: 'c', topic: '总纲' }],
  [judge('d', '', { section: '党史' }), judge('e', '', { section: '党史' })],
];

beforeEach(async () => {
  journal = await memoryBridge();
  await install(buildBank(bank));
});

async function answer(questionId: string, correct: boolean, at: number): Promise<void> {
  const { index } = await database.indexes.toArray().then((rows) => {
    const row = rows.find(({ ids }) => ids.split('\n').includes(questionId))!;
    return { index: { ...row, place: row.ids.split('\n').indexOf(questionId) } };
  });
  const revision = index.revisions.slice(16 * index.place, 16 * (index.place + 1));
  const before = await readBefore(person, questionId);
  const about = { personId: person, questionId, section: index.section, revision, mode: 'random' } as const;
  const response = { id: `${questionId}-${at}`, ...about, answer: { kind: 'judge', value: correct } as const, correct, at };
  expect(await saveResponse(response, before, { rightInARow: 2 })).toMatchObject({ ok: true });
  await waitFor(async () => expect(await database.responses.get(response.id)).toBeTruthy());
}

async function idsOf(mode: StudyMode, scope: Scope = {}, seed = 1): Promise<readonly string[]> {
  const { refs } = await readSet({ mode, query: { text: '', ...scope }, personId: person, seed, now });
  return Array.from({ length: refs.length }, (_, place) => refs.at(place)?.id ?? '');
}

describe('the questions of a mode', () => {
  it('are those of its scope in their order, or shuffled by the seed', async () => {
    expect(await idsOf('sequential')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await idsOf('recite', { section: '党章', topic: '总纲' })).toEqual(['a', 'c']);
    expect(await idsOf('sequential', { type: 'single' })).toEqual(['c']);
    expect((await idsOf('random', { section: '党章' })).toSorted()).toEqual(['a', 'b', 'c']);
    const orders = await Promise.all(Array.from({ length: 12 }, async (_, seed) => (await idsOf('random', {}, seed)).join('')));
    expect(new Set(orders).size).toBeGreaterThan(5);
  });

  it('unseen: never answered, or changed since', async () => {
    await answer('a', true, now - day);
    await answer('d', false, now - day);
    expect(await idsOf('unseen')).toEqual(['b', 'c', 'e']);
    expect(await idsOf('unseen', { section: '党史' })).toEqual(['e']);
    await install(buildBank([[judge('a', '总纲', { explanation: '改了' }), ...bank[0]!.slice(1)], bank[1]!], 2));
    expect(await idsOf('unseen')).toEqual(['a', 'b', 'c', 'e']);
  });

  it('due: the most overdue first, and nothing that is not yet due', async () => {
    await answer('b', true, now - 30 * day);
    await answer('b', true, now - 29 * day);
    await answer('a', true, now - 60 * day);
    await answer('a', true, now - 59 * day);
    expect(await idsOf('due')).toEqual(['a', 'b']);
    expect(await idsOf('due', { topic: '党员' })).toEqual(['b']);
    for (const id of ['a', 'b']) for (const later of [0, 1]) await answer(id, true, now + later);
    expect(await idsOf('due')).not.toContain('c');
  });

  it('mistakes and favourites, limited to a section', async () => {
    await answer('d', false, now - 2 * day);
    await answer('b', false, now - day);
    expect(await idsOf('mistakes')).toEqual(['d', 'b']);
    expect(await idsOf('mistakes', { section: '党章' })).toEqual(['b']);
    for (const [place, id] of ['e', 'c', 'gone'].entries()) {
      await saveMark({ id: `${person}:${id}`, personId: person, questionId: id, favourite: true, note: '', at: now + place });
    }
    expect(await idsOf('favourites')).toEqual(['c', 'e']);
    expect(await idsOf('favourites', { section: '党史' })).toEqual(['e']);
  });

  it('weak has every question of the scope once, those of the weakest topic first', async () => {
    for (let count = 0; count < 12; count += 1) {
      await answer('b', false, now - day + count);
      await answer('a', true, now - day + count);
    }
    const ids = await idsOf('weak', { section: '党章' });
    expect(ids.toSorted()).toEqual(['a', 'b', 'c']);
    expect(ids[0]).toBe('b');
    expect(new Set(await idsOf('repair')).size).toBe((await idsOf('repair')).length);
  });

  it('of what is no section begins at the first question that is new', async () => {
    await answer('a', true, now - day);
    const { refs, place } = await readSet({ mode: 'sequential', query: { text: '', topic: '总纲' }, personId: person, seed: 1, now });
    expect(refs.at(place)?.id).toBe('c');
  });
});

describe('on top of a set', () => {
  it.each<[StudyMode, string, string]>([
    ['sequential', '顺序学习 党章', '共 3 题：按题库的顺序，接着上次学。'],
    ['recite', '背题 党章', '共 3 题：直接显示答案，只看不答，不计入作答。'],
    ['unseen', '做新题 党章', '还没做 3 题：您没有答过的，和答过以后改了的。'],
  ])('%s says what it is, how many and why', async (mode, title, why) => {
    showSet(mode, '党章');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(title);
    expect(screen.getByText(why)).toBeTruthy();
  });

  it('says why there is none', async () => {
    showSet('due');
    expect(await screen.findByText(/现在没有到期的题/)).toBeTruthy();
  });
});

describe('reciting', () => {
  it('shows the answer at once, goes on by Enter, space and arrow, and counts nothing', async () => {
    showSet('recite', '党章');
    await screen.findByText('判断a');
    expect(screen.getByRole('radio', { name: /错误.*✓ 正确答案/ })).toHaveProperty('disabled', true);
    expect(screen.getByText('解析：解析文字')).toBeTruthy();
    await userEvent.keyboard('a');
    await userEvent.keyboard('{Enter}');
    await screen.findByText('判断b');
    await userEvent.keyboard(' ');
    await screen.findByText('单选题干');
    expect(screen.getByRole('radio', { name: /丙.*✓ 正确答案/ })).toBeTruthy();
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText('已经到这一组的末尾。');
    expect(await savedAnswers()).toEqual([]);
    expect(new Set(journal.commits.map(({ what }) => what))).toEqual(new Set(['study.position']));
  });

  it('goes on where it was left, apart from the sequential study of the section', async () => {
    const { unmount } = showSet('recite', '党章');
    await screen.findByText('判断a');
    await userEvent.keyboard('{Enter}');
    await screen.findByText('判断b');
    await waitFor(async () => expect(await database.positions.toArray()).toMatchObject([{ questionId: 'b' }]));
    unmount();
    const { unmount: leave } = showSet('sequential', '党章');
    await screen.findByText('判断a');
    leave();
    showSet('recite', '党章');
    await screen.findByText('判断b');
  });

  it('shows the answers of every type', async () => {
    await install(buildBank([[questions.blank, questions.short, questions.case]], 2));
    showSet('recite', '党章');
    expect((await screen.findByText(/政治纪律 \/ 政治；组织纪律/)).closest('.card')?.textContent).toContain('正确答案');
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/要点一/);
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('region', { name: '材料' });
    expect(screen.getAllByText('✓ 正确答案')).toHaveLength(2);
    expect(screen.getByText('解析：案例解析')).toBeTruthy();
  });
});
