import type { PlanNode } from '@shared/model/project.ts';
import { compare } from '@shared/compare.ts';
import { changedFieldsOf, differingNodes, sameNode } from '@shared/projects/same-node.ts';
import { noNotes, type NoteChanges } from '../../../data/projects/plan.ts';

/** One step of editing a plan: the rows that it touches, before and after. A row in only one of the two was added or removed. */
export interface PlanChange {
  /** Name of the commit, e.g. 'plan.edit'. */
  readonly what: string;
  readonly before: readonly PlanNode[];
  readonly after: readonly PlanNode[];
  /** Lines of the 变更单 that this step writes, and takes away where it undoes another. */
  readonly notes: NoteChanges;
}

/** What leads from one state of a table to another; null where they are the same. */
export function changeBetween(what: string, from: readonly PlanNode[], to: readonly PlanNode[], notes = noNotes): PlanChange | null {
  const { removed, put } = differingNodes(from, to);
  const changed = new Set(put.map(({ id }) => id));
  const before = [...from.filter(({ id }) => changed.has(id)), ...removed];
  return put.length + removed.length === 0 ? null : { what, before, after: put, notes };
}

/** The step back. `notes` are the lines that the step wrote: they go away with it. */
export const inverseOf = ({ before, after, notes }: PlanChange, what: string): PlanChange => ({
  what,
  before: after,
  after: before,
  notes: { add: [], remove: notes.add.map(({ id }) => id) },
});

/**
 * The table after a change, in its order. Of a row that is there before and after it, only the fields that the step changed
 * are set: what came in from elsewhere meanwhile, such as a monthly report, stays. Doing it twice is doing it once.
 */
export function applyChange(nodes: readonly PlanNode[], { before, after }: PlanChange): readonly PlanNode[] {
  const old = new Map(before.map((node) => [node.id, node]));
  const now = new Map(after.map((node) => [node.id, node]));
  const gone = new Set(before.filter(({ id }) => !now.has(id)).map(({ id }) => id));
  const known = new Set(nodes.map(({ id }) => id));
  const kept = nodes.flatMap((node) => {
    const changed = now.get(node.id);
    if (gone.has(node.id)) return [];
    return changed ? [merged(node, old.get(node.id), changed)] : [node];
  });
  const added = after.filter(({ id }) => !known.has(id));
  return inOrder([...kept, ...added]);
}

/** `node` with the fields in which `after` differs from `before`. */
function merged(node: PlanNode, before: PlanNode | undefined, after: PlanNode): PlanNode {
  if (!before || before === node) return after;
  return { ...node, ...Object.fromEntries(changedFieldsOf(before, after).map((field) => [field, after[field]])) };
}

/** Sorted only where it is not in order already, as after nearly every step. */
function inOrder(nodes: readonly PlanNode[]): readonly PlanNode[] {
  const isSorted = nodes.every((node, place) => place === 0 || byOrder(nodes[place - 1] ?? node, node) <= 0);
  return isSorted ? nodes : nodes.toSorted(byOrder);
}

const byOrder = (one: PlanNode, other: PlanNode): number => one.order - other.order || compare(one.id, other.id);

/**
 * The new rows, but with the old objects where nothing in them changed, and the old list where nothing changed at all: what is
 * the same object is neither drawn nor reckoned again.
 */
export function keepingSame(old: readonly PlanNode[], rows: readonly PlanNode[]): readonly PlanNode[] {
  const known = new Map(old.map((node) => [node.id, node]));
  const kept = rows.map((node) => {
    const before = known.get(node.id);
    return before && sameNode(node, before) ? before : node;
  });
  return kept.length === old.length && kept.every((node, place) => node === old[place]) ? old : kept;
}
