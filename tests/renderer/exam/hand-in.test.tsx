import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mistake } from '@shared/model/study.ts';
import { attemptWith, openAttempt } from '../../../renderer/data/exam/exam.ts';
import { handIn } from '../../../renderer/data/exam/hand-in.ts';
import { commit } from '../../../renderer/data/work.ts';
import { database } from '../../../renderer/data/database.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { answerRow, blueprint, installContent, questions, revisionOf, saveAnswers, showExam, startSitting } from './support.tsx';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});
afterEach(() => vi.restoreAllMocks());

async function sit() {
  const { id } = await startSitting();
  showExam('sit', id);
  await screen.findByText('单选题干');
  return { id, user: userEvent.setup() };
}

const ends = { elapsedMs: 5_000, endedBy: 'person', at: 9_000, unsaved: [], noted: [] } as const;

describe('the question before handing in', () => {
  it('names what is unanswered and flagged, and leads there', async () => {
    const { user } = await sit();
    await user.keyboard('am');
    await user.click(screen.getByRole('button', { name: '交卷' }));
    const dialog = screen.getByRole('dialog', { name: '确认交卷' });
    expect(dialog.textContent).toContain('共 5 题，已答 1 题。');
    expect(within(dialog).getByRole('region', { name: '未答 4 题：' }).textContent).toBe('未答 4 题：2345');
    expect(within(dialog).getByRole('region', { name: '标记 1 题：' }).textContent).toBe('标记 1 题：1');
    await user.click(within(dialog).getByRole('button', { name: '第 3 题' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('判断题干')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '试题' }));
  });

  it('takes no answers by keyboard while it asks', async () => {
    const { id, user } = await sit();
    await user.click(screen.getByRole('button', { name: '交卷' }));
    await user.keyboard('b');
    await user.click(screen.getByRole('button', { name: '继续作答' }));
    expect(await database.attemptAnswers.where('attemptId').equals(id).count()).toBe(0);
  });
});

