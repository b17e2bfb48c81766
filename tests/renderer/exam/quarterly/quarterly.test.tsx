import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answersOfRecord, checkRecord, factsOfRecord } from '@shared/exam/quarterly/record.ts';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { database } from '../../../../renderer/data/database.ts';
import { attemptWith, openAttempt } from '../../../../renderer/data/exam/exam.ts';
import { readRecord } from '../../../../renderer/data/exam/exam-events.ts';
import { handIn as handInAgain } from '../../../../renderer/data/exam/hand-in.ts';
import { settleExams } from '../../../../renderer/data/exam/quarterly.ts';
import { completeOutbox } from '../../../../renderer/exam/quarterly/sealing.ts';
import { endSitting } from '../../../../renderer/exam/sitting/end-sitting.ts';
import { sheetOf } from '../../../../renderer/exam/sitting/sheets.ts';
import { session } from '../../../support/screen.tsx';
import { showExam } from '../support.tsx';
import { answersPublished, exam, examMain, installExam, packageName, startCode, type Main } from './exams.tsx';

const attemptId = `exam-1:${session.person.id}`;

afterEach(async () => {
  vi.restoreAllMocks();
  const sheet = await sheetOf(attemptId).catch(() => null);
  if (!sheet) return;
  await endSitting(sheet, 'person', true); // its watch runs on otherwise
  await completeOutbox();
});

async function typeCode(code = startCode): Promise<void> {
  await userEvent.click(await screen.findByLabelText('启封码第 1 组'));
  await userEvent.keyboard(code);
  await userEvent.click(screen.getByRole('button', { name: '启封试卷' }));
}

async function begin(): Promise<void> {
  showExam('enter', packageName);
  await typeCode();
  await userEvent.click(await screen.findByRole('button', { name: '开始答题' }));
  await screen.findByText('单选题干');
}

async function handIn(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: '交卷' }));
  await userEvent.click(screen.getByRole('button', { name: '确认交卷' }));
  await screen.findByText('回执码');
}

/** Both clocks stand still; gives the function that lets time pass on both (ms). */
function holdClocks(): (ms: number) => void {
  const [monotonic, wall] = [performance.now(), Date.now()];
  let passed = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic + passed);
  vi.spyOn(Date, 'now').mockImplementation(() => wall + passed);
  return (ms) => {
    passed += ms;
  };
}

const happenings = async () => (await readRecord(attemptId)).map(({ happening }) => happening);
const kinds = async () => (await happenings()).map(({ kind }) => kind);

describe('the list of exams', () => {
  it('says what is coming, who must sit, and that the code is entered at the hour', async () => {
    await examMain(exam({ opensAt: Date.now() + 3_600_000, candidates: [] }));
    showExam();
    expect(await screen.findByText('示例季度考试')).toBeTruthy();
    expect(screen.getByText('未到开考时间')).toBeTruthy();
    expect(screen.getByText('试卷已到本机，开考时输入启封码。')).toBeTruthy();
    expect(screen.getByText(/名单外/)).toBeTruthy();
    expect(screen.getByText(/2026年第三季度/)).toBeTruthy();
  });

  it('leads into an open exam, with the one main action', async () => {
    await examMain(exam());
    showExam();
    const link = await screen.findByRole('link', { name: '进入考试：示例季度考试' });
    expect(link.className).toContain('button-main');
    expect(screen.getByText('您在本次考试的应考名单中。')).toBeTruthy();
  });
});

