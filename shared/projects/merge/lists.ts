import { compare } from '../../compare.ts';
import type { PlanNode } from '../../model/project.ts';
import type { Unit } from '../../model/roster.ts';
import { daysBetween } from '../days.ts';
import { nodeState } from '../states.ts';
import type { LedgerRow } from './ledger.ts';
import { hasReported, owesMonth } from './months.ts';

/** A line of the late list (逾期节点). */
export interface LateNode {
  readonly row: LedgerRow;
  readonly nodeId: string;
  readonly title: string;
  readonly owner: string;
  readonly department: string;
  /** 'YYYY-MM-DD'. */
  readonly plannedFinish: string;
  /** Calendar days. */
  readonly days: number;
}

/** The late nodes of projects, in their order. `nodesOf` gives the plan that was returned, by the id of its row. */
export function lateNodes(rows: readonly LedgerRow[], nodesOf: (rowId: string) => readonly PlanNode[], today: string): readonly LateNode[] {
  const daysLate = daysUntil(today);
  return rows.flatMap((row) =>
    row.overdue === 0
      ? []
      : nodesOf(row.id).flatMap((node) => (nodeState(node, today) === 'overdue' ? lateNode(row, node, daysLate(node.plannedFinish)) : [])),
  );
}

/** The longest late first; as they were where they are equally late. There may be tens of thousands, of a few hundred days. */
export function longestFirst(late: readonly LateNode[]): readonly LateNode[] {
  const byDays = Map.groupBy(late, ({ days }) => days);
  return [...byDays.keys()].toSorted((one, other) => other - one).flatMap((days) => byDays.get(days) ?? []);
}

/** Calendar days from a date to a day, each date reckoned once. */
function daysUntil(today: string): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    const days = known.get(date) ?? daysBetween(date, today);
    known.set(date, days);
    return days;
  };
}

const lateNode = (row: LedgerRow, { id, title, owner, department, plannedFinish }: PlanNode, days: number): LateNode => ({
  row,
  nodeId: id,
  title,
  owner,
  department,
  plannedFinish,
  days,
});

/** 缺报 of a month: units with projects that owe its report, and units that have no project at all. */
export interface MissingReporters {
  readonly units: readonly { readonly unitName: string; readonly rows: readonly LedgerRow[] }[];
  readonly withoutProjects: readonly Unit[];
}

/**
 * Who has not reported a month ('YYYY-MM'). `units` are those of the roster; a project's unit need not be among them. A branch
 * without a roster has typed its unit's name: that name is the unit too.
 */
export function missingReporters(
  rows: readonly LedgerRow[],
  units: readonly Unit[],
  { month, reportDay }: { readonly month: string; readonly reportDay: number },
): MissingReporters {
  const silent = rows.filter(({ facts }) => owesMonth(facts, month, reportDay) && !hasReported(facts, month)).toSorted(byUnit);
  const ids = new Set(rows.map(({ facts }) => facts.unitId));
  const names = new Set(rows.map(({ facts }) => facts.unitName.trim()));
  return {
    units: [...Map.groupBy(silent, ({ facts }) => facts.unitName)].map(([unitName, own]) => ({ unitName, rows: own })),
    withoutProjects: units.filter(({ id, name }) => !ids.has(id) && !names.has(name.trim())),
  };
}

export const byUnit = (one: LedgerRow, other: LedgerRow): number =>
  compare(one.facts.unitName, other.facts.unitName) ||
  compare(one.facts.number, other.facts.number) ||
  compare(one.facts.title, other.facts.title) ||
  compare(one.projectId, other.projectId);
