import { expect, it } from 'vitest';
import { rankProjects } from '@shared/projects/assessment/ranking.ts';
import { projectScore } from '@shared/projects/assessment/score.ts';
import { rankingReport, scoreSheet } from '@shared/reports/projects/assessment.ts';
import { assessmentOf, given } from '../../projects/assessment/setting.ts';

const assessment = assessmentOf({ projectIds: ['p1', 'p2'] });
const marks = [
  ...['j1', 'j2', 'j3'].map((judge, place) => given('p1', judge, 90 + place, 90 + place, 90 + place)),
  ...['j1', 'j2', 'j3'].map((judge) => given('p2', judge, 70, 70, 70)),
];
const heading = { bureauName: '示例供电局', assessment, today: '2026-12-20' };
const facts = { title: '示例项目', unitName: '甲县局', secretary: '示例书记' };
const results = assessment.projectIds.map((id) => projectScore(assessment, id, marks));

it('prints what every judge gave and whether it counts', () => {
  const [first] = results;
  const sheet = first && scoreSheet(heading, facts, first, marks);
  expect(sheet?.columns.map(({ title }) => title)).toEqual(['评委', '价值度', '完成质量', '推广性', '得分', '计分', '意见']);
  expect(sheet?.rows).toEqual([
    ['示例评委1', 90, 90, 90, 90, '去掉最低', ''],
    ['示例评委2', 91, 91, 91, 91, '计入', ''],
    ['示例评委3', 92, 92, 92, 92, '去掉最高', ''],
    ['示例评委4', null, null, null, null, '未评', ''],
    ['示例评委5', null, null, null, null, '未评', ''],
  ]);
  expect(sheet?.total).toEqual(['平均', 91, 91, 91, 91, '', '']);
});

it('ranks them for the responsibility assessment', () => {
  const report = rankingReport(heading, rankProjects(assessment, results), (id) => (id === 'p1' ? facts : null));
  expect(report.rows).toEqual([
    [1, '甲县局', '示例项目', '示例书记', 91, '合格', 1, ''],
    [2, '', 'p2', '', 70, '合格', 2, ''],
  ]);
  expect(report.head[1]).toBe('（尚未定稿，仅供核对）');
});