describe('the start code', () => {
  it('is folded as it is typed, flows from group to group, and opens the paper', async () => {
    const main = await examMain(exam());
    showExam('enter', packageName);
    await userEvent.click(await screen.findByLabelText('启封码第 1 组'));
    await userEvent.keyboard('abcdefghjkmn');
    expect(screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)).toEqual(['ABCD', 'EFGH', 'JKMN']);
    await userEvent.click(screen.getByRole('button', { name: '启封试卷' }));
    expect(await screen.findByText(/试卷已启封/)).toBeTruthy();
    expect(main.commits).toEqual([]); // nothing of the paper is kept before it is begun
  });

  it('can be pasted whole', async () => {
    await examMain(exam());
    showExam('enter', packageName);
    await userEvent.click(await screen.findByLabelText('启封码第 1 组'));
    await userEvent.paste(' abcd－efgh－jkmn ');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(/试卷已启封/)).toBeTruthy();
  });

  it('that is wrong says so and how many tries are left', async () => {
    await examMain(exam());
    showExam('enter', packageName);
    await typeCode('0000-0000-0000');
    expect(await screen.findByText('启封码不对。')).toBeTruthy();
    expect(screen.getByText(/还可以试 4 次/)).toBeTruthy();
  });

  it('that is not whole is not tried', async () => {
    await examMain(exam());
    showExam('enter', packageName);
    await typeCode('ABCD-EF');
    expect(await screen.findByText('启封码共 12 位，请填满三组。')).toBeTruthy();
  });

  it('has to wait after too many tries, and shows for how long', async () => {
    const main = await examMain(exam());
    main.failure = { kind: 'too-many-tries', subject: '', at: new Date(Date.now() + 30_000).toISOString() };
    showExam('enter', packageName);
    await typeCode();
    expect(await screen.findByText(/请等 (30|29) 秒后再试/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '启封试卷' }).disabled).toBe(true);
  });

  it('is asked for also where the clock says that it is too early or too late: the clock may be wrong', async () => {
    await examMain(exam({ opensAt: Date.now() + 3_600_000 }));
    showExam('enter', packageName);
    expect(await screen.findByText(/本机时间可能不准，可以照常开考/)).toBeTruthy();
    await typeCode();
    expect(await screen.findByRole('button', { name: '开始答题' })).toBeTruthy();
  });
});

