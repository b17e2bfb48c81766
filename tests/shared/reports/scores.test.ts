import { expect, test } from 'vitest';
import { scoreReport, type ScoreReportInput } from '@shared/reports/scores.ts';
import { attempt, huang, result, shortItem, wei } from './fixture.ts';

const input = (attempts: ScoreReportInput['attempts']): ScoreReportInput => ({
  kind: 'mock',
  unitName: '示例县供电局',
  people: [wei, huang],
  attempts,
  today: '2026-09-05',
  dayOf: (instant) => `2026-08-${String(instant / 1_000).padStart(2, '0')}`,
});

test('one row a sitting, by person and time, scores by type as numbers', () => {
  const second = attempt({ id: 'a2', handedInAt: 3_000, endedBy: 'time', result: result({ score: 60, passed: true }) });
  const other = attempt({ id: 'a3', personId: 'huang', handedInAt: 1_000 });
  const report = scoreReport(input([second, other, attempt()]));
  expect(report.title).toBe('示例县供电局党务知识模拟自测成绩汇总表');
  expect(report.fileName).toBe('示例县供电局党务知识模拟自测成绩汇总表-2026-09-05');
  expect(report.head).toEqual(['填表日期：2026-09-05　　参加人数：2　　作答场次：3　　合格场次：1　　合格率：33.33%　　合格线：80%']);
  expect(report.columns.map(({ title }) => title).join(' ')).toBe(
    '序号 单位 支部 姓名 工号 专/兼职 职务 场次 交卷日期 单选 判断 总分 满分 是否合格 作答方式 备注',
  );
  expect(report.rows).toEqual([
    [1, '示例县供电局', '城区党支部', '韦建国', '0450001', '专职', '党建专责', '第1场', '2026-08-02', 20.5, 20, 40.5, 60, '否', '机', ''],
    [
      2,
      '示例县供电局',
      '城区党支部',
      '韦建国',
      '0450001',
      '专职',
      '党建专责',
      '第2场',
      '2026-08-03',
      20.5,
      20,
      60,
      60,
      '是',
      '机',
      '到时自动交卷',
    ],
    [3, '示例县供电局', '城区党支部', '黄丽', '0450002', '兼职', '支部委员', '第1场', '2026-08-01', 20.5, 20, 40.5, 60, '否', '机', ''],
  ]);
});

test('open sittings are left out; somebody who left the roster is said to be unknown', () => {
  const open = attempt({ id: 'open', state: 'open', handedInAt: null, result: null });
  const report = scoreReport(input([open, attempt({ personId: 'gone' })]));
  expect(report.rows).toEqual([[1, '', '', '', '', '', '', '第1场', '2026-08-02', 20.5, 20, 40.5, 60, '否', '机', '名册中无此人']]);
});

test('a sitting with answers to mark is not failed yet', () => {
  const waiting = attempt({ result: result({ unmarked: 20, items: [...result().items, shortItem] }) });
  const [row] = scoreReport(input([waiting])).rows;
  expect(row?.slice(9)).toEqual([20.5, 20, 0, 40.5, 60, '待评', '机', '另有20分待人工评分']);
});

test('a type that this paper lacks is empty, not 0; differing pass lines stand in their rows', () => {
  const judgeOnly = attempt({ id: 'a2', handedInAt: 3_000, passLine: 60, result: result({ items: result().items.slice(2) }) });
  const report = scoreReport(input([attempt(), judgeOnly]));
  expect(report.rows.map((row) => [row[9], row[10], row.at(-1)])).toEqual([
    [20.5, 20, '合格线80%'],
    [null, 20, '合格线60%'],
  ]);
  expect(report.head[0]).not.toContain('合格线');
});

test('no sittings give an empty table without a rate', () => {
  const report = scoreReport(input([]));
  expect(report.rows).toEqual([]);
  expect(report.head).toEqual(['填表日期：2026-09-05　　参加人数：0　　作答场次：0　　合格场次：0']);
});

test('a very long unit name still fits what a report may carry', () => {
  const report = scoreReport({ ...input([]), unitName: '供电局'.repeat(200) });
  expect(report.title.length).toBeLessThanOrEqual(200);
  expect(report.fileName.length).toBeLessThanOrEqual(120);
});

test('exams and mock tests stand in tables of their own; an exam whose result is not released in none', () => {
  const exam = {
    examId: 'e',
    title: '考试',
    recipient: '',
    package: 'exam-2026-q3',
    quarter: '2026-Q3',
    variant: '',
    closesAt: 9,
    release: 'key',
  } as const;
  const released = attempt({ id: 'e1', kind: 'exam', exam });
  const sealed = attempt({ id: 'e2', personId: 'huang', kind: 'exam', exam, result: null });
  const both = [attempt(), released, sealed];
  expect(scoreReport(input(both)).rows.map((row) => row[7])).toEqual(['第1场']);
  const report = scoreReport({ ...input(both), kind: 'exam' });
  expect(report.title).toBe('示例县供电局党务知识每季一考成绩汇总表（本机）');
  expect(report.rows.map((row) => [row[3], row[7]])).toEqual([['韦建国', '2026-Q3']]);
});
