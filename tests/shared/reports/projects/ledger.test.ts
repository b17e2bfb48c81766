import { expect, it } from 'vitest';
import { ledgerRow, type LedgerRow } from '@shared/projects/merge/ledger.ts';
import { lateNodes, missingReporters } from '@shared/projects/merge/lists.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { lateReport } from '@shared/reports/projects/late.ts';
import { ledgerReport } from '@shared/reports/projects/ledger.ts';
import { missingReport } from '@shared/reports/projects/missing.ts';
import { monthsReport } from '@shared/reports/projects/months.ts';
import { planNode } from '../../projects/fixture.ts';
import { returned } from '../../projects/merge/returns.ts';

const heading = { bureauName: '示例供电局', narrowed: '', today: '2026-09-26' };
const rules = { yellowDays: 1, redDays: 10, reportDay: 25 };
const row = (...args: Parameters<typeof returned>): LedgerRow =>
  ledgerRow(returned(...args), { today: heading.today, rules, calendar: legalCalendar([]), dayOf: () => '2026-08-20' });
const rows = [
  row('p1', {
    unitName: '甲县局',
    total: 8,
    done: 6,
    finishes: ['2026-09-20'],
    months: ['03', '04', '05', '06', '07', '08', '09'].map((month, place) => ({ month: `2026-${month}`, percent: 10 * place })),
  }),
  row('p2', { unitName: '乙县局', approvedOn: '2026-08-01', topicSource: 'self', total: 2, done: 1, score: 88.5, grade: '良好' }),
];

it('has the columns of 局台账 and a closing row', () => {
  const report = ledgerReport(rows, heading);
  expect(report.columns.map(({ title }) => title)).toEqual(
    '序号│单位│项目│书记│选题方式│批准日期│节点总数│已完成│逾期│完成率│最近上报│缺报月数│评审得分│等次'.split('│'),
  );
  expect(report.rows).toEqual([
    [1, '甲县局', '示例项目p1', '韦建国', '抢注接题', '2026-03-02', 8, 6, 1, 0.75, '2026-08-20', 0, null, ''],
    [2, '乙县局', '示例项目p2', '韦建国', '自主选题', '2026-08-01', 2, 1, 0, 0.5, '2026-08-20', 2, 88.5, '良好'],
  ]);
  expect(report.total).toEqual([null, '合计', '2个项目', '', '', '', 10, 7, 1, 0.7, '', null, null, '']);
});

it('says whose each late node is and how many days it is late', () => {
  const late = lateNodes(rows, () => [planNode({ plannedFinish: '2026-09-20' })], heading.today);
  expect(lateReport(late, heading).rows).toEqual([
    [1, '甲县局', '示例项目p1', '韦建国', '现场勘查', '李明华', '配电运维班', '2026-09-20', 6],
  ]);
});

it('lists projects that did not report a month, then units without any', () => {
  const missing = missingReporters(rows, [{ id: 'u9', name: '丙县局', kind: 'county' }], { month: '2026-09', reportDay: 25 });
  expect(missingReport(missing, heading, '2026-09').rows).toEqual([
    [1, '乙县局', '示例项目p2', '韦建国', '未报月度进展', '2026-08-20', '2026年8月、2026年9月'],
    [2, '丙县局', '', '', '没有书记项目', '', ''],
  ]);
});

it('puts months beside projects, and counts who reported', () => {
  const report = monthsReport(rows, heading, 2026);
  expect(report.rows[0]).toEqual([1, '甲县局', '示例项目p1', null, null, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, null, null, null, 0]);
  expect(report.total?.slice(3)).toEqual(['0个', '0个', '1个', '1个', '1个', '1个', '1个', '1个', '1个', '0个', '0个', '0个', 2]);
});