describe('a sitting', () => {
  it('stores the paper, the clock and the first entry of the record in one commit', async () => {
    const main = await examMain(exam());
    await begin();
    const started = main.commits.find(({ what }) => what === 'exam.start');
    expect(started?.ops.map(({ table }) => table)).toEqual(['attempts', 'attemptClocks', 'examEvents']);
    expect(await attemptWith(attemptId)).toMatchObject({
      kind: 'exam',
      state: 'open',
      budgetMs: 1_200_000,
      exam: { examId: 'exam-1', package: packageName, release: 'key', variant: '' },
    });
    const { header } = factsOfRecord(await readRecord(attemptId));
    expect(header).toMatchObject({ name: '韦敏', staffNumber: '0001', unitName: '示例县供电局', branch: '运维支部', listed: true });
    expect(main.fullScreen).toContain(true);
  });

  it('saves each answer with its entry in one commit', async () => {
    const main = await examMain(exam());
    await begin();
    await userEvent.keyboard('a');
    await waitFor(() => expect(main.commits.filter(({ what }) => what === 'exam.answer')).toHaveLength(1));
    const { ops } = main.commits.find(({ what }) => what === 'exam.answer') ?? { ops: [] };
    expect(ops.map(({ table }) => table)).toEqual(['attemptAnswers', 'attemptClocks', 'examEvents']);
    expect(await happenings()).toMatchObject([
      { kind: 'begun' },
      { kind: 'answered', questionId: 'q1', answer: { kind: 'options', chosen: [2] } },
    ]);
  });

  it('counts how often the window was left, calmly, and locks nothing', async () => {
    await examMain(exam());
    await begin();
    const pass = holdClocks();
    act(() => void window.dispatchEvent(new Event('blur')));
    pass(4_000);
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByText('已离开 1 次，将随成绩上报。')).toBeTruthy();
    await waitFor(async () => expect(await kinds()).toEqual(['begun', 'left', 'returned']));
    expect(await happenings()).toMatchObject([{}, {}, { awayMs: 4_000 }]);
    await userEvent.keyboard('a');
    await waitFor(async () => expect(await kinds()).toEqual(['begun', 'left', 'returned', 'answered']));
  });

  it('does not count a window that came back at once', async () => {
    await examMain(exam());
    await begin();
    act(() => void window.dispatchEvent(new Event('blur')));
    act(() => void window.dispatchEvent(new Event('focus')));
    await userEvent.keyboard('a');
    await waitFor(async () => expect(await kinds()).toEqual(['begun', 'answered']));
  });

  it('gives the screen back on Escape, without any entry', async () => {
    const main = await examMain(exam());
    await begin();
    await userEvent.keyboard('{Escape}');
    expect(main.fullScreen.at(-1)).toBe(false);
    expect(await kinds()).toEqual(['begun']);
  });

  it('goes on by the clock when its screen is left, which is noted', async () => {
    await examMain(exam());
    await begin();
    const pass = holdClocks();
    act(() => {
      window.location.hash = '#/exam';
    });
    await screen.findByText('正在作答');
    pass(60_000);
    await waitFor(async () => expect((await openAttempt(session.person.id))?.elapsedMs).toBeGreaterThanOrEqual(60_000), { timeout: 4_000 });
    await waitFor(async () => expect(await kinds()).toContain('left'));
    await userEvent.click(screen.getByRole('link', { name: '继续作答' }));
    await screen.findByText('单选题干');
    await waitFor(async () => expect((await kinds()).at(-1)).toBe('returned'));
  });

  it('notes a date that was set, and is not moved by it', async () => {
    await examMain(exam());
    await begin();
    const real = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => real() + 3_600_000);
    await waitFor(async () => expect(await kinds()).toContain('jumped'), { timeout: 4_000 });
    const jump = (await happenings()).find(({ kind }) => kind === 'jumped');
    expect(jump).toMatchObject({ kind: 'jumped' });
    if (jump?.kind === 'jumped') expect(Math.abs(jump.wallMs - jump.monotonicMs - 3_600_000)).toBeLessThan(1_000);
    expect((await openAttempt(session.person.id))?.elapsedMs).toBeLessThan(60_000);
  });

  it('is not charged for a sleep, which is noted', async () => {
    const main = await examMain(exam());
    await begin();
    const pass = holdClocks();
    act(() => main.power('suspend'));
    pass(1_800_000);
    act(() => main.power('resume'));
    await waitFor(async () => expect(await kinds()).toContain('jumped'), { timeout: 4_000 });
    expect((await openAttempt(session.person.id))?.elapsedMs).toBeLessThan(60_000);
  });

  it('hands in by itself when the time is up, also when another screen is shown', async () => {
    await examMain(exam());
    await begin();
    await userEvent.keyboard('a');
    await screen.findByText('已保存');
    act(() => {
      window.location.hash = '#/exam';
    });
    await screen.findByText('正在作答');
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 1_300_000);
    await waitFor(async () => expect(await attemptWith(attemptId)).toMatchObject({ state: 'handedIn', endedBy: 'time' }), {
      timeout: 5_000,
    });
    expect((await happenings()).at(-1)).toEqual({ kind: 'handedIn', endedBy: 'time' });
  });
});

