import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CollectedItem, ExportRequest } from '@shared/ipc/contract.ts';
import { succeed } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { database } from '../../../renderer/data/database.ts';
import { mistakeOps, readMistakeRule, readMistakes, saveMistakeRule } from '../../../renderer/data/study/mistakes.ts';
import { scheduleOps } from '../../../renderer/data/study/schedules.ts';
import { commit } from '../../../renderer/data/work.ts';
import { MistakesPage } from '../../../renderer/study/mistakes/mistakes-page.tsx';
import { buildBank, buildSmall, install } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen, session } from '../../support/screen.tsx';

const person = session.person.id;
const common = { topic: '', explanation: '解析文字', basis: '《示例文件》第一条', difficulty: 'medium' } as const;
const judge = (number: number, section = '党章'): Question => ({
  ...common,
  section,
  id: `j${number}`,
  type: 'judge',
  stem: `判断${number}`,
  answer: false,
});
const about = { ...common, section: '党史' };
const caseQuestion: Question = {
  ...about,
  id: 'c5',
  type: 'case',
  stem: '某支部的**材料**',
  parts: [{ ...about, id: 'c5/1', type: 'single', stem: '单选', options: ['甲', '乙', '丙'], answer: [2], shuffle: true }],
  weights: [1],
};
const place = { place: 'usb', label: '示例盘', freeBytes: 1e9, hasRepository: false };

let journal: MemoryBridge;
const collected: CollectedItem[] = [];
const exported: unknown[] = [];
const outcome = { folderLabel: '示例盘/错题', files: [{ name: '错题.docx', bytes: 10, sha256: 'ab' }], removable: true };

beforeEach(async () => {
  collected.length = 0;
  exported.length = 0;
  journal = await memoryBridge({
    'exports:places': () => [place],
    'bank:collect': () => 'collection',
    'bank:collect-add': (_collection, items) => void collected.push(...items),
    'bank:export': (request) => (exported.push(request), succeed(outcome)),
    'exports:write': (request) => (exported.push(request), succeed(outcome)),
  });
  await install(
    buildBank([
      [judge(1), judge(2), judge(3)],
      [judge(4, '党史'), caseQuestion],
    ]),
  );
});

let at = Date.UTC(2026, 8, 1, 2);
/** Gives answers one after another, as any room does that takes them. */
async function answer(...given: readonly (readonly [questionId: string, correct: boolean])[]): Promise<void> {
  for (const [questionId, correct] of given) {
    at += 60_000;
    const asked = { personId: person, questionId, section: questionId === 'j4' || questionId === 'c5' ? '党史' : '党章', revision: '1' };
    const response: Response = { ...asked, id: `${questionId}@${at}`, answer: { kind: 'judge', value: true }, correct, mode: 'random', at };
    const ops = [...(await mistakeOps([response])), ...(await scheduleOps([response]))];
    await commit('test', [{ table: 'responses', put: response }, ...ops]);
  }
}

const rowsOf = async (name: string): Promise<(string | null)[][]> => {
  const list = await screen.findByRole('grid', { name });
  return within(list)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );
};

describe('the page', () => {
  it('says the rule, what feeds it, and that it is empty', async () => {
    renderScreen(MistakesPage, []);
    await screen.findByText('规则：答错的题自动进入错题本，连续答对 2 次移到“已克服”。');
    expect(screen.getByText(/每季一考（公布答案后）的作答都计入/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '去学习' })).toHaveProperty('hash', '#/study');
  });

  it('shows how often each went wrong and what it still lacks, and leads to practising them', async () => {
    await answer(['j1', false], ['j1', true], ['j4', false], ['j4', false], ['j2', false], ['j2', true], ['j2', true]);
    renderScreen(MistakesPage, []);
    const day = '2026-09-01';
    await waitFor(async () =>
      expect(await rowsOf('待巩固')).toEqual([
        ['判断1', '判断题', '党章', '1 次', '还差 1 次', day],
        ['判断4', '判断题', '党史', '2 次', '还差 2 次', day],
      ]),
    );
    expect(screen.getByRole('link', { name: '练习全部 2 题' })).toHaveProperty('hash', '#/study/set/mistakes');
    expect(screen.getByRole('link', { name: '党史（1）' })).toHaveProperty('hash', `#/study/mistakes/open/${encodeURIComponent('党史')}`);
    expect(screen.getByRole('link', { name: '已克服（1）' })).toHaveProperty('hash', '#/study/mistakes/overcome');
  });

  it('limits to a section, and practises that', async () => {
    await answer(['j1', false], ['j4', false]);
    renderScreen(MistakesPage, ['open', '党史']);
    await waitFor(async () => expect((await rowsOf('待巩固')).map(([stem]) => stem)).toEqual(['判断4']));
    const part = encodeURIComponent('section=党史');
    expect(screen.getByRole('link', { name: '练习“党史” 1 题' })).toHaveProperty('hash', `#/study/set/mistakes/${part}`);
  });

  it('lists what was overcome with the day, and takes a new mistake back', async () => {
    await answer(['j2', false], ['j2', true], ['j2', true]);
    const { unmount } = renderScreen(MistakesPage, ['overcome']);
    await waitFor(async () => expect(await rowsOf('已克服')).toEqual([['判断2', '判断题', '党章', '1 次', '2026-09-01']]));
    unmount();
    await answer(['j2', false]);
    renderScreen(MistakesPage, []);
    await waitFor(async () =>
      expect(await rowsOf('待巩固')).toMatchObject([['判断2', '判断题', '党章', '2 次', '还差 2 次', '2026-09-01']]),
    );
  });

  it('opens a question with its answer by Enter', async () => {
    await answer(['c5', false]);
    renderScreen(MistakesPage, []);
    const list = await screen.findByRole('grid', { name: '待巩固' });
    list.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('正确答案：C');
    expect(within(dialog).getByText('答错 1 次，现在连续答对 0 次。')).toBeTruthy();
  });

  it('draws only the rows in sight of a long list', async () => {
    await install(buildBank([Array.from({ length: 600 }, (_, number) => judge(number))], 2));
    const entry = (number: number) => ({ id: `${person}:j${number}`, personId: person, questionId: `j${number}`, section: '党章' });
    const counts = { wrongCount: 1, rightInARow: 0, state: 'open', lastAt: at } as const;
    const ops = Array.from({ length: 600 }, (_, number) => ({ table: 'mistakes' as const, put: { ...entry(number), ...counts } }));
    await commit('test', ops);
    renderScreen(MistakesPage, []);
    const list = await screen.findByRole('grid', { name: '待巩固' });
    expect(list.getAttribute('aria-rowcount')).toBe('601');
    expect(within(list).getAllByRole('row').length).toBeLessThan(60);
  });
});

