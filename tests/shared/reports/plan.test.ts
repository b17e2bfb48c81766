import { expect, test } from 'vitest';
import { planReport } from '@shared/reports/plan.ts';
import { planNode, project } from '../projects/fixture.ts';

test('the plan table in the order of its nodes, states as words, progress as a fraction', () => {
  const nodes = [
    planNode({ id: 'n3', order: 3, plannedStart: '2026-06-01', plannedFinish: '2026-06-30' }),
    planNode({ id: 'n1', order: 1, actualFinish: '2026-03-30', progress: 100 }),
    planNode({ id: 'n2', order: 2, progress: 40, note: '雨季' }),
    planNode({ id: 'n4', order: 4, plannedFinish: '2026-06-30' }),
  ];
  const report = planReport(project, nodes, '2026-04-10');
  expect(report.orientation).toBe('landscape');
  expect(report.fileName).toBe('推进计划表-破解山区台区低电压难题-2026-04-10');
  expect(report.head).toEqual([
    '项目名称：破解山区台区低电压难题',
    '项目编号：2026-017　　书记：韦建国　　支部：示例县供电局 城区供电所党支部　　填表日期：2026-04-10',
  ]);
  expect(report.columns.map(({ title }) => title).join(' ')).toBe(
    '序号 阶段 节点 具体工作内容及职责 完成标准（成果形式） 责任人 责任部门 计划开始 计划完成 实际完成 进度 状态 偏差（天） 备注',
  );
  expect(report.rows[1]).toEqual([
    2,
    '实施',
    '现场勘查',
    '逐户核对负荷',
    '勘查报告',
    '李明华',
    '配电运维班',
    '2026-03-01',
    '2026-03-31',
    '',
    0.4,
    '逾期',
    10,
    '雨季',
  ]);
  expect(report.rows.map((row) => [row[11], row[12]])).toEqual([
    ['已完成', -1],
    ['逾期', 10],
    ['未开始', null],
    ['进行中', null],
  ]);
  expect(report.foot[0]).toBe('节点共4个：未开始1个，进行中1个，已完成1个，逾期1个；总体进度35%。');
});

test('the longest project that work allows still makes a report that may travel', () => {
  const long = {
    ...project,
    title: '长'.repeat(1_000),
    number: '9'.repeat(1_000),
    secretary: '书'.repeat(1_000),
    branch: '𠀀'.repeat(500),
  };
  const report = planReport(long, [], '2026-04-10');
  expect(Math.max(...report.head.map((text) => text.length))).toBeLessThanOrEqual(500);
  expect(report.fileName.length).toBeLessThanOrEqual(120);
  expect(report.head.every((text) => text.isWellFormed())).toBe(true);
});
