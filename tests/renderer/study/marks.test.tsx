import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '../../../renderer/data/database.ts';
import { saveMark } from '../../../renderer/data/study/question-marks.ts';
import { buildBank, install, judgeQuestion } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { questions, savedAnswers, showSet, showStudy } from './support.tsx';

let journal: MemoryBridge;
const person = session.person.id;
beforeEach(async () => {
  journal = await memoryBridge();
});

const marks = () => database.questionMarks.toArray();
const star = () => screen.getByRole('button', { name: '收藏' });
const open = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: '我的笔记' });
const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '我的笔记' });

describe('a question on screen', () => {
  beforeEach(async () => {
    await install(buildBank([[questions.judge, { ...questions.single, id: 'six' }]]));
    showSet('sequential', '党章');
    await screen.findByText('判断题干');
  });

  it('is kept as a favourite by F, and let go by F again', async () => {
    await screen.findByText(/☆ 收藏/);
    await userEvent.keyboard('f');
    await screen.findByText(/★ 收藏 ✓/);
    expect(star().getAttribute('aria-pressed')).toBe('true');
    await waitFor(async () =>
      expect(await marks()).toMatchObject([{ id: `${person}:q3`, personId: person, questionId: 'q3', favourite: true, note: '' }]),
    );
    await userEvent.keyboard('F');
    await screen.findByText(/☆ 收藏/);
    await waitFor(async () => expect(await marks()).toEqual([]));
    expect(await savedAnswers()).toEqual([]);
  });

  it('leaves F to the option that has it, until that question is answered', async () => {
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText('单选题干');
    await userEvent.keyboard('f');
    await screen.findByText('✗ 回答错误');
    expect(await marks()).toEqual([]);
    await userEvent.keyboard('f');
    await waitFor(async () => expect(await marks()).toMatchObject([{ questionId: 'six', favourite: true }]));
  });

  it('takes a note by N; 已保存 comes only when it is on the disk', async () => {
    await userEvent.keyboard('n');
    await open();
    const release = journal.hold();
    await userEvent.keyboard('要点：n不等于f');
    expect(note().value).toBe('要点：n不等于f');
    await userEvent.keyboard('{Escape}');
    const state = note().closest('.stack')?.parentElement;
    await waitFor(() => expect(state?.textContent).toContain('正在保存…'));
    expect(await marks()).toEqual([]);
    release();
    await screen.findByText('已保存');
    expect(await marks()).toMatchObject([{ questionId: 'q3', favourite: false, note: '要点：n不等于f' }]);
  });

  it('keeps a note after a rest in typing, and when the question is left', async () => {
    await userEvent.keyboard('n');
    await userEvent.type(await open(), '休息');
    await waitFor(async () => expect(await marks()).toMatchObject([{ note: '休息' }]));
    await userEvent.type(note(), '再写');
    await userEvent.click(screen.getByRole('button', { name: '下一题' }));
    await screen.findByText('单选题干');
    await waitFor(async () => expect(await marks()).toMatchObject([{ note: '休息再写' }]));
  });

  it('says 未保存 with what to do, keeps what was written, and saves it at the retry', async () => {
    journal.refuse('disk-full');
    await userEvent.keyboard('n');
    await open();
    await userEvent.keyboard('不能丢{Escape}');
    await screen.findByText('未保存');
    expect(screen.getByText(/磁盘空间不足/)).toBeTruthy();
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText('单选题干');
    await userEvent.keyboard('{ArrowLeft}n');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '我的笔记' })).value).toBe('不能丢');
    journal.refuse(null);
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await waitFor(async () => expect(await marks()).toMatchObject([{ note: '不能丢' }]));
  });

  it('shows its note with its answer, and keeps favourite and note apart', async () => {
    await saveMark({ id: `${person}:q3`, personId: person, questionId: 'q3', favourite: false, note: '先记下', at: 1 });
    await screen.findByText(/笔记 ✓/);
    expect(screen.queryByRole('textbox', { name: '我的笔记' })).toBeNull();
    await userEvent.keyboard('b');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '我的笔记' })).value).toBe('先记下');
    await userEvent.keyboard('f');
    await waitFor(async () => expect(await marks()).toMatchObject([{ favourite: true, note: '先记下' }]));
    await userEvent.clear(note());
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await marks()).toMatchObject([{ favourite: true, note: '' }]));
    expect(note().value).toBe('');
  });
});

describe('the lists', () => {
  beforeEach(async () => {
    await install(buildBank([[1, 2, 3].map(judgeQuestion), [{ ...judgeQuestion(4), section: '党史' }]]));
    const marked = [
      ['Q-1', true, ''],
      ['Q-4', true, '四号要点'],
      ['Q-2', false, '二号要点'],
      ['gone', true, '还在'],
    ] as const;
    for (const [place, [questionId, favourite, text]] of marked.entries()) {
      await saveMark({ id: `${person}:${questionId}`, personId: person, questionId, favourite, note: text, at: place });
    }
    await saveMark({ id: 'other:Q-3', personId: 'other', questionId: 'Q-3', favourite: true, note: '别人的', at: 9 });
  });

  const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  const cells = () =>
    rows().map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );

  it('of favourites has the newest first, of this person alone, and leads to their practice', async () => {
    showStudy('favourites');
    await screen.findByText('收藏 2 题');
    await waitFor(() =>
      expect(cells()).toEqual([
        ['判断题', '第4题', '党史'],
        ['判断题', '第1题', '党章'],
      ]),
    );
    expect(screen.getByText(/另有 1 题已不在现在的题库里/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '练习收藏的题' })).toHaveProperty('hash', '#/study/set/favourites');
  });

  it('of notes is searched by the words of question and note', async () => {
    showStudy('notes');
    await screen.findByText('写了笔记的 2 题');
    await userEvent.type(screen.getByRole('searchbox', { name: '在这里搜索' }), '二号');
    await screen.findByText('2 题中搜到 1 题');
    expect(cells()).toEqual([['判断题', '第2题', '二号要点', '党章']]);
    expect(rows()[0]?.querySelector('mark')?.textContent).toBe('二号');
  });

  it('opens a question with its answer and its note by Enter', async () => {
    showStudy('notes');
    await screen.findByText('写了笔记的 2 题');
    await userEvent.type(screen.getByRole('searchbox', { name: '在这里搜索' }), '{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: '党章' });
    expect(within(dialog).getByText('第2题')).toBeTruthy();
    expect((await within(dialog).findByRole<HTMLTextAreaElement>('textbox', { name: '我的笔记' })).value).toBe('二号要点');
  });

  it('say the next step where there is nothing', async () => {
    await database.questionMarks.clear();
    showStudy('favourites');
    expect(await screen.findByText(/还没有收藏的题/)).toBeTruthy();
  });
});
