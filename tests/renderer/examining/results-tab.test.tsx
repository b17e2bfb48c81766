import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { ExportRequest } from '@shared/ipc/contract.ts';
import { succeed } from '@shared/model/failure.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { absentOrFailed } from '../../../renderer/data/examining/exam-results.ts';
import { commit } from '../../../renderer/data/work.ts';
import { ResultsTab } from '../../../renderer/examining/results/results-tab.tsx';
import { SessionContext } from '../../../renderer/session.tsx';
import { answerTo, candidate, examOf, recordOf, storedPaper } from '../../support/exam-material.ts';
import { installExamWorkers } from '../../support/exam-workers.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { choice, item, judge } from '../../shared/exam/questions.ts';

const questions = [choice('a', [0], { section: '党史', topic: '会议' }), judge('b', true)] as const;
const exam = examOf([0, 1, 2].map(candidate), { title: '2026年第三季度考试' });
const record = (n: number, right: boolean) =>
  recordOf(
    candidate(n),
    questions.map((question) => [question.id, answerTo(question, right)] as const),
  );
let orders: ExportRequest[];

beforeEach(async () => {
  orders = [];
  installExamWorkers();
  await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '党建U盘', freeBytes: 1e9, hasRepository: false }],
    'exports:write': (order) => {
      orders.push(order);
      return succeed({ folderLabel: '党建U盘', files: [], removable: true });
    },
  });
  const rows: WorkOp[] = [
    { table: 'exams', put: exam },
    { table: 'papers', put: storedPaper(questions.map((question) => item(question, 50))) },
    { table: 'examRecords', put: record(0, true) },
    { table: 'examRecords', put: record(1, false) },
  ];
  await commit('test', rows);
});

const show = (...route: string[]) =>
  render(
    <SessionContext value={session}>
      <ResultsTab route={route} />
    </SessionContext>,
  );

const figure = (name: string): string => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ?? '';

it('says what to do while there is no exam', async () => {
  await memoryBridge();
  show();
  await screen.findByText(/还没有考试/);
});

it('counts again when another record comes in', async () => {
  show();
  await screen.findByText('应考');
  expect(['应考', '实考', '缺考', '参考率', '合格率', '平均分'].map(figure)).toEqual(['3 人', '2 人', '1 人', '66.67%', '50.00%', '50']);
  await commit('test', [{ table: 'examRecords', put: record(2, true) }]);
  await waitFor(() => expect(['实考', '缺考', '合格率'].map(figure)).toEqual(['3 人', '0 人', '66.67%']));
});

it('shows the people by unit', async () => {
  show('exam-1', 'people');
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '单位' }), '示例1局');
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  expect(within(table).getByText('人员1')).toBeTruthy();
});

it('shows the blind spots with how many answers they rest on', async () => {
  show('exam-1', 'matrix');
  expect((await screen.findByRole('table')).textContent).toContain('示例0局 0支部100.00%（1） 少100.00%（1） 少');
});

it('exports every table in one go', async () => {
  show('exam-1', 'export');
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  await screen.findByText('可以拔出U盘。');
  expect(orders.map(({ reports }) => reports.map(({ title }) => title))).toEqual([
    [
      '示例县供电局2026年第三季度党务知识考试成绩汇总表（个人）',
      '示例县供电局2026年第三季度党务知识考试成绩汇总表',
      '示例县供电局2026年第三季度党务知识考试知识盲点分析表',
      '示例县供电局2026年第三季度党务知识考试试题分析表',
      '示例县供电局2026年度党务知识考试合格率及评先评优名单',
    ],
  ]);
});

it('knows who may sit the make-up', async () => {
  expect(await absentOrFailed('exam-1')).toEqual(['p1', 'p2']);
  expect(await absentOrFailed('no such exam')).toEqual([]);
});
