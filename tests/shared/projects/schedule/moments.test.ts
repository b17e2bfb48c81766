import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTypes, moments, type Dependency, type Moment, type PlanNode } from '@shared/model/project.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { forecast } from '@shared/projects/schedule/forecast.ts';
import { pushForward } from '@shared/projects/schedule/push.ts';
import { schedulePlan } from '@shared/projects/schedule/schedule.ts';
import { planNode } from '../fixture.ts';
import { isWorkedByHand, nextDay } from './fixture.ts';

const years = [{ year: 2026, basis: '', off: ['2026-03-06', '2026-03-09'], work: ['2026-03-14'] }];
const calendar = legalCalendar(years);

const workdays: readonly string[] = Array.from({ length: 400 })
  .reduce<string[]>((days) => [...days, nextDay(days.at(-1) ?? '')], ['2026-01-01'])
  .filter((day) => isWorkedByHand(years, day));

const dayAt = (place: number): string => workdays[place] ?? '';

/** As Microsoft Project reckons: the evening of a workday and the morning of the next are one moment, and these moments have numbers. */
interface Place {
  readonly start: number;
  readonly finish: number;
}

/** Nothing goes before the plan begins. */
const planStart = 100;

/** Of a node by its length in workdays, 0 for a moment, as early as its links allow. */
function placeByHand(length: number, links: readonly (Pick<Dependency, 'type' | 'lag'> & { readonly from: Place })[]): Place {
  const starts = links.map(({ type, lag, from }) => {
    const anchor = (type.startsWith('F') ? from.finish : from.start) + lag;
    return type.endsWith('S') ? anchor : anchor - length;
  });
  const start = Math.max(planStart, ...starts);
  return { start, finish: start + length };
}

const daysOf = ({ start, finish }: Place, moment: Moment | undefined): { start: string; finish: string } => {
  const day = dayAt(start === finish && moment === 'morning' ? start : finish - 1);
  return { start: start === finish ? day : dayAt(start), finish: day };
};

const anyRow = fc.record({
  length: fc.constantFrom(0, 0, 1, 3, 12),
  moment: fc.constantFrom(...moments),
  links: fc.array(fc.record({ back: fc.nat({ max: 5 }), type: fc.constantFrom(...linkTypes), lag: fc.integer({ min: -3, max: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

type Row = typeof anyRow extends fc.Arbitrary<infer T> ? T : never;

/** A plan of rows after a first node of four workdays, with the places where they belong. */
function planOf(rows: readonly Row[]): { readonly nodes: readonly PlanNode[]; readonly places: readonly Place[] } {
  const places: Place[] = [{ start: planStart, finish: planStart + 4 }];
  const nodes = [planNode({ id: 'n0', plannedStart: dayAt(planStart), plannedFinish: dayAt(planStart + 3) })];
  for (const { length, moment, links } of rows) {
    const found = links.map((link) => ({ ...link, from: Math.max(0, nodes.length - 1 - link.back) }));
    const dependencies = found.map(({ from, type, lag }) => ({ nodeId: `n${from}`, type, lag, elapsed: false }));
    places.push(
      placeByHand(
        length,
        found.map((link) => ({ ...link, from: places[link.from] ?? never })),
      ),
    );
    const dates = { plannedStart: dayAt(planStart), plannedFinish: dayAt(planStart + Math.max(1, length) - 1) };
    nodes.push(planNode({ id: `n${nodes.length}`, ...dates, dependencies, ...(length === 0 ? { moment } : {}) }));
  }
  return { nodes, places };
}

const never: Place = { start: 0, finish: 0 };

const moment = (kind: Moment, day: string, changes: Partial<PlanNode> = {}): PlanNode =>
  planNode({ id: 'm', moment: kind, plannedStart: day, plannedFinish: day, dependencies: [after('a')], ...changes });

const after = (nodeId: string): Dependency => ({ nodeId, type: 'FS', lag: 0, elapsed: false });

describe('nodes that take no time', () => {
  it('lie between workdays, as they do for one who numbers the evenings', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 10 }), (rows) => {
        const { nodes, places } = planOf(rows);
        const { earliest } = schedulePlan(nodes, calendar);
        expect([...earliest]).toEqual(nodes.map((node, n) => [node.id, daysOf(places[n] ?? never, node.moment)]));
        const early = nodes.map((node) => ({
          ...node,
          plannedStart: earliest.get(node.id)?.start ?? '',
          plannedFinish: earliest.get(node.id)?.finish ?? '',
        }));
        expect(schedulePlan(early, calendar).violations).toEqual([]);
        expect(pushForward(early, calendar)).toEqual(early);
        expect([...forecast(early, calendar, '2026-01-01')]).toEqual([...earliest]);
      }),
    );
  });

  const before = planNode({ id: 'a', plannedStart: '2026-03-02', plannedFinish: '2026-03-05' });
  const behind = planNode({ id: 'b', plannedStart: '2026-03-10', plannedFinish: '2026-03-11', dependencies: [after('m')] });

  it.each([
    ['evening', '2026-03-05'],
    ['morning', '2026-03-10'],
  ] as const)('hold nothing up: the %s of %s between two nodes', (kind, day) => {
    expect(schedulePlan([before, moment(kind, day), behind], calendar).violations).toEqual([]);
  });

  it.each([
    ['evening', '2026-03-05'],
    ['morning', '2026-03-10'],
  ] as const)('move as one day where they come too early: to the %s of %s', (kind, day) => {
    const early = moment(kind, '2026-03-03');
    expect(schedulePlan([before, early], calendar).violations).toEqual([
      { nodeId: 'm', dependency: after('a'), field: 'plannedStart', earliest: day },
    ]);
    expect(pushForward([before, early, behind], calendar)).toEqual([before, { ...early, plannedStart: day, plannedFinish: day }, behind]);
  });

  it.each([
    ['morning', {}, '2026-03-12'],
    ['evening', {}, '2026-03-12'],
    ['evening', { progress: 50 }, '2026-03-12'],
    ['evening', { progress: 100 }, '2026-03-05'],
    ['morning', { actualFinish: '2026-03-11' }, '2026-03-11'],
  ] as const)('once overdue they are forecast for today, but not what is done: %s %o', (kind, changes, day) => {
    const late = moment(kind, '2026-03-05', { dependencies: [], ...changes });
    expect(forecast([late], calendar, '2026-03-12').get('m')).toEqual({ start: day, finish: day });
  });

  it('take time again once somebody gives them two days', () => {
    const longer = moment('evening', '2026-03-05', { plannedFinish: '2026-03-10', dependencies: [] });
    expect(schedulePlan([longer, behind], calendar).violations).toMatchObject([{ nodeId: 'b', earliest: '2026-03-11' }]);
  });
});
