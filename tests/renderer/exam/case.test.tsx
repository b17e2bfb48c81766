import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answersOf, attemptWith, openAttempt } from '../../../renderer/data/exam/exam.ts';
import { database } from '../../../renderer/data/database.ts';
import { handIn } from '../../../renderer/data/exam/hand-in.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { answerRow, blueprint, casePaper, caseQuestion, installContent, saveAnswers, showExam, startSitting } from './support.tsx';

beforeEach(async () => {
  await memoryBridge();
});

const answerTo = async (attemptId: string) => (await answersOf(attemptId)).find(({ questionId }) => questionId === 'q6')?.answer;
const part = (number: number) => screen.getByRole('region', { name: `第 ${number} 小题` });

async function sit() {
  const { id } = await startSitting({ paper: casePaper() });
  showExam('sit', id);
  await screen.findByText('判断题干');
  await userEvent.keyboard('{ArrowRight}');
  await screen.findByRole('region', { name: '材料' });
  return id;
}

describe('a case on a paper', () => {
  it('is drawn by a blueprint and stored whole with the order of its options', async () => {
    await installContent({ ...blueprint, parts: [{ type: 'case', count: 1, scoreEach: 10 }] }, [caseQuestion]);
    showExam();
    await userEvent.click(await screen.findByRole('button', { name: '开始：小测' }));
    await screen.findByText(/组卷编号/);
    await userEvent.click(screen.getByRole('button', { name: '开始答题' }));
    await screen.findByRole('timer');
    const [item] = (await openAttempt(session.person.id))?.attempt.paper.items ?? [];
    expect(item?.question).toEqual(caseQuestion);
    expect(item?.partOrders?.map((order) => order.length)).toEqual([4, 3, 0, 0]);
  });

  it('takes keys for the part that is marked; Enter goes on to the next part, then to the next question', async () => {
    const id = await sit();
    await userEvent.keyboard('a');
    await waitFor(async () =>
      expect(await answerTo(id)).toEqual({ kind: 'parts', answers: [{ kind: 'options', chosen: [2] }, null, null, null] }),
    );
    expect(screen.getByRole('button', { name: '第 2 题，未答，当前题' })).toBeTruthy();
    await userEvent.keyboard('{Enter}ac{Enter}b{Enter}');
    expect(document.activeElement).toBe(within(part(4)).getByLabelText('请在这里作答'));
    await userEvent.keyboard('要点');
    const answers = [
      { kind: 'options', chosen: [2] },
      { kind: 'options', chosen: [0, 2] },
      { kind: 'judge', value: false },
      { kind: 'text', text: '要点' },
    ];
    await waitFor(async () => expect(await answerTo(id)).toEqual({ kind: 'parts', answers }));
    expect(screen.getByRole('button', { name: '第 2 题，已答，当前题' })).toBeTruthy();
    part(4).focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: '第 3 题 / 共 3 题' })).toBeTruthy();
  });

  it('lets a person change a part, by mouse too, and forgets an answer without any', async () => {
    const id = await sit();
    const second = within(part(2)).getByRole('checkbox', { name: /乙/ });
    await userEvent.click(second);
    await userEvent.keyboard('c');
    await waitFor(async () => expect(await answerTo(id)).toMatchObject({ answers: [null, { chosen: [0, 1] }, null, null] }));
    await userEvent.keyboard('cb');
    await waitFor(async () => expect(await answerTo(id)).toBeNull());
  });
});

async function handedIn(answers: Parameters<typeof answerRow>[2]) {
  const { id } = await startSitting({ paper: casePaper() });
  await saveAnswers(id, [answerRow(id, 'q6', answers)], 60_000, 1);
  await handIn({ attemptId: id, unsaved: [], noted: [], elapsedMs: 60_000, endedBy: 'person', at: 9_000 });
  return id;
}

const marked = (number: number) => screen.getByRole('region', { name: `第 2 题第 ${number} 小题` });

describe('the result of a case', () => {
  const half = { kind: 'parts', answers: [{ kind: 'options', chosen: [2] }, { kind: 'options', chosen: [0] }, null, null] } as const;

  it('shows one question with a mark a part; a short part is marked by the person', async () => {
    const id = await handedIn(half);
    expect(await attemptWith(id)).toMatchObject({ result: { score: 2, full: 14, unmarked: 2, percent: 16.66 } });
    showExam('review', id);
    const article = await screen.findByRole('article', { name: '第 2 题' });
    expect(
      within(article)
        .getAllByRole('region')
        .map((region) => within(region).getAllByText(/分$/)[0]?.textContent),
    ).toEqual(['2 / 2 分', '0 / 4 分', '0 / 2 分', '0 / 2 分']);
    expect(marked(1).textContent).toContain('您的答案：A正确答案：A');
    expect(marked(2).textContent).toContain('您的答案：C正确答案：A、C');
    expect(marked(3).textContent).toContain('您的答案：未作答正确答案：错');
    expect(within(article).getAllByText(/《示例文件》第一条/)).toHaveLength(1);
    await userEvent.type(within(marked(4)).getByLabelText('自评得分（0–2）'), '1.5{Enter}');
    await screen.findByText('已保存');
    expect(await attemptWith(id)).toMatchObject({
      result: {
        score: 3.5,
        unmarked: 0,
        items: [{}, { score: 3.5, correct: false, parts: [{}, {}, {}, { score: 1.5, correct: false }] }, {}],
      },
    });
    await waitFor(() => expect(within(article).getByText('3.5 / 10 分')).toBeTruthy());
  });

  it('becomes a mistake as one question where the program could mark all of it', async () => {
    const { parts, weights } = caseQuestion;
    const shorter = { ...caseQuestion, parts: parts.slice(0, 3), weights: weights.slice(0, 3) };
    const paper = casePaper();
    const { id } = await startSitting({ paper: { ...paper, items: [{ question: shorter, optionOrder: [], score: 10 }] } });
    await handIn({ attemptId: id, unsaved: [answerRow(id, 'q6', half)], noted: [], elapsedMs: 1, endedBy: 'person', at: 9_000 });
    expect((await database.mistakes.toArray()).map(({ questionId }) => questionId)).toEqual(['q6']);
    expect((await database.responses.toArray()).map(({ questionId, correct }) => [questionId, correct])).toEqual([['q6', false]]);
  });
});
