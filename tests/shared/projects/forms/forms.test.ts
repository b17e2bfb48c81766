import { expect, test } from 'vitest';
import type { Form } from '@shared/model/form.ts';
import type { PlanChangeNote, Project } from '@shared/model/project.ts';
import type { Review } from '@shared/model/project-event.ts';
import { approvalForm } from '@shared/projects/forms/approval-form.ts';
import { changeOrder } from '@shared/projects/forms/change-order.ts';
import { closingForm } from '@shared/projects/forms/closing-form.ts';
import { firstState, type ProjectState } from '@shared/projects/lifecycle/state.ts';
import { planNode, project as plain } from '../fixture.ts';

const project: Project = {
  ...plain,
  contact: '陆小兰',
  startDate: '2026-03-02',
  endDate: '2026-11-30',
  background: '供电半径长',
  problem: '低电压',
  measures: '分片包干',
  effect: '台区清零',
  outcome: '工作法一套',
  indicators: [{ id: 'i', name: '中压故障', unit: '次', better: 'lower', baseline: 120, target: 65, actual: 61, lastYear: null }],
};
const review = (changes: Partial<Review>): Review => ({
  stage: 'departmentReview',
  outcome: 'pass',
  opinion: '切合实际',
  conditions: '',
  scores: { distinctiveness: 90, feasibility: 80, value: 100 },
  signer: '黄志强',
  meeting: '',
  date: '2026-02-05',
  ...changes,
});
const rows = (form: Form): string[] => form.rows.map(({ cells }) => cells.map(({ text }) => text).join('│'));
const fills = (form: Form): boolean =>
  form.rows.every(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0) === form.columns.length);
const weights = { distinctiveness: 0.3, feasibility: 0.3, value: 0.4 };
const emptySign = '签字：　　　　　　　　　　　　　　年　　月　　日';

test('an application before any review has its fields in the order of the form, and room to sign for every review', () => {
  const form = approvalForm(project, firstState, weights);
  expect(form.head).toEqual(['年度：2026年　　草稿']);
  expect(fills(form)).toBe(true);
  expect(rows(form)).toEqual([
    '项目编号│2026-017│选题方式│抢注接题',
    '项目名称│破解山区台区低电压难题',
    '党组织│示例县供电局 城区供电所党支部│书记│韦建国',
    '联系人│陆小兰│起止时间│2026年3月2日至\n2026年11月30日',
    '实施背景│供电半径长',
    '拟解决的\n问题│低电压',
    '主要举措│分片包干',
    '预期成效及\n成果形式│台区清零\n中压故障 120 → 65 次，下降 45.8 %\n成果形式：工作法一套',
    '评分│特色化│可行性│价值度│综合得分',
    '职能部门预审││││',
    '分管局领导再审││││',
    '局党委会审││││',
    `职能部门\n预审意见│${emptySign}`,
    `分管局领导\n再审意见│${emptySign}`,
    `局党委\n会审意见│会议时间：　　　年　　月　　日　第　　次党委会\n结论：□同意立项　□有条件同意立项　□退回修改\n${emptySign}`,
  ]);
});

test('what is under review is printed, not the draft; opinions, conditions, scores and the meeting stand in their places', () => {
  const state: ProjectState = {
    ...firstState,
    revision: 2,
    submission: { revision: 2, project: { ...project, title: '送审的题目' }, nodes: [] },
    reviews: [
      review({}),
      review({ stage: 'leaderReview', outcome: 'conditional', conditions: '补充措施', scores: null, signer: '覃丽', date: '2026-02-10' }),
      review({ stage: 'committeeReview', meeting: '第12次党委会', signer: '', date: '2026-02-27' }),
    ],
  };
  const form = approvalForm(project, state, weights);
  expect(form.head).toEqual(['年度：2026年　　第2次送审']);
  expect(form.fileName).toBe('书记项目申报审批表-送审的题目');
  expect(rows(form).slice(9)).toEqual([
    '职能部门预审│90│80│100│91',
    '分管局领导再审││││',
    '局党委会审│90│80│100│91',
    '职能部门\n预审意见│同意立项。\n切合实际\n签字：　　　　　　　　（黄志强）　2026年2月5日',
    '分管局领导\n再审意见│有条件同意立项。\n切合实际\n条件：补充措施\n签字：　　　　　　　　（覃丽）　2026年2月10日',
    '局党委\n会审意见│会议时间：2026年2月27日　第12次党委会\n结论：同意立项。\n切合实际\n签字：　　　　　　　　　　　2026年2月27日',
  ]);
  expect(rows(approvalForm(project, state))[9]).toBe('职能部门预审│90│80│100│');
});

