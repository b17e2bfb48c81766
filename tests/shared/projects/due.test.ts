import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nothingDue, withProject, type Due, type DueDay, type GoingProject } from '@shared/projects/due.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { planNode } from './fixture.ts';

const day: DueDay = { today: '2026-03-21', dueSoonDays: 7, reportDay: 25 };

const going = (id: string, finishes: readonly string[], changes: Partial<GoingProject> = {}): GoingProject => ({
  project: { id, title: `项目${id}` },
  stage: 'draft',
  approvedOn: '',
  summary: summaryRow(
    id,
    finishes.map((plannedFinish, order) => planNode({ id: `${id}-${order}`, projectId: id, order, plannedFinish })),
  ),
  reported: [],
  ...changes,
});

const dueOf = (projects: readonly GoingProject[]): Due => projects.reduce((due, project) => withProject(due, project, day), nothingDue);

it('counts every node and names the first three by their dates', () => {
  const due = dueOf([
    going('a', ['2026-03-10', '2026-03-25', '2026-05-01']),
    going('b', ['2026-03-01', '2026-03-02', '2026-03-20', '2026-03-22', '']),
  ]);
  expect({ ...due.overdue, first: due.overdue.first.map(({ nodeId }) => nodeId) }).toEqual({
    count: 4,
    projects: 2,
    first: ['b-0', 'b-1', 'a-0'],
  });
  expect({ ...due.dueSoon, first: due.dueSoon.first.map(({ finish }) => finish) }).toEqual({
    count: 2,
    projects: 2,
    first: ['2026-03-22', '2026-03-25'],
  });
  expect(due.next).toEqual({
    nodeId: 'b-3',
    title: '现场勘查',
    owner: '李明华',
    finish: '2026-03-22',
    projectId: 'b',
    projectTitle: '项目b',
  });
});

it('counts the monthly reports that running projects owe', () => {
  const approved = { stage: 'approved', approvedOn: '2026-01-05' } as const;
  const due = dueOf([going('a', [], { ...approved, reported: ['2026-02'] }), going('b', [], approved), going('c', [])]);
  expect(due.missingReports).toEqual({
    count: 3,
    projects: 2,
    first: { projectId: 'a', projectTitle: '项目a', month: '2026-01', day: '2026-01-25' },
  });
  expect(due.reportsSoon).toMatchObject({ count: 2, projects: 2, first: { projectId: 'a', month: '2026-03', day: '2026-03-25' } });
});

it('tells the same nodes in whatever order the projects come', () => {
  const anyDay = fc.integer({ min: 1, max: 31 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
  const anyPlans = fc.array(fc.array(anyDay, { maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(anyPlans, (plans) => {
      const projects = plans.map((finishes, n) => going(`p${n}`, finishes));
      expect(dueOf(projects.toReversed())).toEqual(dueOf(projects));
    }),
  );
});
