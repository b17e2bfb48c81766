import { expect, test } from 'vitest';
import { planReport, type PlanToPrint } from '@shared/reports/plan.ts';
import { planNode, project } from '../projects/fixture.ts';

const report = (changes: Partial<PlanToPrint> = {}) =>
  planReport({ project, nodes: [], baseline: [], today: '2026-04-10', evidence: new Map(), paper: null, ...changes });
const cells = (changes: Partial<PlanToPrint>, ...titles: readonly string[]) => {
  const { columns, rows } = report(changes);
  return rows.map((row) => titles.map((title) => row[columns.findIndex((column) => column.title === title)]));
};

test('the plan table in the order of its nodes, states as words, with all columns of the form', () => {
  const nodes = [
    planNode({ id: 'n3', order: 3, plannedStart: '2026-06-01', plannedFinish: '2026-06-30' }),
    planNode({ id: 'n1', order: 1, actualFinish: '2026-03-30', progress: 100 }),
    planNode({ id: 'n2', order: 2, progress: 40, supporters: '营销部', nextSteps: '增派人手', note: '雨季' }),
    planNode({ id: 'n4', order: 4, plannedFinish: '2026-06-30' }),
  ];
  const made = report({ nodes, evidence: new Map([['n2', ['照片.jpg', '签到表.pdf']]]) });
  expect([made.orientation, made.paper, made.fileName]).toEqual(['landscape', 'A4', '推进计划表-破解山区台区低电压难题-2026-04-10']);
  expect(made.head).toEqual([
    '项目名称：破解山区台区低电压难题',
    '项目编号：2026-017　　书记：韦建国　　支部：示例县供电局 城区供电所党支部',
    '批准版本：未批准　　填表日期：2026-04-10',
  ]);
  expect(made.columns.map(({ title }) => title).join('│')).toBe(
    '序号│阶段│节点│具体工作内容及职责│完成标准（成果形式）│责任人│责任部门│配合单位│计划开始│计划完成│调整后完成│实际完成│进度%│状态│偏差（天）│佐证材料│存在问题及下一步措施│备注',
  );
  expect(made.rows[1]).toEqual([
    2,
    '实施',
    '现场勘查',
    '逐户核对负荷',
    '勘查报告',
    '李明华',
    '配电运维班',
    '营销部',
    '2026-03-01',
    '2026-03-31',
    '',
    '',
    40,
    '逾期',
    10,
    '照片.jpg\n签到表.pdf',
    '增派人手',
    '雨季',
  ]);
  expect(cells({ nodes }, '状态', '偏差（天）')).toEqual([
    ['已完成', -1],
    ['逾期', 10],
    ['未开始', null],
    ['进行中', null],
  ]);
  expect(made.foot[0]).toBe('节点共4个：未开始1个，进行中1个，已完成1个，逾期1个；总体进度35%。');
});

test('after the approval the approved dates stand beside the present ones, and deviations are from the approved plan', () => {
  const baseline = ['same', 'moved', 'late', 'done'].map((id) => planNode({ id }));
  const nodes = [
    planNode({ id: 'same', order: 1, plannedFinish: '2026-03-31', actualFinish: '2026-03-31' }),
    planNode({ id: 'moved', order: 2, plannedFinish: '2026-05-31' }),
    planNode({ id: 'late', order: 3, plannedFinish: '2026-04-05' }),
    planNode({ id: 'done', order: 4, plannedFinish: '2026-04-05', actualFinish: '2026-04-07' }),
    planNode({ id: 'added', order: 5, plannedStart: '2026-07-01', plannedFinish: '2026-07-31' }),
  ];
  const plan = { nodes, baseline, approval: { revision: 2, approvedOn: '2026-02-27' } };
  expect(cells(plan, '计划完成', '调整后完成', '状态', '偏差（天）')).toEqual([
    ['2026-03-31', '', '已完成', 0],
    ['2026-03-31', '2026-05-31', '已调整', 10],
    ['2026-03-31', '2026-04-05', '逾期', 10],
    ['2026-03-31', '2026-04-05', '已完成', 7],
    ['2026-07-31', '', '已调整', null],
  ]);
  expect(report(plan).head[2]).toBe('批准版本：第2次送审稿（2026-02-27批准）　　填表日期：2026-04-10');
  expect(report({ baseline }).head[2]).toContain('批准版本：已批准');
});

test('twelve nodes go on A3, fewer on A4, and a size that was asked for is kept', () => {
  const nodes = (count: number) => Array.from({ length: count }, (_, n) => planNode({ id: `n${n}`, order: n }));
  expect(report({ nodes: nodes(11) }).paper).toBe('A4');
  expect(report({ nodes: nodes(12) }).paper).toBe('A3');
  expect(report({ nodes: nodes(12), paper: 'A4' }).paper).toBe('A4');
});

test('the longest project that work allows still makes a report that may travel', () => {
  const long = {
    ...project,
    title: '长'.repeat(1_000),
    number: '9'.repeat(1_000),
    secretary: '书'.repeat(1_000),
    branch: '𠀀'.repeat(500),
  };
  const { head, fileName } = report({ project: long });
  expect(Math.max(...head.map((text) => text.length))).toBeLessThanOrEqual(500);
  expect(fileName.length).toBeLessThanOrEqual(120);
  expect(head.every((text) => text.isWellFormed())).toBe(true);
});
