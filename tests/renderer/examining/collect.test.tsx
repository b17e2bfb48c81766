import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { ExportRequest, OpenedAnswers } from '@shared/ipc/contract.ts';
import { withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import { paperHash } from '@shared/exam/quarterly/record.ts';
import type { Happening } from '@shared/model/exam-record.ts';
import { succeed } from '@shared/model/failure.ts';
import { readRecords } from '../../../renderer/data/examining/exam-records.ts';
import { commit } from '../../../renderer/data/work.ts';
import { ExamsTab } from '../../../renderer/examining/exams/exams-tab.tsx';
import { bureauExam, candidate, storedPaper } from '../../support/bureau-exams.ts';
import { answered, handedIn, header, incoming, recordOf } from '../../support/exam-records.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';

const stored = storedPaper();
const satHash = paperHash(withoutKey(stored.paper));
const sealed = { startCode: 'ABCD-EFGH-JKMN', file: 'c2VhbGVk', recipient: `age1${'q'.repeat(58)}`, at: 1 };
const exam = bureauExam({
  sealed,
  publications: [{ package: 'exam-2026-q4', version: 1, at: 2, withKey: false }],
  candidates: [candidate(1), candidate(2), candidate(3, { unitName: '示例分局' }), candidate(4)],
});

const record = (number: number, happenings: readonly Happening[]) => {
  const { id: personId, name, unitName } = candidate(number);
  return incoming(recordOf(header({ personId, name, unitName, paper: satHash }), happenings));
};
const whole = record(1, [answered('exam-question-1', 0), { kind: 'left' }, { kind: 'returned', awayMs: 5_000 }, handedIn]);
const fork = record(1, [answered('exam-question-1', 1), handedIn]);
const half = record(2, [answered('exam-question-2', 0)]);
const stranger = { ...incoming(recordOf(header({ examId: 'exam-9', personId: 'x', name: '示例外人' }), [])) };

/** Files in places, by token. */
const files: Readonly<Record<string, OpenedAnswers>> = {
  first: { file: '示例县.sanxun-answers', ok: true, records: [whole, half] },
  again: { file: '示例县2.sanxun-answers', ok: true, records: [whole, stranger] },
  foreign: { file: '外局.sanxun-answers', ok: false, failure: { kind: 'not-for-us', subject: '外局.sanxun-answers' } },
  fork: { file: '示例县3.sanxun-answers', ok: true, records: [fork] },
};
let exports: ExportRequest[];
let chosen: readonly string[];

beforeEach(async () => {
  exports = [];
  chosen = [];
  const listed = (tokens: readonly string[]) => tokens.map((token) => ({ token, name: token, bytes: 1 }));
  await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '党建U盘', freeBytes: 1e9, hasRepository: false }],
    'exam:choose-answers': () => listed(chosen),
    'exam:find-answers': () => succeed(listed(chosen)),
    'exam:open-answers': (token) => files[token]!,
    'exports:write': (order) => {
      exports.push(order);
      return succeed({ folderLabel: '党建U盘', files: [], removable: true });
    },
  });
  await commit('test', [
    { table: 'exams', put: exam },
    { table: 'papers', put: stored },
    {
      table: 'paperScores',
      put: { id: 'exam-1:person-4', examId: 'exam-1', personId: 'person-4', variant: '', parts: [], absent: true, note: '', at: 1 },
    },
  ]);
  renderScreen(ExamsTab, ['exam-1', 'collect']);
});

async function take(how: '读取这里的答卷' | '选择答卷文件', ...tokens: readonly string[]): Promise<void> {
  chosen = tokens;
  await userEvent.click(await screen.findByRole('button', { name: how }));
}

const outcomes = async (): Promise<readonly string[]> => {
  const table = await screen.findByRole('table', { name: '收到的文件' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
};

it('takes files in, each with its outcome; one that is refused stops none of the others', async () => {
  await take('读取这里的答卷', 'foreign', 'first', 'again');
  await waitFor(async () => expect(await outcomes()).toHaveLength(3));
  const [foreign, first, again] = await outcomes();
  expect(foreign).toContain('没有收');
  expect(foreign).toContain('不是发给本机的');
  expect(first).toBe('示例县.sanxun-answers2 份新收 2');
  expect(again).toBe('示例县2.sanxun-answers2 份已有 1不是本局的考试 1');
  expect(screen.getByText(/不是这台电脑上的考试/).textContent).toContain('示例外人');
  expect((await readRecords('exam-1')).map(({ personId, state }) => [personId, state])).toEqual([
    ['person-1', 'complete'],
    ['person-2', 'unfinished'],
  ]);
});

it('says who is missing by unit, without those whose absence was keyed in, and writes the list', async () => {
  await take('选择答卷文件', 'first');
  expect(await screen.findByRole('heading', { name: '未交 1 人' })).toBeTruthy();
  expect(screen.getByText('示例分局（1 人）').parentElement?.textContent).toContain('示例人员3');
  expect(screen.getByText(/另有 1 人在“录分”里登记/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '导出未交名单' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '导出' }));
  await waitFor(() => expect(exports[0]?.reports[0]?.rows).toEqual([[1, '示例分局', '示例支部', '示例人员3', 'S3', '专职']]));
});

it('finds a record by its receipt code, with or without the hyphen', async () => {
  await take('选择答卷文件', 'first');
  await userEvent.type(await screen.findByLabelText('按姓名、单位或回执码查找'), whole.receipt.replace('-', '').toLowerCase());
  const rows = within(screen.getByRole('table', { name: '已收的答卷' }))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['示例人员1']);
  expect(rows[0]?.textContent).toContain(whole.receipt);
});

it('shows two records of one sitting side by side, and keeps both when one is chosen', async () => {
  await take('选择答卷文件', 'first', 'fork');
  await userEvent.click(await screen.findByRole('button', { name: '处理：示例县供电局 示例人员1' }));
  const dialog = await screen.findByRole('dialog', { name: '示例县供电局 示例人员1 的两份答卷' });
  expect(await within(dialog).findByText('前 1 步相同，之后不同。')).toBeTruthy();
  const [one, other] = ['第 1 份', '第 2 份'].map((name) => within(dialog).getByRole('region', { name }));
  expect(one?.textContent).toContain(whole.receipt);
  expect(one?.textContent).toContain('离开答题窗口1 次');
  expect(one?.textContent).toContain('客观题得分0 / 10');
  expect(other?.textContent).toContain('客观题得分2.5 / 10');
  const table = within(dialog).getByRole('table', { name: '有 1 道题的作答不同' });
  expect(within(table).getAllByRole('row')[1]?.textContent).toBe('1AB');
  await userEvent.click(within(other!).getByRole('button', { name: '以这一份为准' }));
  await waitFor(() => expect(screen.queryByText('有冲突的答卷')).toBeNull());
  expect((await readRecords('exam-1')).map(({ receipt, state }) => [receipt, state])).toEqual([
    [whole.receipt, 'setAside'],
    [fork.receipt, 'complete'],
    [half.receipt, 'unfinished'],
  ]);
});

it('says so where no answer file was found', async () => {
  await take('读取这里的答卷');
  expect(await screen.findByText(/没有找到答卷文件/)).toBeTruthy();
});
