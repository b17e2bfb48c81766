import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attemptWith, openAttempt } from '../../../renderer/data/exam/exam.ts';
import { Sheet } from '../../../renderer/exam/sitting/sheet.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { saveAnswers, showExam, startSitting } from './support.tsx';

let journal: MemoryBridge;
let now = 0;
beforeEach(async () => {
  journal = await memoryBridge();
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

const timeLeft = (): string => screen.getByRole('timer').textContent ?? '';

describe('the clock of a sitting', () => {
  it('goes by performance.now, whatever the date says', async () => {
    const { id } = await startSitting();
    showExam('sit', id);
    await screen.findByText('单选题干');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000);
    now += 65_000;
    await waitFor(() => expect(timeLeft()).toBe('剩余时间 18:55'));
  });

  it('shows hours from one hour on', async () => {
    const { id } = await startSitting({ budgetMs: 3_723_000 });
    showExam('sit', id);
    await waitFor(() => expect(timeLeft()).toBe('剩余时间 1:02:03'));
  });

  it('is kept by a heartbeat, so that a kill forgets at most two seconds', async () => {
    const { id } = await startSitting();
    showExam('sit', id);
    await screen.findByText('单选题干');
    now += 40_000;
    await waitFor(async () => expect((await openAttempt(session.person.id))?.elapsedMs).toBe(40_000), { timeout: 3_000 });
    expect(journal.commits.at(-1)).toMatchObject({ what: 'exam.beat', ops: [{ table: 'attemptClocks', put: { id, elapsedMs: 40_000 } }] });
  });

  it('goes on from the time that was saved', async () => {
    const { id } = await startSitting();
    await saveAnswers(id, [], 600_000, 1);
    showExam('sit', id);
    await waitFor(() => expect(timeLeft()).toBe('剩余时间 10:00'));
  });

  it('warns once when five minutes are left', async () => {
    const { id } = await startSitting();
    showExam('sit', id);
    await screen.findByText('单选题干');
    expect(screen.queryByText(/不足 5 分钟/)).toBeNull();
    now += 15 * 60_000;
    expect((await screen.findByText(/不足 5 分钟/)).closest('[role=status]')).toBeTruthy();
  });

  it('hands in when the time is up, with what was answered', async () => {
    const { id } = await startSitting();
    showExam('sit', id);
    await screen.findByText('单选题干');
    act(() => screen.getByText('丙').click());
    now += 20 * 60_000;
    await screen.findByRole('heading', { name: '考试结果' });
    const ended = await attemptWith(id);
    expect(ended).toMatchObject({ state: 'handedIn', endedBy: 'time', result: { score: 2, full: 20, unmarked: 10 } });
    expect(screen.getByText(/时间到自动交卷/)).toBeTruthy();
  });

  it('stops while the screen is left', async () => {
    const { id } = await startSitting();
    const { unmount } = showExam('sit', id);
    await screen.findByText('单选题干');
    now += 10_000;
    unmount();
    await waitFor(async () => expect((await openAttempt(session.person.id))?.elapsedMs).toBe(10_000));
    now += 500_000;
    showExam('sit', id);
    await waitFor(() => expect(timeLeft()).toBe('剩余时间 19:50'));
  });
});

describe('a sheet', () => {
  it('writes one thing at a time; what changes meanwhile goes with the next write', async () => {
    const writes: string[][] = [];
    const disk = Promise.withResolvers<void>();
    const sheet = new Sheet({
      attemptId: 'a',
      answers: [],
      elapsedMs: 0,
      timesAway: null,
      write: async ({ answers }) => {
        writes.push(answers.map((answer) => answer.questionId));
        await disk.promise;
        return { ok: true, value: null };
      },
    });
    for (const id of ['q1', 'q2', 'q3']) sheet.change(id, { flagged: true }, { at: 1, waitMs: 0 });
    expect(sheet.saveState().kind).toBe('saving');
    disk.resolve();
    expect(await sheet.flush()).toBe(true);
    expect(writes).toEqual([['q1'], ['q2', 'q3']]);
    expect(sheet.saveState().kind).toBe('saved');
  });

  it('says unsaved when the write throws, and never loses the answer', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const sheet = new Sheet({
      attemptId: 'a',
      answers: [],
      elapsedMs: 0,
      timesAway: null,
      write: () => Promise.reject(new Error('bridge gone')),
    });
    sheet.change('q1', { answer: { kind: 'judge', value: true } }, { at: 1, waitMs: 0 });
    expect(await sheet.flush()).toBe(false);
    expect(sheet.saveState()).toEqual({ kind: 'unsaved', failure: { kind: 'journal-failed', subject: '' }, count: 1 });
    expect(sheet.unsaved().map((answer) => answer.answer)).toEqual([{ kind: 'judge', value: true }]);
  });
});
