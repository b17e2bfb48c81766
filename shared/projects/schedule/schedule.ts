import type { Dependency, PlanNode } from '../../model/project.ts';
import { dayOfNumber } from '../days.ts';
import type { LegalCalendar } from './calendar.ts';
import { earliestPlace, forwardPass, lengthOf, plannedStretch, type Stretches } from './forward.ts';
import { daysOf, isMoment } from './moments.ts';
import { needOf } from './need.ts';
import { networkOf, type GoneLink, type Network } from './network.ts';
import type { WorkdayCount } from './workdays.ts';

/** First and last day, 'YYYY-MM-DD'. */
export interface Span {
  readonly start: string;
  readonly finish: string;
}

/** Planned dates that a link does not allow. */
export interface Violation {
  readonly nodeId: string;
  readonly dependency: Dependency;
  readonly field: 'plannedStart' | 'plannedFinish';
  /** The first day that the link allows. */
  readonly earliest: string;
}

export interface Schedule {
  /** As early as the links allow, with the planned workdays each; a node without predecessors where it is planned. Nodes without dates are left out. */
  readonly earliest: ReadonlyMap<string, Span>;
  readonly violations: readonly Violation[];
  /** Ids in the order of the circle. The link that closes it is left out of the reckoning. */
  readonly cycles: readonly (readonly string[])[];
  readonly gone: readonly GoneLink[];
  /** Ids of nodes that are planned to finish before they start; reckoned as one day. */
  readonly reversed: readonly string[];
  /** Years that were reckoned by plain weekdays, since no table of theirs is installed. */
  readonly plainYears: readonly number[];
}

/** Reckons the links of a plan: what they allow at the earliest, and what is wrong with them. */
export function schedulePlan(nodes: readonly PlanNode[], calendar: LegalCalendar): Schedule {
  const network = networkOf(nodes);
  const planned = nodes.map((node) => plannedStretch(node, calendar.count));
  const earliest = spansOf(nodes, earliestStretches(planned, network, calendar.count));
  return {
    earliest,
    violations: violationsOf(nodes, planned, network, calendar.count),
    cycles: network.cycles,
    gone: network.gone,
    reversed: nodes.filter(isReversed).map(({ id }) => id),
    plainYears: plainYears([...earliest.values()], calendar),
  };
}

function earliestStretches(planned: Stretches, network: Network, count: WorkdayCount): Stretches {
  const planStart = planned.reduce((least, stretch) => Math.min(least, stretch?.start ?? least), Number.POSITIVE_INFINITY);
  return forwardPass(network, count, (position, need) => {
    const own = planned[position] ?? null;
    const isFree = network.incoming[position]?.length === 0;
    if (!own || isFree) return own;
    return earliestPlace(lengthOf(own, count), { start: Math.max(need.start, planStart), finish: need.finish }, count);
  });
}

function violationsOf(nodes: readonly PlanNode[], planned: Stretches, { incoming }: Network, count: WorkdayCount): Violation[] {
  return incoming.flat().flatMap(({ from, to, dependency }): Violation[] => {
    const [predecessor, own, node] = [planned[from], planned[to], nodes[to]];
    if (!predecessor || !own || !node) return [];
    const need = needOf(dependency, predecessor, count);
    if (own.start >= need.start && own.finish >= need.finish) return [];
    const field = own.start < need.start && node.plannedStart !== '' ? 'plannedStart' : 'plannedFinish';
    const earliest = isMoment(node) ? daysOf(node, earliestPlace(0, need, count)).start : Math.max(need.start, need.finish);
    return [{ nodeId: node.id, dependency, field, earliest: dayOfNumber(earliest) }];
  });
}

const isReversed = ({ plannedStart, plannedFinish }: PlanNode): boolean => plannedFinish !== '' && plannedFinish < plannedStart;

/** Stretches of nodes as days, by their ids. */
export function spansOf(nodes: readonly PlanNode[], stretches: Stretches): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const [place, node] of nodes.entries()) {
    const stretch = stretches[place];
    if (!stretch) continue;
    const { start, finish } = daysOf(node, stretch);
    spans.set(node.id, { start: dayOfNumber(start), finish: dayOfNumber(finish) });
  }
  return spans;
}

/** Years of these spans, and between their ends, that the calendar has no table of; in order. */
export function plainYears(spans: readonly Span[], calendar: LegalCalendar): number[] {
  const years = new Set<number>();
  for (const { start, finish } of spans) {
    for (let year = Number(start.slice(0, 4)); year <= Number(finish.slice(0, 4)); year += 1) years.add(year);
  }
  return [...years].filter((year) => !calendar.knows(year)).sort((one, other) => one - other);
}

/** Years that the dates of a plan lie in and the calendar has no table of. */
export const yearsWithoutCalendar = (nodes: readonly PlanNode[], calendar: LegalCalendar): number[] =>
  plainYears(
    nodes.flatMap(({ plannedStart, plannedFinish, actualStart, actualFinish }) =>
      [spanOf(plannedStart, plannedFinish), spanOf(actualStart, actualFinish)].filter((span) => span.start !== ''),
    ),
    calendar,
  );

const spanOf = (start: string, finish: string): Span => ({ start: start || finish, finish: finish || start });
