import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { daysBetween } from '@shared/projects/days.ts';
import { dayAt } from '../../../renderer/data/study/due.ts';
import { mistakeOps } from '../../../renderer/data/study/mistakes.ts';
import { readDue, scheduleOps } from '../../../renderer/data/study/schedules.ts';
import { readOutlook, readToday } from '../../../renderer/data/study/study-plan.ts';
import { readStudySettings, saveStudySettings } from '../../../renderer/data/study/study-settings.ts';
import { commit } from '../../../renderer/data/work.ts';
import { PlanPage } from '../../../renderer/study/plan/plan-page.tsx';
import { buildBank, buildSmall, install, judgeQuestion } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen, session } from '../../support/screen.tsx';

const person = session.person.id;
const dayMs = 86_400_000;
/** Noon of a day, so that no time zone leads to another one. */
const noon = (day: string): number => new Date(`${day}T12:00:00`).getTime();
const begin = noon('2026-09-01');

const section = (name: string, from: number, count: number): Question[] =>
  Array.from({ length: count }, (_, place) => ({ ...judgeQuestion(from + place), section: name }));

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});

/** The revisions that the fixture's index gives. */
const bank = buildBank([section('党章', 0, 60), section('党史', 100, 30)]);
const revisions = new Map(
  bank.blocks.flatMap(({ index }) =>
    (index?.ids.split('\n') ?? []).map((id, n) => [id, index?.revisions.slice(16 * n, 16 * n + 16) ?? ''] as const),
  ),
);

let count = 0;
async function answer(questionId: string, correct: boolean, at: number): Promise<void> {
  count += 1;
  const number = Number(questionId.slice(2));
  const about = { personId: person, questionId, section: number < 100 ? '党章' : '党史', revision: revisions.get(questionId) ?? '' };
  const response: Response = { ...about, id: `r${count}`, answer: { kind: 'judge', value: true }, correct, mode: 'today', at };
  const ops = [...(await mistakeOps([response])), ...(await scheduleOps([response]))];
  await commit('test', [{ table: 'responses', put: response }, ...ops]);
}

const planTo = (examDate: string, minutesPerDay: number) => saveStudySettings({ id: person, examDate, minutesPerDay });

describe('what is due', () => {
  it('the most overdue first; by the day what was learned for days, by the minute what is being learned', async () => {
    await install(bank);
    await answer('Q-1', true, begin - 3 * dayMs);
    await answer('Q-1', true, begin - 3 * dayMs + 600_000); // learned for two days
    await answer('Q-2', true, begin);
    await answer('Q-3', true, begin - 60_000);
    expect(await readDue(person, begin)).toEqual(['Q-1']);
    expect(await readDue(person, begin + 540_000)).toEqual(['Q-1', 'Q-3']);
    expect(await readDue(person, begin + 600_000)).toEqual(['Q-1', 'Q-3', 'Q-2']);
    await answer('Q-4', true, begin);
    await answer('Q-4', true, begin + 600_000);
    const inTwoDays = new Date(begin + 2 * dayMs).setHours(0, 0, 0, 0);
    expect(await readDue(person, inTwoDays - 1)).not.toContain('Q-4');
    expect(await readDue(person, inTwoDays)).toContain('Q-4');
    expect(await readDue('somebody else', begin + dayMs)).toEqual([]);
  });
});

