import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { attemptWith, openAttempt } from '../../../renderer/data/exam/exam.ts';
import { handIn } from '../../../renderer/data/exam/hand-in.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { answerRow, blueprint, installContent, questions, saveAnswers, showExam, startSitting } from './support.tsx';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
});

describe('choosing and starting', () => {
  it('says the next step where there is no policy', async () => {
    showExam();
    expect(await screen.findByRole('link', { name: '打开数据包' })).toHaveProperty('hash', '#/packages');
    await screen.findByText(/还没有考试记录/);
  });

  it('asks once, then stores the whole paper with its seed and a clock at 0', async () => {
    await installContent(blueprint, [questions.single, questions.judge]);
    showExam();
    await screen.findByText('2 题 · 20 分钟 · 满分 5 分');
    await userEvent.click(screen.getByRole('button', { name: '开始：小测' }));
    const dialog = screen.getByRole('dialog', { name: '开始考试：小测' });
    const seed = (await within(dialog).findByText(/组卷编号/)).textContent;
    expect(journal.commits).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: '开始答题' }));
    await screen.findByRole('timer');
    const open = await openAttempt(session.person.id);
    expect(open?.attempt).toMatchObject({ personId: session.person.id, state: 'open', budgetMs: 1_200_000, passLine: 80 });
    expect(open?.attempt.paper.items.map(({ question, score }) => [question, score])).toEqual([
      [questions.single, 2],
      [questions.judge, 3],
    ]);
    expect(`组卷编号：${open?.attempt.paper.seed}`).toBe(seed);
    expect(journal.commits.map(({ what, ops }) => [what, ops.map((op) => op.table)])).toContainEqual([
      'exam.start',
      ['attempts', 'attemptClocks'],
    ]);
  });

  it('names what the bank lacks by type and section, and does not start', async () => {
    await installContent({ ...blueprint, parts: [{ type: 'judge', count: 3, scoreEach: 1 }] }, [questions.single, questions.judge]);
    showExam();
    await userEvent.click(await screen.findByRole('button', { name: '开始：小测' }));
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('判断题需要 3 题，题库只有 1 题，差 2 题');
    expect(notice.textContent).toContain('党规 1 题');
    expect(screen.queryByRole('button', { name: '开始答题' })).toBeNull();
    expect(journal.commits).toEqual([]);
  });

  it('offers no second test while one is open', async () => {
    await installContent(blueprint, [questions.single, questions.judge]);
    await startSitting();
    showExam();
    expect(await screen.findByRole('button', { name: '开始：小测' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/一次只能进行一场考试/)).toBeTruthy();
  });

  it('stays on the question when the start cannot be saved', async () => {
    await installContent(blueprint, [questions.single, questions.judge]);
    showExam();
    await userEvent.click(await screen.findByRole('button', { name: '开始：小测' }));
    journal.refuse('disk-full');
    await screen.findByText(/组卷编号/);
    await userEvent.click(screen.getByRole('button', { name: '开始答题' }));
    expect((await screen.findByRole('alert')).textContent).toContain('磁盘空间不足');
    expect(await openAttempt(session.person.id)).toBeNull();
  });
});

async function handedIn() {
  const { id } = await startSitting();
  const rows = [
    answerRow(id, 'q1', { kind: 'options', chosen: [2] }),
    { ...answerRow(id, 'q2', { kind: 'options', chosen: [0, 1] }), flagged: true },
    answerRow(id, 'q4', { kind: 'blanks', texts: ['政治纪律', ''] }),
    answerRow(id, 'q5', { kind: 'text', text: '我写的要点' }),
  ];
  await saveAnswers(id, rows, 60_000, 1);
  await handIn({ attemptId: id, unsaved: [], noted: [], elapsedMs: 60_000, endedBy: 'person', at: new Date(2026, 8, 25, 9, 30).getTime() });
  return id;
}

describe('the result', () => {
  it('gives the score, the sections and both answers of every question', async () => {
    showExam('review', await handedIn());
    const score = await screen.findByRole('region', { name: '考试结果' });
    expect(score.textContent).toContain('3 分（满分 10 分）');
    expect(score.textContent).toContain('不合格');
    expect(score.textContent).toContain('简答题共 10 分待自评');
    const rows = within(screen.getByRole('table', { name: '各板块得分' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['党章', '2', '2', '6', '33.33%'],
      ['党规', '2', '1', '4', '25.00%'],
      ['合计', '4', '3', '10', '30.00%'],
    ]);
    const multiple = screen.getByRole('article', { name: '第 2 题' });
    expect(within(multiple).getByText(/您的答案/).parentElement?.textContent).toBe('您的答案：B、C');
    expect(within(multiple).getByText(/正确答案/).parentElement?.textContent).toBe('正确答案：A、C');
    expect(multiple.textContent).toContain('解析：解析文字');
    expect(multiple.textContent).toContain('依据：《示例文件》第一条');
    expect(screen.getByRole('article', { name: '第 3 题' }).textContent).toContain('您的答案：未作答');
    expect(screen.getByRole('article', { name: '第 4 题' }).textContent).toContain('部分得分');
  });

  it('filters by what lacks points and what was flagged', async () => {
    showExam('review', await handedIn());
    await screen.findByRole('article', { name: '第 1 题' });
    const shown = () => screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'));
    await userEvent.click(screen.getByRole('radio', { name: '未得满分（3）' }));
    expect(shown()).toEqual(['第 2 题', '第 3 题', '第 4 题']);
    await userEvent.click(screen.getByRole('radio', { name: '标记（1）' }));
    expect(shown()).toEqual(['第 2 题']);
  });

  it('counts a short answer once the person has marked it', async () => {
    const id = await handedIn();
    showExam('review', id);
    const field = await screen.findByLabelText('自评得分（0–10）');
    await userEvent.type(field, '11');
    await userEvent.click(screen.getByRole('button', { name: '保存自评' }));
    await screen.findByText('请填写 0 到 10 之间的分数。');
    await userEvent.clear(field);
    await userEvent.type(field, '8.5{Enter}');
    await screen.findByText('已保存');
    expect(await attemptWith(id)).toMatchObject({ result: { score: 11.5, full: 20, unmarked: 0, percent: 57.5, passed: false } });
    await waitFor(() => expect(screen.getByRole('region', { name: '考试结果' }).textContent).toContain('11.5 分（满分 20 分）'));
    expect(screen.getByRole('article', { name: '第 5 题' }).textContent).toContain('已自评');
  });

  it('says 未保存 with the reason when the mark cannot be kept', async () => {
    const id = await handedIn();
    showExam('review', id);
    await userEvent.type(await screen.findByLabelText('自评得分（0–10）'), '5');
    journal.refuse('disk-full');
    await userEvent.click(screen.getByRole('button', { name: '保存自评' }));
    expect((await screen.findByRole('alert')).textContent).toContain('磁盘空间不足');
    expect(await attemptWith(id)).toMatchObject({ result: { unmarked: 10 } });
  });

  it('stands in the list of past tests with its outcome in words', async () => {
    const id = await handedIn();
    showExam();
    const row = (await screen.findByRole('cell', { name: '2026-09-25 09:30' })).closest('tr');
    expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      '2026-09-25 09:30',
      '小测',
      '3',
      '20',
      '30.00%',
      '不合格待自评',
      '查看答卷',
    ]);
    expect(screen.getByRole('link', { name: '查看答卷：2026-09-25 09:30 小测' })).toHaveProperty('hash', `#/exam/review/${id}`);
  });
});
