import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dependency, PlanNode } from '@shared/model/project.ts';
import { blockersOf } from '@shared/projects/schedule/blockers.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { compareWithBaseline } from '@shared/projects/schedule/comparison.ts';
import { forecast, lastFinish } from '@shared/projects/schedule/forecast.ts';
import { lightOf, outlookOf, summaryDelay } from '@shared/projects/schedule/light.ts';
import { pushForward } from '@shared/projects/schedule/push.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { planNode } from '../fixture.ts';
import { anyCalendar, anyDayNear, anyPlan } from './fixture.ts';

/** Monday to Friday without holidays. March 2026 begins on a Sunday. */
const weekdays = legalCalendar([]);
const rules = { yellowDays: 1, redDays: 10 };

const after = (nodeId: string, type: Dependency['type'] = 'FS', lag = 0): Dependency => ({ nodeId, type, lag, elapsed: false });

/** Ten workdays: Monday 2 to Friday 13 March 2026. */
const ten = (changes: Partial<PlanNode> = {}): PlanNode =>
  planNode({ plannedStart: '2026-03-02', plannedFinish: '2026-03-13', ...changes });

describe('the forecast of a node', () => {
  it.each([
    ['not yet begun', ten(), '2026-02-01', '2026-03-02', '2026-03-13'],
    ['of which nothing is reported', ten(), '2026-03-12', '2026-03-02', '2026-03-13'],
    ['overdue without a word', ten(), '2026-03-18', '2026-03-02', '2026-03-18'],
    ['half done at half time', ten({ progress: 50 }), '2026-03-09', '2026-03-02', '2026-03-13'],
    ['half done on its last day: five workdays are left', ten({ progress: 50 }), '2026-03-13', '2026-03-02', '2026-03-19'],
    ['with a tenth left, on a Saturday', ten({ progress: 90 }), '2026-03-21', '2026-03-02', '2026-03-23'],
    ['ahead of its plan', ten({ progress: 90 }), '2026-03-03', '2026-03-02', '2026-03-13'],
    ['begun earlier than planned', ten({ actualStart: '2026-02-27' }), '2026-03-03', '2026-02-27', '2026-03-13'],
    ['finished late', ten({ actualStart: '2026-03-03', actualFinish: '2026-03-20' }), '2026-04-01', '2026-03-03', '2026-03-20'],
    ['finished early', ten({ actualFinish: '2026-03-05' }), '2026-04-01', '2026-03-02', '2026-03-05'],
    ['at 100 % ahead of its plan, without a date', ten({ progress: 100 }), '2026-03-10', '2026-03-02', '2026-03-10'],
  ])('%s', (_name, node, today, start, finish) => {
    expect(forecast([node], weekdays, today)).toEqual(new Map([['n1', { start, finish }]]));
  });

  it('moves with what it waits for, and not with what is begun', () => {
    const late = ten({ id: 'late', progress: 50 });
    const waiting = planNode({ id: 'waiting', plannedStart: '2026-03-16', plannedFinish: '2026-03-17', dependencies: [after('late')] });
    const begun = { ...waiting, id: 'begun', progress: 10 };
    const spans = forecast([late, waiting, begun], weekdays, '2026-03-13');
    expect(spans.get('waiting')).toEqual({ start: '2026-03-20', finish: '2026-03-23' });
    expect(spans.get('begun')).toEqual({ start: '2026-03-13', finish: '2026-03-17' });
    expect(lastFinish(spans.values())).toBe('2026-03-23');
  });

  it('is left out without dates', () => {
    expect(forecast([ten({ plannedStart: '', plannedFinish: '' })], weekdays, '2026-03-13')).toEqual(new Map());
    expect(lastFinish([])).toBe('');
  });

  it('is the pushed plan as long as nothing is due or reported', () => {
    fc.assert(
      fc.property(anyPlan, anyCalendar, (plan, years) => {
        const calendar = legalCalendar(years);
        const pushed = pushForward(plan, calendar).flatMap(({ id, plannedStart, plannedFinish }) =>
          plannedFinish === '' ? [] : [[id, { start: plannedStart || plannedFinish, finish: plannedFinish }] as const],
        );
        const spans = forecast(plan, calendar, '2026-01-01');
        expect([...spans].map(([id, { finish }]) => [id, finish])).toEqual(pushed.map(([id, { finish }]) => [id, finish]));
      }),
    );
  });

  it('never comes earlier as days go by, nor later as progress is made', () => {
    const anyProgress = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(anyPlan, anyCalendar, anyProgress, anyDayNear, anyDayNear, (plan, years, progress, one, other) => {
        const calendar = legalCalendar(years);
        const [soon, late] = one < other ? [one, other] : [other, one];
        const begun = plan.map((node, place) => ({ ...node, progress: progress[place] ?? 0 }));
        const further = begun.map((node) => (node.progress === 0 ? node : { ...node, progress: Math.min(99, node.progress + 20) }));
        const finish = (nodes: readonly PlanNode[], today: string): string => lastFinish(forecast(nodes, calendar, today).values());
        expect(finish(begun, soon) <= finish(begun, late)).toBe(true);
        expect(finish(further, soon) <= finish(begun, soon)).toBe(true);
      }),
    );
  });
});

