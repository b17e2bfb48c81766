import { expect, it } from 'vitest';
import { everything, filterLedger } from '@shared/projects/merge/filter.ts';
import { reportedMonths } from '@shared/projects/merge/facts.ts';
import { ledgerFigures, ledgerRow, type LedgerRow } from '@shared/projects/merge/ledger.ts';
import { lateNodes, longestFirst, missingReporters } from '@shared/projects/merge/lists.ts';
import { lastDueMonth, missingMonths, monthsBetween, reportedCounts } from '@shared/projects/merge/months.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { planNode } from '../fixture.ts';
import { monthly, returned } from './returns.ts';

const day = {
  today: '2026-09-10',
  rules: { yellowDays: 1, redDays: 10, reportDay: 25 },
  calendar: legalCalendar([]),
  dayOf: () => '2026-09-01',
};
const row = (...args: Parameters<typeof returned>): LedgerRow => ledgerRow(returned(...args), day);
const months = (...names: readonly string[]) => names.map((month) => ({ month, percent: 10 }));

it('counts late nodes and gives the light of the most overdue', () => {
  expect(row('p1', { finishes: ['2026-08-20', '2026-09-09', '2026-09-10', '2026-12-01'] })).toMatchObject({
    overdue: 2,
    delay: 15,
    light: 'red',
  });
  expect(row('p1', { finishes: ['2026-09-09'] })).toMatchObject({ overdue: 1, delay: 1, light: 'yellow' });
});

it('lets a project be late only while it runs', () => {
  for (const stage of ['draft', 'returned', 'closed', 'assessed', 'terminated'] as const)
    expect(row('p1', { stage, finishes: ['2026-08-20'] })).toMatchObject({ overdue: 0, light: 'green', missing: [] });
});

it('finds the months that are owed: from the approval to the last due day, without those that came', () => {
  const facts = { stage: 'approved', approvedOn: '2026-05-26', months: months('2026-07') } as const;
  expect(missingMonths(facts, '2026-09-25', 25)).toEqual(['2026-06', '2026-08']);
  expect(missingMonths(facts, '2026-09-26', 25)).toEqual(['2026-06', '2026-08', '2026-09']);
  expect(missingMonths({ ...facts, approvedOn: '2026-05-25' }, '2026-06-01', 25)).toEqual(['2026-05']);
  expect([lastDueMonth('2026-01-25', 25), lastDueMonth('2026-01-26', 25)]).toEqual(['2025-12', '2026-01']);
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

it('reads the progress of a month from what its report and those before it say', () => {
  const nodes = [planNode({ id: 'a', progress: 100 }), planNode({ id: 'b', weight: 3 })];
  const reports = [
    monthly('2026-04', [{ nodeId: 'b', percent: 40, actualFinish: '' }]),
    monthly('2026-03', [{ nodeId: 'a', percent: 100, actualFinish: '2026-03-20' }]),
  ];
  expect(reportedMonths(nodes, reports)).toEqual([
    { month: '2026-03', percent: 25 },
    { month: '2026-04', percent: 55 },
  ]);
});

it('lists late nodes, the longest late first, of projects that run', () => {
  const rows = [row('p1', { finishes: ['2026-09-01'] }), row('p2', { stage: 'closed', finishes: ['2026-01-01'] })];
  const nodes = [
    planNode({ id: 'n1', plannedFinish: '2026-09-08' }),
    planNode({ id: 'n2', plannedFinish: '2026-09-01', owner: '示例乙' }),
    planNode({ id: 'n3', plannedFinish: '2026-09-01', progress: 100 }),
  ];
  const late = longestFirst(lateNodes(rows, () => nodes, '2026-09-10'));
  expect(late.map(({ nodeId, owner, days }) => [nodeId, owner, days])).toEqual([
    ['n2', '示例乙', 9],
    ['n1', '李明华', 2],
  ]);
});

it('names units that did not report a month, and units without any project', () => {
  const rows = [
    row('p1', { unitId: 'u1', unitName: '甲县局', months: months('2026-08') }),
    row('p2', { unitId: 'u2', unitName: '乙县局' }),
    row('p3', { unitId: 'u2', unitName: '乙县局', approvedOn: '2026-08-26' }),
  ];
  const units = [
    { id: 'u1', name: '甲县局', kind: 'county' },
    { id: 'u3', name: '丙县局', kind: 'county' },
  ] as const;
  const { units: silent, withoutProjects } = missingReporters(rows, units, { month: '2026-08', reportDay: 25 });
  expect(silent.map(({ unitName, rows: own }) => [unitName, own.map(({ projectId }) => projectId)])).toEqual([['乙县局', ['p2']]]);
  expect(withoutProjects.map(({ name }) => name)).toEqual(['丙县局']);
});

it('narrows by what the screen offers, and counts what is left', () => {
  const rows = [
    row('p1', { unitName: '甲县局', total: 4, done: 1, finishes: ['2026-09-01'] }),
    row('p2', { unitName: '乙县局', year: 2025, stage: 'closed', total: 2, done: 2 }),
    row('p3', { unitName: '乙县局' }, { state: 'conflict' }),
  ];
  const ids = (filter: Partial<typeof everything>) => filterLedger(rows, { ...everything, ...filter }).map(({ projectId }) => projectId);
  expect(ids({})).toEqual(['p1', 'p2', 'p3']);
  expect(ids({ unit: '乙县局', year: 2026 })).toEqual(['p3']);
  expect(ids({ only: 'late' })).toEqual(['p1']);
  expect(ids({ only: 'conflict' })).toEqual(['p3']);
  expect(ids({ stage: 'closed' })).toEqual(['p2']);
  expect(ids({ light: 'yellow' })).toEqual(['p1']);
  expect(ids({ sought: '示例项目P2' })).toEqual(['p2']);
  expect(ledgerFigures(rows)).toEqual({ projects: 3, nodes: 7, done: 3, overdue: 1, late: 1, missing: 2, conflicts: 1, closed: 1 });
});

it('counts how many have reported each month', () => {
  const projects = [months('2026-07', '2026-08'), months('2026-08'), months()].map((reported) => ({ months: reported }));
  expect([...reportedCounts(projects)]).toEqual([
    ['2026-07', 1],
    ['2026-08', 2],
  ]);
});
