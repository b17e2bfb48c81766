import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { ProjectExportRequest } from '@shared/ipc/contract.ts';
import { succeed } from '@shared/model/failure.ts';
import type { ProjectEvent, Review, ReviewStage } from '@shared/model/project-event.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import { database } from '../../../renderer/data/database.ts';
import { commit } from '../../../renderer/data/work.ts';
import { ApprovalTab } from '../../../renderer/reviewing/approval/approval-tab.tsx';
import { useRoute } from '../../../renderer/route.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { node, returned, steps, submitted } from './fixture.ts';

let bridge: MemoryBridge;
let exports: ProjectExportRequest[];

beforeEach(async () => {
  exports = [];
  bridge = await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '示例U盘', freeBytes: 1e9, hasRepository: false }],
    'projects:export': (order) => {
      exports.push(order);
      return succeed({ folderLabel: '示例U盘', files: [], removable: true });
    },
  });
});

function show(...route: readonly string[]): void {
  window.location.hash = `#/reviewing/approval/${route.join('/')}`;
  renderScreen(AtRoute, []);
}

function AtRoute() {
  return <ApprovalTab route={useRoute().slice(2)} today="1970-01-21" />;
}

const press = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string | RegExp, text: string): Promise<void> => userEvent.type(await screen.findByLabelText(label), text);
const ownSteps = async (): Promise<ProjectEvent[]> => database.projectEvents.where('projectId').equals('p1').sortBy('at');

const reviewed = (stage: ReviewStage, changes: Partial<Review> = {}, side: ProjectEvent['side'] = 'bureau') => {
  const review = {
    stage,
    outcome: 'pass',
    opinion: '示例意见',
    conditions: '',
    scores: null,
    signer: '示例人员',
    meeting: '',
    date: '2026-02-01',
  };
  return { side, action: { kind: 'reviewed', review: { ...review, ...changes } as Review } } as const;
};
const approved = [reviewed('departmentReview'), reviewed('leaderReview'), reviewed('committeeReview')];

it('says the next step while nothing waits', async () => {
  show();
  expect(await screen.findByText(/没有等待审批的项目/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '去收上报包' }).getAttribute('href')).toBe('#/reviewing/ledger');
});

it('lists what waits by its step, and how long', async () => {
  await commit('test', returned(steps(submitted(1))));
  show();
  const row = within(await screen.findByRole('table', { name: '等待局里办理的项目' })).getAllByRole('row')[1]!;
  expect([...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())).toEqual([
    '示例低电压治理',
    '示例县供电局',
    '示例书记',
    '待职能部门预审',
    '1970-01-02',
    '19 天',
  ]);
  await press('待局党委会审（0）');
  expect(screen.getByText('这个环节没有待办的项目。')).toBeTruthy();
});

it('draws a long list in parts', async () => {
  const one = JSON.stringify(returned(steps(submitted(1))));
  const many = Array.from(
    { length: 60 },
    (_, number) => JSON.parse(one.replaceAll('p1', `q${number}`).replaceAll('e1', `f${number}`)) as WorkOp[],
  );
  await commit('test', many.flat());
  show();
  const table = await screen.findByRole('table', { name: '等待局里办理的项目' });
  expect(within(table).getAllByRole('link')).toHaveLength(50);
  await press('再显示一些（还有 10 项）');
  expect(within(table).getAllByRole('link')).toHaveLength(60);
});

it('enters an opinion with its scores weighed by the policy, and goes to the next review, never past it', async () => {
  await commit('test', returned(steps(submitted(1))));
  show('p1');
  await screen.findByRole('form', { name: '登记职能部门预审意见' });
  expect(screen.queryByRole('form', { name: /会审|再审/ })).toBeNull();
  await type(/^特色化/, '90');
  await type(/^可行性/, '80');
  await press('登记');
  expect(screen.getByRole('alert').textContent).toBe('评分要么三项都填，要么都不填，每项 0 到 100。');
  await type(/^价值度/, '70');
  expect(screen.getByText('加权得分：79')).toBeTruthy();
  await type('意见', '示例同意');
  await type('职能部门负责人', '示例部长');
  await press('登记');
  await screen.findByRole('form', { name: '登记分管局领导再审意见' });
  expect(await ownSteps()).toMatchObject([
    {
      after: 'e1',
      side: 'bureau',
      by: { personId: 'person-1', name: '韦敏' },
      action: {
        kind: 'reviewed',
        review: {
          stage: 'departmentReview',
          outcome: 'pass',
          opinion: '示例同意',
          conditions: '',
          scores: { distinctiveness: 90, feasibility: 80, value: 70 },
          signer: '示例部长',
          meeting: '',
          date: '1970-01-21',
        },
      },
    },
  ]);
  expect((await database.projectReturns.get('p1@key'))?.facts.stage).toBe('leaderReview');
});