describe('handing in', () => {
  it('saves the result, the responses and the mistakes in one commit', async () => {
    await installContent(blueprint, [questions.single, questions.judge]);
    const { id, user } = await sit();
    await user.keyboard('a{Enter}ab{Enter}b');
    await screen.findByText('已保存');
    await user.click(screen.getByRole('button', { name: '交卷' }));
    await user.click(screen.getByRole('button', { name: '确认交卷' }));
    await screen.findByRole('heading', { name: '考试结果' });
    const { ops } = journal.commits.find((entry) => entry.what === 'exam.hand-in') ?? { ops: [] };
    expect(ops.map((op) => op.table)).toEqual([
      'attempts',
      'attemptClocks',
      'responses',
      'responses',
      'responses',
      'mistakes',
      'schedules',
      'schedules',
    ]);
    const responses = (await database.responses.toArray()).map(({ questionId, revision, correct, mode }) => ({
      questionId,
      revision,
      correct,
      mode,
    }));
    expect(responses).toEqual([
      { questionId: 'q1', revision: revisionOf('q1'), correct: true, mode: 'mock' },
      { questionId: 'q2', revision: '', correct: false, mode: 'mock' },
      { questionId: 'q3', revision: revisionOf('q3'), correct: true, mode: 'mock' },
    ]);
    expect((await database.mistakes.toArray()).map((mistake) => mistake.questionId)).toEqual(['q2']);
    expect(await attemptWith(id)).toMatchObject({
      state: 'handedIn',
      endedBy: 'person',
      result: { score: 4, full: 20, unmarked: 10, percent: 40, passed: false },
    });
    expect(await openAttempt(session.person.id)).toBeNull();
  });

  it('lets a right answer count towards the way out of the 错题本', async () => {
    const before: Mistake = {
      id: `${session.person.id}:q3`,
      personId: session.person.id,
      questionId: 'q3',
      section: '党规',
      wrongCount: 1,
      rightInARow: 1,
      state: 'open',
      lastAt: 1,
    };
    await commit('study.answer', [{ table: 'mistakes', put: before }]);
    const { id } = await startSitting();
    await handIn({ attemptId: id, ...ends, unsaved: [answerRow(id, 'q3', { kind: 'judge', value: false })] });
    expect(await database.mistakes.toArray()).toEqual([{ ...before, rightInARow: 2, state: 'overcome', lastAt: 9_000 }]);
  });

  it('gives the first result when handed in again, at once or later', async () => {
    const { id } = await startSitting();
    await saveAnswers(id, [answerRow(id, 'q1', { kind: 'options', chosen: [2] })], 1_000, 1);
    const [first, second] = await Promise.all([handIn({ attemptId: id, ...ends }), handIn({ attemptId: id, ...ends, endedBy: 'time' })]);
    await saveAnswers(id, [answerRow(id, 'q1', { kind: 'options', chosen: [0] })], 2_000, 2);
    const third = await handIn({ attemptId: id, ...ends, at: 99_000 });
    expect(first).toMatchObject({ ok: true, value: { score: 2 } });
    expect([second, third]).toEqual([first, first]);
    expect(journal.commits.filter((entry) => entry.what === 'exam.hand-in')).toHaveLength(1);
    expect(await attemptWith(id)).toMatchObject({ handedInAt: 9_000, endedBy: 'person' });
  });

  it('stays open when the disk refuses, says so, and lets the person go on', async () => {
    const { id, user } = await sit();
    journal.refuse('disk-full');
    await user.keyboard('a');
    await user.click(screen.getByRole('button', { name: '交卷' }));
    await user.click(screen.getByRole('button', { name: '确认交卷' }));
    const retry = await screen.findByRole('button', { name: '再试一次' });
    expect(await attemptWith(id)).toMatchObject({ state: 'open', result: null });
    await user.keyboard('{ArrowRight}b');
    journal.refuse(null);
    await user.click(retry);
    await screen.findByRole('heading', { name: '考试结果' });
    expect((await database.attemptAnswers.where('attemptId').equals(id).toArray()).map((row) => row.questionId)).toEqual(['q1', 'q2']);
    expect(await attemptWith(id)).toMatchObject({ result: { score: 2 } });
  });

  it('leaves the way open when a bug stops it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await installContent(blueprint, [questions.single]);
    const { id, user } = await sit();
    await user.keyboard('b');
    await database.blocks.clear();
    await user.click(screen.getByRole('button', { name: '交卷' }));
    await user.click(screen.getByRole('button', { name: '确认交卷' }));
    const retry = await screen.findByRole('button', { name: '再试一次' });
    await installContent(blueprint, [questions.single]);
    await user.click(retry);
    await screen.findByRole('heading', { name: '考试结果' });
    expect(await attemptWith(id)).toMatchObject({ state: 'handedIn' });
  });

  it('counts an answer that could not be saved before', async () => {
    const { id } = await startSitting();
    await saveAnswers(id, [answerRow(id, 'q1', { kind: 'options', chosen: [0] })], 1_000, 1);
    const result = await handIn({ attemptId: id, ...ends, unsaved: [answerRow(id, 'q1', { kind: 'options', chosen: [2] })] });
    expect(result).toMatchObject({ ok: true, value: { score: 2 } });
    expect(await database.attemptAnswers.get(`${id}:q1`)).toMatchObject({ answer: { kind: 'options', chosen: [2] } });
  });
});

describe('resuming', () => {
  it('shows the answers and the question of the rows that were saved', async () => {
    const { id } = await startSitting();
    await saveAnswers(id, [{ ...answerRow(id, 'q1', { kind: 'options', chosen: [1] }), at: 5 }], 1_000, 5);
    await saveAnswers(id, [{ ...answerRow(id, 'q2', { kind: 'options', chosen: [0, 1] }), at: 6, flagged: true }], 2_000, 6);
    showExam();
    const open = await screen.findByRole('region', { name: '未交卷的考试' });
    expect(open.textContent).toContain('小测，剩余时间 19:58');
    await userEvent.click(within(open).getByRole('link', { name: '继续作答' }));
    await screen.findByText('多选题干');
    expect(screen.getAllByRole('checkbox', { checked: true }).map((box) => box.closest('label')?.textContent)).toEqual(['B乙', 'C甲']);
    expect(screen.getByRole('button', { name: '第 1 题，已答' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '第 2 题，已答，已标记，当前题' })).toBeTruthy();
  });

  it('finds an answer again that the disk had refused when the screen was left', async () => {
    const { id } = await startSitting();
    const { unmount } = showExam('sit', id);
    await screen.findByText('单选题干');
    journal.refuse('journal-failed');
    await userEvent.keyboard('a');
    await screen.findByText('未保存');
    unmount();
    showExam('sit', id);
    await waitFor(() => expect(screen.getByRole('radio', { name: /丙/ })).toHaveProperty('checked', true));
    expect(screen.getByText('未保存')).toBeTruthy();
  });

  it('shows nobody the test of somebody else', async () => {
    const { id } = await startSitting({ personId: 'somebody-else' });
    showExam('sit', id);
    await screen.findByText('没有找到这场考试。');
  });
});