describe('the outlook of a plan', () => {
  it.each([
    [0, 'green'],
    [1, 'yellow'],
    [9, 'yellow'],
    [10, 'red'],
  ] as const)('a delay of %d workdays is %s', (delay, light) => {
    expect(lightOf(delay, rules)).toBe(light);
  });

  it('is never worse than on time without a delay, whatever the thresholds', () => {
    expect([lightOf(0, { yellowDays: 0, redDays: 0 }), lightOf(-3, { yellowDays: 0, redDays: 0 })]).toEqual(['green', 'green']);
  });

  it('compares the forecast with what was approved', () => {
    const baseline = [ten(), ten({ id: 'n2', plannedStart: '2026-03-16', plannedFinish: '2026-03-27' })];
    const nodes = [ten({ actualFinish: '2026-03-13' }), ten({ id: 'n2', plannedStart: '2026-03-23', plannedFinish: '2026-04-03' })];
    const outlook = outlookOf({ nodes, baseline, calendar: weekdays, today: '2026-03-20' });
    expect({ ...outlook, spans: null }).toEqual({
      spans: null,
      approvedFinish: '2026-03-27',
      forecastFinish: '2026-04-03',
      overdue: 0,
      behind: 5,
    });
  });

  it('an overdue node is told though the whole is on time; the summary tells the same', () => {
    const nodes = [ten(), ten({ id: 'n2', plannedStart: '2026-12-01', plannedFinish: '2026-12-31' })];
    const outlook = outlookOf({ nodes, baseline: [], calendar: weekdays, today: '2026-03-27' });
    expect(outlook).toMatchObject({ approvedFinish: '2026-12-31', forecastFinish: '2026-12-31', overdue: 10, behind: 0 });
    expect(summaryDelay(summaryRow('p1', nodes), weekdays, '2026-03-27')).toBe(10);
  });

  it('of a plan without dates has none, and no delay', () => {
    const nodes = [ten({ plannedStart: '', plannedFinish: '' })];
    expect(outlookOf({ nodes, baseline: [], calendar: weekdays, today: '2026-03-27' })).toEqual({
      spans: new Map(),
      approvedFinish: '',
      forecastFinish: '',
      overdue: 0,
      behind: 0,
    });
  });
});

describe('what blocks a node', () => {
  const fresh = planNode({ id: 'fresh' });
  const begun = planNode({ id: 'begun', progress: 5 });
  const done = planNode({ id: 'done', actualFinish: '2026-03-05' });
  const all = [fresh, begun, done];
  const blocking = (dependency: Dependency, own: Partial<PlanNode> = {}): string[] =>
    blockersOf(planNode({ id: 'own', dependencies: [dependency], ...own }), all).map(({ node, blocks }) => `${node.id} ${blocks}`);

  it('is an unfinished predecessor, or one that has not begun', () => {
    const types = ['FS', 'SS', 'FF', 'SF'] as const;
    const table = types.map((type) => all.flatMap(({ id }) => blocking(after(id, type))));
    expect(table).toEqual([['fresh start', 'begun start'], ['fresh start'], ['fresh finish', 'begun finish'], ['fresh finish']]);
  });

  it('with a lead only what has not begun, and nothing that is gone', () => {
    expect(all.flatMap(({ id }) => blocking(after(id, 'FS', -2)))).toEqual(['fresh start']);
    expect(blocking(after('gone'))).toEqual([]);
  });

  it('is nothing once it is done, and no start once it has begun', () => {
    expect(blocking(after('fresh'), { actualFinish: '2026-03-01' })).toEqual([]);
    expect(blocking(after('fresh'), { progress: 1 })).toEqual([]);
    expect(blocking(after('fresh', 'FF'), { progress: 1 })).toEqual(['fresh finish']);
  });
});

describe('the comparison with the approved plan', () => {
  const compare = (nodes: readonly PlanNode[], baseline: readonly PlanNode[]) =>
    compareWithBaseline({ nodes, baseline, forecasts: forecast(nodes, weekdays, '2026-03-13'), calendar: weekdays });

  it('shows what moved, what came and what went', () => {
    const kept = ten({ id: 'kept', owner: '王芳', plannedFinish: '2026-03-17' });
    const added = ten({ id: 'added', actualFinish: '2026-03-12' });
    const removed = ten({ id: 'removed', title: '取消的节点' });
    expect(compare([kept, added], [ten({ id: 'kept' }), removed])).toEqual([
      {
        nodeId: 'kept',
        title: '现场勘查',
        owner: '王芳',
        originalOwner: '李明华',
        original: { start: '2026-03-02', finish: '2026-03-13' },
        present: { start: '2026-03-02', finish: '2026-03-17' },
        actual: { start: '', finish: '' },
        forecastFinish: '2026-03-17',
        done: false,
        deviation: 2,
        changed: ['plannedFinish', 'owner'],
      },
      {
        nodeId: 'added',
        title: '现场勘查',
        owner: '李明华',
        originalOwner: '李明华',
        original: null,
        present: { start: '2026-03-02', finish: '2026-03-13' },
        actual: { start: '', finish: '2026-03-12' },
        forecastFinish: '',
        done: true,
        deviation: -1,
        changed: ['added'],
      },
      {
        nodeId: 'removed',
        title: '取消的节点',
        owner: '李明华',
        originalOwner: '李明华',
        original: { start: '2026-03-02', finish: '2026-03-13' },
        present: null,
        actual: { start: '', finish: '' },
        forecastFinish: '',
        done: false,
        deviation: null,
        changed: ['removed'],
      },
    ]);
  });

  it('before the approval compares the plan with itself, and says nothing where there is no date', () => {
    const rows = compare([ten(), ten({ id: 'undated', plannedFinish: '' }), ten({ id: 'n3', progress: 100 })], []);
    expect(rows.map(({ changed, deviation }) => [changed, deviation])).toEqual([
      [[], 0],
      [[], null],
      [[], null],
    ]);
  });
});