describe('the rule', () => {
  it('is the policy’s until somebody sets their own; what stands in the book is judged anew at once', async () => {
    const policy = { passLine: 80, mistakeRule: { rightInARow: 1 }, planThresholds: { dueSoonDays: 7 }, calendar: [], blueprints: [] };
    await install(buildSmall('policy', { policy }));
    await answer(['j1', false], ['j1', true], ['j1', true], ['j2', false]);
    expect((await readMistakes(person)).overcome).toMatchObject([{ questionId: 'j1', rightInARow: 1 }]);
    renderScreen(MistakesPage, []);
    await userEvent.click(await screen.findByRole('button', { name: '修改规则' }));
    expect(await screen.findByRole('radio', { name: '按局里的规定（现在是 1 次）' })).toHaveProperty('checked', true);
    await userEvent.click(screen.getByRole('radio', { name: '3 次' }));
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('规则：答错的题自动进入错题本，连续答对 3 次移到“已克服”。');
    await waitFor(async () =>
      expect((await readMistakes(person)).open).toMatchObject([{ questionId: 'j1', rightInARow: 2 }, { questionId: 'j2' }]),
    );
    expect(await readMistakeRule('somebody else')).toEqual({ rightInARow: 1 });
    await saveMistakeRule(person, null);
    expect((await readMistakes(person)).overcome).toMatchObject([{ questionId: 'j1', rightInARow: 1 }]);
  });

  it('law: after any answers and any changes of the rule, the book is as if the last rule had always been there', async () => {
    const given = Array.from({ length: 40 }, (_, n) => [`j${(n * 7) % 4}`, (n * n + n) % 3 !== 0] as const);
    for (const [n, one] of given.entries()) {
      await answer(one);
      if (n % 9 === 8) await saveMistakeRule(person, 1 + (n % 5));
    }
    await saveMistakeRule(person, 2);
    const changed = await database.mistakes.toArray();
    const responses = await database.responses.toArray();
    journal = await memoryBridge();
    for (const response of responses.toSorted((one, other) => one.at - other.at)) {
      await commit('test', [{ table: 'responses', put: response }, ...(await mistakeOps([response]))]);
    }
    expect(changed).toEqual(await database.mistakes.toArray());
  });

  it('says why it could not be saved, and changes nothing then', async () => {
    await answer(['j1', false], ['j1', true]);
    renderScreen(MistakesPage, []);
    await userEvent.click(await screen.findByRole('button', { name: '修改规则' }));
    await userEvent.click(await screen.findByRole('radio', { name: '1 次' }));
    journal.refuse('disk-full');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(await readMistakeRule(person)).toEqual({ rightInARow: 2 });
    expect((await readMistakes(person)).open).toMatchObject([{ questionId: 'j1' }]);
  });
});

describe('the export', () => {
  beforeEach(async () => {
    await answer(['j4', false], ['j1', false], ['j1', false], ['j2', false], ['j2', true], ['j2', true]);
    renderScreen(MistakesPage, []);
    await userEvent.click(await screen.findByRole('button', { name: '导出到 Word 或 Excel' }));
  });
  const start = async (): Promise<void> => {
    await waitFor(() => expect(screen.getByRole('button', { name: '导出' })).toHaveProperty('disabled', false));
    await userEvent.click(screen.getByRole('button', { name: '导出' }));
    await screen.findByText('✓ 已导出到：示例盘/错题');
  };

  it('hands the questions with what went wrong to the booklet, in published order', async () => {
    await start();
    expect(exported).toEqual([{ collection: 'collection', format: 'booklet-with-answers', title: '韦敏的错题', place: 'usb' }]);
    expect(collected.map(({ question, remark }) => [question?.id, remark])).toEqual([
      ['j1', '本人答错 2 次，最近作答 2026-09-01'],
      ['j4', '本人答错 1 次，最近作答 2026-09-01'],
    ]);
  });

  it('makes a table of all of them', async () => {
    await userEvent.click(await screen.findByRole('radio', { name: '待巩固和已克服，共 3 题' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Excel 表格' }));
    await start();
    const [{ reports }] = exported as [ExportRequest];
    expect(reports[0]?.rows).toEqual([
      [1, '党章', '判断题', '判断1', '错误', '解析文字', '《示例文件》第一条', 2, '待巩固', '2026-09-01'],
      [2, '党章', '判断题', '判断2', '错误', '解析文字', '《示例文件》第一条', 1, '已克服', '2026-09-01'],
      [3, '党史', '判断题', '判断4', '错误', '解析文字', '《示例文件》第一条', 1, '待巩固', '2026-09-01'],
    ]);
  });
});