describe('after the hand-in', () => {
  async function sitAll(content = exam()): Promise<Main> {
    const main = await examMain(content);
    await begin();
    await userEvent.keyboard('a');
    await screen.findByText('已保存');
    await handIn();
    return main;
  }

  it('shows the receipt code of the sealed record, and nothing of the result before it is published', async () => {
    const main = await sitAll();
    await screen.findByText(/答卷已加密封存在本机/);
    const events = await readRecord(attemptId);
    expect(main.sealed).toMatchObject([{ examTitle: '示例季度考试', personName: '韦敏', recipient: exam().recipient, events }]);
    expect(checkRecord(events)).toMatchObject({ ok: true, complete: true });
    expect([...answersOfRecord(events)]).toEqual([['q1', { kind: 'options', chosen: [2] }]]);
    expect(screen.getByText(receiptOf(events.at(-1)?.hash ?? ''))).toBeTruthy();
    expect(screen.getByText('成绩和答案在局里公布后显示在这里。')).toBeTruthy();
    expect(await attemptWith(attemptId)).toMatchObject({ result: null });
    expect(await database.responses.count()).toBe(0);
  });

  it('stays as it was when it is handed in again', async () => {
    const main = await sitAll();
    const [before, commits] = [await readRecord(attemptId), main.commits.length];
    const again = await handInAgain({ attemptId, unsaved: [], noted: [], elapsedMs: 9, endedBy: 'time', at: 9 });
    expect(again).toEqual({ ok: true, value: null });
    expect(await readRecord(attemptId)).toEqual(before);
    expect(main.commits).toHaveLength(commits);
    expect(await attemptWith(attemptId)).toMatchObject({ endedBy: 'person' });
  });

  it('cannot be begun a second time', async () => {
    await sitAll();
    showExam('enter', packageName);
    expect(await screen.findByText(/每人只能考一次/)).toBeTruthy();
    expect(screen.queryByLabelText('启封码第 1 组')).toBeNull();
  });

  it('tries again to seal what could not be sealed', async () => {
    const main = await examMain(exam());
    await begin();
    main.failure = { kind: 'disk-full', subject: '' };
    await handIn();
    expect(await screen.findByText(/答卷还没有封存/)).toBeTruthy();
    main.failure = null;
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await screen.findByText(/答卷已加密封存在本机/);
    expect(main.sealed).toHaveLength(1);
  });

  it('gives result, responses and 错题本 once, when the answers are published', async () => {
    const main = await sitAll();
    await installExam(exam(answersPublished));
    await settleExams(Date.now());
    expect(await attemptWith(attemptId)).toMatchObject({ result: { score: 2, full: 20, unmarked: 10 } });
    expect((await database.responses.toArray()).map(({ questionId, mode, correct }) => ({ questionId, mode, correct }))).toEqual([
      { questionId: 'q1', mode: 'exam', correct: true },
    ]);
    const commits = main.commits.length;
    await settleExams(Date.now());
    await settleExams(Date.now());
    expect(main.commits).toHaveLength(commits);
  });

  it('by the release `score` shows the score at once and the answers when the exam has closed', async () => {
    const content = exam({ release: 'score' });
    const main = await sitAll(content);
    expect(await attemptWith(attemptId)).toMatchObject({ result: { score: 2 } });
    expect(await database.responses.count()).toBe(0);
    await userEvent.click(await screen.findByRole('link', { name: '查看答卷' }));
    expect(await screen.findByText(/答案在考试截止后/)).toBeTruthy();
    expect(screen.queryByText('正确答案：')).toBeNull();
    await settleExams(content.closesAt);
    expect(await database.responses.count()).toBe(1);
    expect(main.commits.at(-1)?.what).toBe('exam.release');
  });

  it('by the release `all` shows everything at once', async () => {
    await sitAll(exam({ release: 'all' }));
    expect(await database.responses.count()).toBe(1);
    await userEvent.click(await screen.findByRole('link', { name: '查看答卷' }));
    expect((await screen.findAllByText('正确答案：')).length).toBeGreaterThan(0);
    expect(screen.queryByText('保存自评')).toBeNull();
  });

  it('exports what waits, and says what leaves the computer', async () => {
    const main = await sitAll();
    await userEvent.click(await screen.findByRole('link', { name: '上报答卷' }));
    expect(await screen.findByText(/文件已加密，只有局里能打开/)).toBeTruthy();
    await screen.findByText('未导出');
    await userEvent.click(screen.getByRole('button', { name: '导出答卷' }));
    await screen.findByText(/已导出 1970/);
    expect(main.exported).toEqual([[attemptId]]);
  });
});