it('asks for reasons, conditions and the meeting where they are needed', async () => {
  await commit('test', returned(steps(submitted(1), ...approved.slice(0, 2))));
  show('p1');
  const said = (): string => screen.getByRole('alert').textContent;
  await userEvent.click(await screen.findByRole('radio', { name: '退回修改' }));
  await press('登记');
  expect(said()).toBe('退回修改要写明理由。');
  await userEvent.click(screen.getByRole('radio', { name: '有条件同意' }));
  expect(said()).toBe('有条件同意要写明条件。');
  await type(/^条件/, '示例条件');
  expect(said()).toBe('请填写会议。');
  await type(/^会议（/, '第1次示例会');
  await type('会议记录人', '示例记录');
  await press('登记');
  await waitFor(async () => expect(await ownSteps()).toHaveLength(3));
  const { stage, conditions, baseline } = replay('p1', [...steps(submitted(1)), ...(await ownSteps())]);
  expect([stage, conditions, baseline]).toEqual(['approved', '示例条件', [node()]]);
});

it('shows what a new revision says otherwise, cell by cell', async () => {
  const second = [node({ owner: '示例乙', plannedFinish: '2026-04-15' }), node({ id: 'n2', order: 2, title: '示例验收' })];
  const events = steps(submitted(1), reviewed('departmentReview', { outcome: 'return' }), submitted(2, { effect: '示例新成效' }, second));
  await commit('test', returned(events));
  show('p1');
  const table = await screen.findByRole('table', { name: '逐格对照' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))).toEqual([
    ['申报表', '预期成效', '示例成效', '示例新成效'],
    ['节点 1 示例勘查', '责任人', '示例甲', '示例乙'],
    ['节点 1 示例勘查', '计划完成', '2026-03-31', '2026-04-15'],
    ['节点 2 示例验收', '新增节点', '（空）', '示例验收'],
  ]);
});

it('confirms that a project is closed, or returns it with reasons', async () => {
  const evidence = [{ id: 'f1', name: '示例报告.pdf', bytes: 2048, sha256: 'b'.repeat(64) }];
  const request = { kind: 'closingRequested', summary: '示例完成情况', indicators: [], evidence, date: '2026-11-01' } as const;
  await commit('test', returned(steps(submitted(1), ...approved, { side: 'branch', action: request })));
  show('p1');
  expect(await screen.findByText('示例完成情况')).toBeTruthy();
  expect(screen.getByText('示例报告.pdf')).toBeTruthy();
  await userEvent.click(await screen.findByRole('radio', { name: '退回，继续实施' }));
  await press('登记');
  expect(screen.getByRole('alert').textContent).toBe('退回修改要写明理由。');
  await userEvent.click(screen.getByRole('radio', { name: '同意销号' }));
  await type('审批人', '示例局长');
  await press('登记');
  await waitFor(async () =>
    expect((await ownSteps()).at(-1)?.action).toEqual({
      kind: 'closed',
      outcome: 'closed',
      opinion: '',
      signer: '示例局长',
      date: '1970-01-21',
    }),
  );
});

it('terminates with a reason, and takes the last step back while nobody has it', async () => {
  await commit('test', returned(steps(submitted(1))));
  show('p1');
  await press('终止项目');
  await press('终止');
  expect(screen.getByText('请写明终止的理由。')).toBeTruthy();
  await type('终止的理由（必填）', '示例理由');
  await press('终止');
  expect(await screen.findByText(/现在：已终止/)).toBeTruthy();
  await press('撤销最后一步');
  await press('撤销');
  expect(await screen.findByText(/现在：待职能部门预审/)).toBeTruthy();
  expect((await ownSteps()).map(({ action }) => action.kind)).toEqual(['terminated', 'undone']);
});

it('does not take a published step back', async () => {
  const events = steps(submitted(1), reviewed('departmentReview'));
  const put = { id: 'projects@1', package: 'projects', version: 1, at: 1, brought: { 'events:e2': '' } };
  await commit('test', [...returned(events), { table: 'projectsPublications', put }]);
  show('p1');
  expect(await screen.findByText('最后一步“职能部门预审 · 同意”已下发，不能撤销。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销最后一步' })).toBeNull();
});

it('keeps nothing where the disk refuses, and says so beside what was typed', async () => {
  await commit('test', returned(steps(submitted(1))));
  show('p1');
  await type('职能部门负责人', '示例部长');
  bridge.refuse('disk-full');
  await press('登记');
  expect((await screen.findByRole('alert')).textContent).toContain('磁盘');
  expect(screen.getByLabelText<HTMLInputElement>('职能部门负责人').value).toBe('示例部长');
  expect(await ownSteps()).toEqual([]);
});

it('reviews nothing that contradicts itself', async () => {
  await commit('test', returned(steps(submitted(1)), 'conflict'));
  show('p1');
  expect(await screen.findByText(/收到的上报互相矛盾/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '登记' })).toBeNull();
});

it('prints the approval form with the opinions so far', async () => {
  await commit('test', returned(steps(submitted(1), reviewed('departmentReview', { opinion: '示例预审意见' }))));
  show('p1');
  await press('打印审批表');
  await press(/^导出/);
  await waitFor(() => expect(exports).toHaveLength(1));
  expect(JSON.stringify(exports)).toContain('示例预审意见');
  expect(exports[0]?.files.map((file) => file.kind === 'form' && file.formats)).toEqual([['docx', 'pdf']]);
});
