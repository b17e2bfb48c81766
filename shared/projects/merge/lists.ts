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

/** The late nodes of projects, the longest late first. `nodesOf` gives the plan that was returned, by the id of its row. */
export function lateNodes(rows: readonly LedgerRow[], nodesOf: (rowId: string) => readonly PlanNode[], today: string): readonly LateNode[] {
  const late = rows.flatMap((row) =>
    row.overdue === 0 ? [] : nodesOf(row.id).flatMap((node) => (nodeState(node, today) === 'overdue' ? lateNode(row, node, today) : [])),
  );
  return late.toSorted((one, other) => other.days - one.days || byUnit(one.row, other.row));
}

const lateNode = (row: LedgerRow, { id, title, owner, department, plannedFinish }: PlanNode, today: string): LateNode => ({
  row,
  nodeId: id,
  title,
  owner,
  department,
  plannedFinish,
  days: daysBetween(plannedFinish, today),
});

/** 缺报 of a month: units with projects that owe its report, and units that have no project at all. */
export interface MissingReporters {
  readonly units: readonly { readonly unitName: string; readonly rows: readonly LedgerRow[] }[];
  readonly withoutProjects: readonly Unit[];
}

/** Who has not reported a month ('YYYY-MM'). `units` are those of the roster; a project's unit need not be among them. */
export function missingReporters(
  rows: readonly LedgerRow[],
  units: readonly Unit[],
  { month, reportDay }: { readonly month: string; readonly reportDay: number },
): MissingReporters {
  const silent = rows.filter(({ facts }) => owesMonth(facts, month, reportDay) && !hasReported(facts, month)).toSorted(byUnit);
  const withProjects = new Set(rows.map(({ facts }) => facts.unitId));
  return {
    units: [...Map.groupBy(silent, ({ facts }) => facts.unitName)].map(([unitName, own]) => ({ unitName, rows: own })),
    withoutProjects: units.filter(({ id }) => !withProjects.has(id)),
  };
}

export const byUnit = (one: LedgerRow, other: LedgerRow): number =>
  compare(one.facts.unitName, other.facts.unitName) ||
  compare(one.facts.number, other.facts.number) ||
  compare(one.facts.title, other.facts.title) ||
  compare(one.projectId, other.projectId);
