import { expect, test } from 'vitest';
import type { MonthlyReport } from '@shared/model/project.ts';
import { monthlyReport } from '@shared/reports/projects/monthly.ts';
import { project } from '../../projects/fixture.ts';

const month = (name: string, progress: string): MonthlyReport => ({
  id: `p1:${name}`,
  projectId: 'p1',
  month: name,
  reporter: '陆小兰',
  position: '党建专责',
  progress,
  problem: '物资未到',
  coordination: '请物资部协调',
  next: '增派人手',
  nodes: [],
  indicators: [],
  at: 0,
});

test('months stand in their order, whatever the order in which they were written', () => {
  const report = monthlyReport(project, [month('2026-05', '完成改造'), month('2026-04', '完成勘查')]);
  expect(report.rows).toEqual([
    ['2026-04', '陆小兰', '党建专责', '完成勘查', '物资未到', '请物资部协调', '增派人手'],
    ['2026-05', '陆小兰', '党建专责', '完成改造', '物资未到', '请物资部协调', '增派人手'],
  ]);
  expect(report.fileName).toBe('月度进展-破解山区台区低电压难题-2026-04-2026-05');
});

test('one month is named once, none not at all', () => {
  expect(monthlyReport(project, [month('2026-05', '')]).fileName).toBe('月度进展-破解山区台区低电压难题-2026-05');
  expect(monthlyReport(project, []).fileName).toBe('月度进展-破解山区台区低电压难题');
});
