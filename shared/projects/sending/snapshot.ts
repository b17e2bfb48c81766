import { compare } from '../../compare.ts';
import type { ProjectSnapshot } from '../../model/reviewing.ts';

/** A snapshot whose rows stand in an order of their own: however they were read, the same rows make the same snapshot. */
export function orderedSnapshot({ project, nodes, events, changes, entries, months }: ProjectSnapshot): ProjectSnapshot {
  return {
    project,
    nodes: nodes.toSorted((one, other) => one.order - other.order || compare(one.id, other.id)),
    events: byTime(events),
    changes: byTime(changes),
    entries: byTime(entries),
    months: months.toSorted((one, other) => compare(one.month, other.month)),
  };
}

const byTime = <Row extends { readonly id: string; readonly at: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => one.at - other.at || compare(one.id, other.id));