const note = (changes: Partial<PlanChangeNote>): PlanChangeNote => ({
  id: 'c1',
  projectId: 'p1',
  nodeId: 'n1',
  nodeTitle: '现场勘查',
  stepId: 's1',
  field: 'plannedStart',
  before: '2026-03-01',
  after: '2026-03-08',
  reason: '雨季',
  approvedBy: '韦建国',
  by: { personId: 'a', name: '陆小兰', position: '' },
  at: Date.UTC(2026, 2, 1),
  ...changes,
});
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

test('a change order has a line for each node of a step, in the order in which they were made', () => {
  const later = Date.UTC(2026, 3, 9);
  const form = changeOrder(
    project,
    [
      note({ id: 'c4', stepId: 's3', nodeId: 'n3', nodeTitle: '', field: 'removed', before: '', after: '', approvedBy: '', at: later }),
      note({}),
      note({ id: 'c2', field: 'plannedFinish', before: '', after: '2026-04-07' }),
      note({
        id: 'c3',
        stepId: 's2',
        nodeId: 'n2',
        nodeTitle: '复查',
        field: 'added',
        before: '',
        after: '复查',
        reason: '补充',
        at: later - 1,
      }),
    ],
    dayOf,
  );
  expect(fills(form)).toBe(true);
  expect(rows(form)).toEqual([
    '节点│原计划│新计划│原因│批准人│日期',
    '现场勘查│计划开始：2026-03-01\n计划完成：（未定）│计划开始：2026-03-08\n计划完成：2026-04-07│雨季│韦建国│2026-03-01',
    '复查│（无此节点）│新增节点：复查│补充│韦建国│2026-04-08',
    '│节点：│（取消此节点）│雨季││2026-04-09',
  ]);
});

test('a closing form tells what was reached; before the request it can be filled in by hand', () => {
  const request = {
    kind: 'closingRequested',
    summary: '全部完成',
    indicators: project.indicators,
    evidence: [{ id: 'e', name: '验收报告.pdf', bytes: 1, sha256: 'ab' }],
    date: '2026-11-20',
  } as const;
  const decision = { kind: 'closed', outcome: 'closed', opinion: '目标达到', signer: '覃丽', date: '2026-11-28' } as const;
  const form = closingForm(project, { ...firstState, approvedOn: '2026-02-27', closing: { request, decision } }, [
    planNode({ progress: 100 }),
    planNode({ id: 'n2' }),
  ]);
  expect(fills(form)).toBe(true);
  expect(rows(form).slice(4)).toEqual([
    '批准日期│2026年2月27日│节点完成│共2个，已完成1个',
    '完成情况\n和成效│全部完成',
    '业务指标│单位│基线│目标│实际│上年同期│前后变化',
    '中压故障│次│120│65│61││下降 49.2 %，向好，已达目标 65',
    '佐证材料│1. 验收报告.pdf',
    '项目书记\n意见│签字：　　　　　　　　　　　2026年11月20日',
    `职能部门\n核验意见│${emptySign}`,
    '局党委\n销号意见│同意销号。\n目标达到\n签字：　　　　　　　　（覃丽）　2026年11月28日',
  ]);
  expect(rows(closingForm({ ...project, indicators: [] }, firstState, [])).at(-1)).toBe(
    `局党委\n销号意见│结论：□同意销号　□退回补充\n${emptySign}`,
  );
});

test('the longest project that work allows still makes forms that may travel', () => {
  const long: Project = { ...project, title: '长'.repeat(1_000), effect: '效'.repeat(32_767), outcome: '果'.repeat(32_767) };
  const form = approvalForm(long, firstState);
  expect(form.fileName.length).toBeLessThanOrEqual(120);
  expect(Math.max(...form.rows.flatMap(({ cells }) => cells.map(({ text }) => text.length)))).toBeLessThanOrEqual(40_000);
});
