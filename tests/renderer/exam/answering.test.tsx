import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answersOf } from '../../../renderer/data/exam/exam.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { showExam, startSitting } from './support.tsx';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});

const given = async (attemptId: string): Promise<Record<string, unknown>> =>
  Object.fromEntries((await answersOf(attemptId)).map((row) => [row.questionId, row.answer]));

async function sit() {
  const { id } = await startSitting();
  showExam('sit', id);
  await screen.findByText('单选题干');
  return { id, user: userEvent.setup() };
}

describe('answering by keyboard', () => {
  it('keeps the content of an option, not its letter', async () => {
    const { id, user } = await sit();
    await user.keyboard('a');
    await screen.findByText('已保存');
    expect(await given(id)).toEqual({ q1: { kind: 'options', chosen: [2] } });
    await user.keyboard('2');
    expect(screen.getByRole('radio', { name: /甲/ })).toHaveProperty('checked', true);
    await waitFor(async () => expect(await given(id)).toEqual({ q1: { kind: 'options', chosen: [0] } }));
  });

  it('toggles options of a multiple choice and forgets an answer without any', async () => {
    const { id, user } = await sit();
    await user.keyboard('{ArrowRight}ac');
    await waitFor(async () => expect(await given(id)).toEqual({ q2: { kind: 'options', chosen: [0, 2] } }));
    await user.keyboard('ac');
    await waitFor(async () => expect(await given(id)).toEqual({ q2: null }));
  });

  it.each([
    ['t', true],
    ['a', true],
    ['1', true],
    ['f', false],
    ['b', false],
    ['2', false],
  ])('judges with %s', async (key, value) => {
    const { id, user } = await sit();
    await user.keyboard(`{PageDown}{Enter}${key}`);
    await waitFor(async () => expect(await given(id)).toEqual({ q3: { kind: 'judge', value } }));
  });

  it('moves, stops at both ends, and flags', async () => {
    const { user } = await sit();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('heading', { name: '第 1 题 / 共 5 题' })).toBeTruthy();
    await user.keyboard('{Enter}m');
    expect(screen.getByRole('button', { name: '第 2 题，未答，已标记，当前题' })).toBeTruthy();
    await user.keyboard('m{PageUp}');
    expect(screen.getByRole('button', { name: '第 1 题，未答，当前题' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '第 2 题，未答' })).toBeTruthy();
  });

  it('leaves the keys to a field that is written in', async () => {
    const { id, user } = await sit();
    await user.click(screen.getByRole('button', { name: '第 4 题，未答' }));
    await user.type(screen.getByLabelText('第 1 空'), 'am{ArrowLeft}1');
    expect(screen.getByRole('heading', { name: '第 4 题 / 共 5 题' })).toBeTruthy();
    await waitFor(async () => expect(await given(id)).toEqual({ q4: { kind: 'blanks', texts: ['a1m', ''] } }));
  });

  it('leaves Enter to the button that has the focus', async () => {
    const { user } = await sit();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    screen.getByRole('button', { name: '上一题' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: '第 2 题 / 共 5 题' })).toBeTruthy();
  });
});

describe('answering by mouse', () => {
  it('takes a click on the whole row', async () => {
    const { id, user } = await sit();
    await user.click(screen.getByText('丁'));
    await waitFor(async () => expect(await given(id)).toEqual({ q1: { kind: 'options', chosen: [3] } }));
  });

  it('saves every click with the time used, in one commit', async () => {
    const { id, user } = await sit();
    await user.click(screen.getByText('丁'));
    await screen.findByText('已保存');
    const saved = journal.commits.filter((commit) => commit.what === 'exam.answer');
    expect(saved.map((commit) => commit.ops.map((op) => op.table))).toEqual([['attemptAnswers', 'attemptClocks']]);
    expect(within(screen.getByRole('navigation', { name: '答题卡' })).getByRole('button', { name: '第 1 题，已答，当前题' })).toBeTruthy();
    expect(saved[0]?.ops[0]).toMatchObject({ put: { attemptId: id } });
  });
});

describe('typing', () => {
  it('does not save every letter, and loses none when the question is left', async () => {
    const { id } = await sit();
    fireEvent.click(screen.getByRole('button', { name: '第 5 题，未答' }));
    const field = screen.getByLabelText('请在这里作答');
    for (const text of ['甲', '甲乙', '甲乙丙']) fireEvent.change(field, { target: { value: text } });
    expect(screen.getByText('正在保存…')).toBeTruthy();
    expect(journal.commits.some((commit) => commit.what === 'exam.answer')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '上一题' }));
    await waitFor(async () => expect(await given(id)).toEqual({ q5: { kind: 'text', text: '甲乙丙' } }));
    expect(journal.commits.filter((commit) => commit.what === 'exam.answer')).toHaveLength(1);
  });

  it('saves when the typing rests', async () => {
    const { id } = await sit();
    fireEvent.click(screen.getByRole('button', { name: '第 4 题，未答' }));
    fireEvent.change(screen.getByLabelText('第 2 空'), { target: { value: '组织纪律' } });
    await waitFor(async () => expect(await given(id)).toEqual({ q4: { kind: 'blanks', texts: ['', '组织纪律'] } }), { timeout: 1_500 });
  });
});

describe('what is said of saving', () => {
  it('says 正在保存 as long as the disk has not confirmed', async () => {
    const { id, user } = await sit();
    const release = journal.hold();
    await user.keyboard('a');
    await user.keyboard('{ArrowRight}b');
    expect(screen.getByText('正在保存…')).toBeTruthy();
    expect(screen.queryByText('已保存')).toBeNull();
    expect(await given(id)).toEqual({});
    act(release);
    await screen.findByText('已保存');
    expect(Object.keys(await given(id))).toEqual(['q1', 'q2']);
  });

  it('says 未保存 with the reason, keeps the answer, and saves it when the disk recovers', async () => {
    const { id, user } = await sit();
    journal.refuse('disk-full');
    await user.keyboard('a');
    const notice = await screen.findByRole('alert');
    expect(screen.getByText(/未保存/)).toBeTruthy();
    expect(notice.textContent).toContain('磁盘空间不足');
    expect(notice.textContent).toContain('有 1 题的作答还没有写入磁盘');
    expect(screen.getByRole('radio', { name: /丙/ })).toHaveProperty('checked', true);
    expect(await given(id)).toEqual({});
    journal.refuse(null);
    await user.keyboard('{ArrowRight}');
    await screen.findByText('已保存');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await given(id)).toEqual({ q1: { kind: 'options', chosen: [2] } });
  });
});