describe('today', () => {
  it('without a plan is all that is due', async () => {
    await install(bank);
    await answer('Q-1', true, begin - 3 * dayMs);
    expect(await readToday(person, begin)).toEqual({
      ids: ['Q-1'],
      counts: { due: 1, weak: 0, unseen: 0 },
      minutes: 1,
      soon: 0,
      answered: 0,
      plan: null,
    });
  });

  it('with a plan takes the minutes: due, then mistakes, then new ones by the size of the sections', async () => {
    await install(bank);
    await planTo('2026-09-25', 5);
    await answer('Q-1', false, begin - 3 * dayMs);
    await answer('Q-2', false, begin - 3 * dayMs);
    for (const after of [60_000, 660_000]) await answer('Q-2', true, begin - dayMs + after); // learned, due tomorrow
    await answer('Q-2', false, begin - dayMs + 700_000);
    await answer('Q-2', true, begin - dayMs + 1_400_000);
    const today = await readToday(person, begin);
    expect(today).toMatchObject({ plan: { examDate: '2026-09-25', daysLeft: 24, minutesPerDay: 5 }, answered: 0, minutes: 5 });
    // 300 seconds: each answer 20, each new one twice
    expect(today.counts.due + today.counts.weak).toBe(2);
    expect(today.counts.unseen).toBe(6);
    expect(today.ids.slice(2)).toEqual(['Q-0', 'Q-100', 'Q-3', 'Q-4', 'Q-101', 'Q-5']);
  });

  it('gets shorter with every answer and is done when its minutes are', async () => {
    await install(bank);
    await planTo('2026-09-25', 5);
    const before = await readToday(person, begin);
    await answer(before.ids[0]!, true, begin + 1000);
    const after = await readToday(person, begin + 2000);
    // it is asked once more in ten minutes, and that time is kept for it
    expect(after).toMatchObject({ answered: 1, soon: 1, counts: { unseen: before.counts.unseen - 1 } });
    expect(after.ids).not.toContain(before.ids[0]);
    for (let n = 1; n < 15; n += 1) await answer('Q-59', true, begin + n * 20_000);
    expect(await readToday(person, begin + 300_000)).toMatchObject({ ids: [], minutes: 0, answered: 15 });
    // the next day is a day again
    expect((await readToday(person, begin + dayMs)).minutes).toBe(5);
  });

  it('leaves out what the banks no longer hold, and asks a changed question as a new one', async () => {
    await install(bank);
    await planTo('2026-09-25', 600);
    await answer('Q-1', true, begin - 3 * dayMs);
    await answer('Q-2', true, begin + dayMs);
    expect((await readToday(person, begin)).counts).toEqual({ due: 1, weak: 0, unseen: 88 });
    const changed = section('党章', 2, 2).map((question) => ({ ...question, explanation: '改过的解析' }));
    await install(buildBank([changed], 2));
    expect(await readToday(person, begin)).toMatchObject({ ids: ['Q-2', 'Q-3'], counts: { due: 0, weak: 0, unseen: 2 } });
  });

  it('is over on the day of the exam', async () => {
    await install(bank);
    await planTo('2026-09-25', 15);
    expect((await readToday(person, noon('2026-09-24'))).plan).toMatchObject({ daysLeft: 1 });
    expect(await readToday(person, noon('2026-09-25'))).toMatchObject({ plan: null, ids: [] });
  });
});

describe('a person who misses days', () => {
  it('never finds more than a day’s minutes, and comes through the bank all the same where there is time', async () => {
    await install(bank);
    await planTo('2026-10-20', 30);
    const missed = new Set([3, 4, 5, 6, 7, 8, 15, 16]);
    for (let day = 0; day < daysBetween('2026-09-01', '2026-10-20'); day += 1) {
      let now = begin + day * dayMs;
      const { ids, minutes } = await readToday(person, now);
      expect(minutes).toBeLessThanOrEqual(30);
      if (missed.has(day) || day > 25) continue;
      for (const id of ids) await answer(id, true, (now += 20_000));
    }
    const outlook = await readOutlook(person, noon('2026-10-19'));
    expect(outlook).toMatchObject({ total: 90, seen: 90, covered: 90 });
  });
});

