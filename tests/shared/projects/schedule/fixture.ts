import fc from 'fast-check';
import type { HolidayYear } from '@shared/model/policy.ts';
import { linkTypes, type Dependency, type PlanNode } from '@shared/model/project.ts';
import { dayNumber, dayOfNumber } from '@shared/projects/days.ts';
import { planNode } from '../fixture.ts';

export const nextDay = (day: string): string => dayOfNumber(dayNumber(day) + 1);

/** Days from 2025 to 2028. */
export const anyDayNear = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2028-12-31') }).map(dayOfNumber);

const daysOf = (year: number) =>
  fc.uniqueArray(
    fc.integer({ min: 0, max: 364 }).map((day) => dayOfNumber(dayNumber(`${year}-01-01`) + day)),
    { maxLength: 60 },
  );

/** Some of the years 2026 and 2027, with days off and worked at any place. */
export const anyCalendar: fc.Arbitrary<HolidayYear[]> = fc
  .tuple(
    ...[2026, 2027].map((year) =>
      fc.option(fc.record({ off: daysOf(year), work: daysOf(year) }).map((days) => ({ year, basis: '', ...days }))),
    ),
  )
  .map((years) => years.filter((year) => year !== null));

/** What a day is, told without any reckoning. */
export function isWorkedByHand(years: readonly HolidayYear[], day: string): boolean {
  if (years.some(({ work }) => work.includes(day))) return true;
  if (years.some(({ off }) => off.includes(day))) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

const anyLag = fc.oneof(fc.constant(0), fc.integer({ min: -8, max: 8 }), fc.constantFrom(0.5, -0.5, 1.25, -2.75));

const anyDependency = (nodeIds: readonly string[]): fc.Arbitrary<Dependency> =>
  fc.record({ nodeId: fc.constantFrom(...nodeIds), type: fc.constantFrom(...linkTypes), lag: anyLag, elapsed: fc.boolean() });

/** The turn of a year: what is told day by day must not be long. */
const anyPlannedDay = fc.integer({ min: dayNumber('2026-11-20'), max: dayNumber('2027-02-10') }).map(dayOfNumber);

const anyDates = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(anyPlannedDay, fc.integer({ min: 0, max: 20 }))
      .map(([start, days]) => [start, dayOfNumber(dayNumber(start) + days)] as const),
  },
  { weight: 1, arbitrary: anyPlannedDay.map((day) => ['', day] as const) },
  { weight: 1, arbitrary: fc.constant(['', ''] as const) },
);

/** Plans of up to nine nodes whose links go to nodes before them, in a table of any order. */
export const anyPlan: fc.Arbitrary<PlanNode[]> = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, place) => `n${place}`);
  const nodes = ids.map((id, place) =>
    fc
      .record({
        dates: anyDates,
        dependencies: place === 0 ? fc.constant([]) : fc.array(anyDependency(ids.slice(0, place)), { maxLength: 3 }),
      })
      .map(({ dates: [plannedStart, plannedFinish], dependencies }) =>
        planNode({ id, order: place, plannedStart, plannedFinish, dependencies }),
      ),
  );
  return fc.tuple(...nodes).chain((plan) => fc.shuffledSubarray(plan, { minLength: size }));
});

/** The same with links to any node, also itself: mostly with circles. */
export const anyTangle: fc.Arbitrary<PlanNode[]> = fc.integer({ min: 1, max: 7 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, place) => `n${place}`);
  const nodes = ids.map((id) =>
    fc.array(anyDependency([...ids, 'gone']), { maxLength: 3 }).map((dependencies) => planNode({ id, dependencies })),
  );
  return fc.tuple(...nodes);
});
