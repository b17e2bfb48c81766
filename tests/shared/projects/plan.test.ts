import { expect, test } from 'vitest';
import { checkNode } from '@shared/projects/check.ts';
import { insertAt, orderBetween } from '@shared/projects/order.ts';
import { projectSummary, standing, summaryRow } from '@shared/projects/summary.ts';
import { planNode } from './fixture.ts';

test('the summary counts states and names what is next and late', () => {
  const done = planNode({ id: 'done', order: 1, actualFinish: '2026-03-01' });
  const later = planNode({ id: 'later', order: 2, plannedFinish: '2026-06-30', progress: 50 });
  const next = planNode({ id: 'next', order: 4, plannedStart: '2026-05-01', plannedFinish: '2026-05-31' });
  const undated = planNode({ id: 'undated', order: 3, plannedStart: '', plannedFinish: '' });
  const late = planNode({ id: 'late', order: 5, plannedFinish: '2026-04-01', progress: 25 });
  const longest = planNode({ id: 'longest', order: 6, plannedFinish: '2026-03-05' });
  expect(projectSummary([done, later, undated, next, late, longest], '2026-04-20')).toEqual({
    total: 6,
    counts: { done: 1, underway: 1, notStarted: 2, overdue: 2 },
    percent: 29,
    next,
    overdue: [longest, late],
  });
});

test('an empty plan stands at 0, and only a finished one at 100', () => {
  expect(projectSummary([], '2026-04-20')).toMatchObject({ total: 0, percent: 0, next: null, overdue: [] });
  const nearly = [...Array.from({ length: 300 }, () => planNode({ progress: 100 })), planNode({ progress: 99 })];
  expect(projectSummary(nearly, '2026-03-20').percent).toBe(99);
});

test('nodes count by weight; those of weight 0 do not, unless all are', () => {
  const percent = (...nodes: readonly (readonly [weight: number, progress: number])[]): number =>
    projectSummary(
      nodes.map(([weight, progress]) => planNode({ weight, progress })),
      '2026-03-20',
    ).percent;
  expect([percent([3, 100], [1, 0]), percent([1, 100], [0, 0]), percent([0, 100], [0, 0])]).toEqual([75, 100, 50]);
  expect(percent(...Array.from({ length: 10 }, (_, place) => [0.1, place < 5 ? 100 : 0] as const))).toBe(50);
});

test('the summary row lists what is open by its planned finish, and stands as the plan itself does', () => {
  const nodes = [
    planNode({ id: 'undated', order: 1, plannedStart: '', plannedFinish: '' }),
    planNode({ id: 'done', order: 2, progress: 100 }),
    planNode({ id: 'late', order: 3, plannedFinish: '2026-04-01', title: '', owner: '' }),
    planNode({ id: 'today', order: 4, plannedFinish: '2026-04-20' }),
    planNode({ id: 'soon', order: 5, plannedFinish: '2026-04-27' }),
    planNode({ id: 'ahead', order: 6, plannedFinish: '2026-04-28' }),
  ];
  const row = summaryRow('p1', nodes);
  const open = (id: string, finish: string, title = '现场勘查', owner = '李明华') => ({ nodeId: id, title, owner, finish });
  const [late, today, soon, ahead] = [
    open('late', '2026-04-01', '', ''),
    open('today', '2026-04-20'),
    open('soon', '2026-04-27'),
    open('ahead', '2026-04-28'),
  ];
  expect(row).toEqual({ id: 'p1', total: 6, done: 1, percent: 16, open: [late, today, soon, ahead, open('undated', '')] });
  expect(standing(row, '2026-04-20', 7)).toEqual({ overdue: [late], dueSoon: [today, soon], next: today });
  expect(standing(summaryRow('p1', []), '2026-04-20', 7)).toEqual({ overdue: [], dueSoon: [], next: null });
});

test('a complete node has no gaps; a blank one names them all', () => {
  expect(checkNode(planNode())).toEqual([]);
  const blank = planNode({ title: ' ', owner: '', duty: '\n', deliverable: '', plannedStart: '', plannedFinish: '' });
  expect(checkNode(blank)).toEqual(['title', 'owner', 'duty', 'deliverable', 'plannedStart', 'plannedFinish']);
  expect(checkNode(planNode({ plannedFinish: '2026-02-28' }))).toEqual(['finishBeforeStart']);
});

test('an order lies between its neighbours until no number is left', () => {
  expect([orderBetween(null, null), orderBetween(null, 3), orderBetween(3, null), orderBetween(1, 2)]).toEqual([1, 2, 4, 1.5]);
  expect(orderBetween(1, 1 + Number.EPSILON)).toBeNull();
});

test('a row put into the same gap a hundred times always lands there', () => {
  let nodes = [planNode({ id: 'first', order: 1 }), planNode({ id: 'last', order: 2 })];
  const wanted = ['first', 'last'];
  for (let count = 0; count < 100; count += 1) {
    const changed = new Map(insertAt(nodes, 1, planNode({ id: `new${count}` })).map((node) => [node.id, node]));
    wanted.splice(1, 0, `new${count}`);
    nodes = [...nodes.filter((node) => !changed.has(node.id)), ...changed.values()].sort((a, b) => a.order - b.order);
    expect(nodes.map((node) => node.id)).toEqual(wanted);
  }
});

test('moving a row changes only that row', () => {
  const nodes = ['a', 'b', 'c'].map((id, index) => planNode({ id, order: index + 1 }));
  expect(insertAt(nodes, 0, nodes[2] ?? planNode())).toEqual([{ ...nodes[2], order: 0 }]);
});