describe('the outlook', () => {
  it('says honestly how much of the bank can be reached, and what would be needed', async () => {
    await install(buildBank([Array.from({ length: 3000 }, (_, number) => judgeQuestion(number))]));
    await planTo('2026-10-01', 15);
    const outlook = (await readOutlook(person, begin))!;
    expect(outlook.days).toHaveLength(30);
    expect(outlook.covered).toBeLessThan(outlook.total);
    expect(outlook.days.every(({ seconds }) => seconds <= 900)).toBe(true);
    const enough = outlook.minutesForAll!;
    await planTo('2026-10-01', enough);
    expect(await readOutlook(person, begin)).toMatchObject({ covered: 3000, minutesForAll: enough });
    await planTo('2026-09-02', 600);
    expect(await readOutlook(person, begin)).toMatchObject({ minutesForAll: null });
  });
});

describe('the page', () => {
  const tomorrow = dayAt(Date.now() + 10 * dayMs);

  it('proposes the exam of the calendar, keeps the plan, and shows today with the way to it', async () => {
    const calendar = [
      { quarter: '2099-Q3', examDate: '2099-09-25', note: '' },
      { quarter: '2001-Q1', examDate: '2001-03-25', note: '' },
    ];
    const policy = { passLine: 80, mistakeRule: { rightInARow: 2 }, planThresholds: { dueSoonDays: 7 }, calendar, blueprints: [] };
    await install(bank);
    await install(buildSmall('policy', { policy }));
    renderScreen(PlanPage, []);
    expect(await screen.findByLabelText('考试日期')).toHaveProperty('value', '2099-09-25');
    expect(screen.getByRole('button', { name: '2099年第三季度考试：2099-09-25' }).getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: '保存计划' }));
    expect(await screen.findByText(/今天还有 \d+ 题，约 15 分钟/)).toBeTruthy();
    expect(await readStudySettings(person)).toEqual({ id: person, rightInARow: null, examDate: '2099-09-25', minutesPerDay: 15 });
    expect(screen.getByRole('link', { name: '开始今天的学习' })).toHaveProperty('hash', '#/study/set/today');
    expect(await screen.findByText('按每天 15 分钟，考试前题库里的题都能学到。')).toBeTruthy();
    const table = screen.getByRole('table', { name: '接下来几天的安排（估算）' });
    expect(within(table).getAllByRole('row')).toHaveLength(8);
  });

  it('refuses a day that is not ahead and minutes that are none', async () => {
    await install(bank);
    renderScreen(PlanPage, []);
    await userEvent.clear(await screen.findByLabelText('每天学习（分钟）'));
    await userEvent.type(screen.getByLabelText('每天学习（分钟）'), '3');
    await userEvent.click(screen.getByRole('button', { name: '保存计划' }));
    expect(screen.getByText('请选择今天以后的考试日期。')).toBeTruthy();
    expect(screen.getByText('请填写 5 到 600 之间的整数。')).toBeTruthy();
    expect(journal.commits).toEqual([]);
  });

  it('changes and stops a plan; the rule of the 错题本 stays', async () => {
    await install(bank);
    await planTo(tomorrow, 20);
    renderScreen(PlanPage, []);
    await userEvent.click(await screen.findByRole('button', { name: '修改计划' }));
    await userEvent.clear(await screen.findByLabelText('每天学习（分钟）'));
    await userEvent.type(screen.getByLabelText('每天学习（分钟）'), '40{Enter}');
    await screen.findByText(new RegExp(`考试日期 ${tomorrow}，还有 10 天；每天 40 分钟`));
    await userEvent.click(screen.getByRole('button', { name: '修改计划' }));
    await userEvent.click(await screen.findByRole('button', { name: '停用计划' }));
    await waitFor(async () => expect(await readStudySettings(person)).toMatchObject({ examDate: '', minutesPerDay: 0 }));
    expect(await screen.findByRole('button', { name: '保存计划' })).toBeTruthy();
  });

  it('says that a plan has ended', async () => {
    await install(bank);
    await planTo('2020-01-01', 20);
    renderScreen(PlanPage, []);
    expect(await screen.findByText(/考试日期（2020-01-01）已到，计划已结束/)).toBeTruthy();
  });
});
