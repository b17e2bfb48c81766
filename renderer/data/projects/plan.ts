import { compare } from '@shared/compare.ts';
import type { Result } from '@shared/model/failure.ts';
import type { PlanChangeNote, PlanNode, PlanSummary } from '@shared/model/project.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { completeNode } from '@shared/projects/complete.ts';
import { differingNodes } from '@shared/projects/same-node.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { database } from '../database.ts';
import { turns } from '../turns.ts';
import { commit } from '../work.ts';

/** A plan as the database holds it. */
export interface StoredPlan {
  /** In the order of the table. */
  readonly nodes: readonly PlanNode[];
  /** Null where none has been written yet. */
  readonly summary: PlanSummary | null;
}

/** Reading thousands of nodes is a task of its own: what is drawn of them is another. */
export async function readStoredPlan(projectId: string): Promise<StoredPlan> {
  const nextTurn = turns();
  const [nodes, summary] = await database.transaction('r', [database.planNodes, database.planSummaries], () =>
    Promise.all([database.planNodes.where('projectId').equals(projectId).toArray(), database.planSummaries.get(projectId)]),
  );
  const plan = { nodes: nodes.map(completeNode).sort(byOrder), summary: summary ?? null };
  await nextTurn();
  return plan;
}

export interface NoteChanges {
  readonly add: readonly PlanChangeNote[];
  /** Ids of notes that an undo takes away again. */
  readonly remove: readonly string[];
}

export const noNotes: NoteChanges = { add: [], remove: [] };

/**
 * What leads from a stored plan to other nodes: only the rows that differ, the project's summary where it differs, and the
 * lines of the 变更单. They belong into one commit. `stored` is the plan after it.
 */
export function planOps(
  projectId: string,
  before: StoredPlan,
  nodes: readonly PlanNode[],
  notes: NoteChanges,
): { readonly ops: readonly WorkOp[]; readonly stored: StoredPlan } {
  const { removed, put } = differingNodes(before.nodes, nodes);
  const summary = summaryRow(projectId, nodes);
  const isNew = before.summary === null || !sameSummary(before.summary, summary);
  const ops: WorkOp[] = [
    ...put.map((node): WorkOp => ({ table: 'planNodes', put: node })),
    ...removed.map(({ id }): WorkOp => ({ table: 'planNodes', remove: id })),
    ...(isNew ? [{ table: 'planSummaries', put: summary } as const] : []),
    ...notes.add.map((note): WorkOp => ({ table: 'planChanges', put: note })),
    ...notes.remove.map((id): WorkOp => ({ table: 'planChanges', remove: id })),
  ];
  return { ops, stored: { nodes, summary } };
}

/** Changes a plan outside its table, e.g. by a monthly report. Gives the plan's nodes to `change` and saves what it makes of them. */
export async function changePlan(
  what: string,
  projectId: string,
  change: (nodes: readonly PlanNode[]) => readonly PlanNode[],
  beside: readonly WorkOp[],
): Promise<Result<null>> {
  const stored = await readStoredPlan(projectId);
  return commit(what, [...planOps(projectId, stored, change(stored.nodes), noNotes).ops, ...beside]);
}

function sameSummary(one: PlanSummary, other: PlanSummary): boolean {
  const facts = one.total === other.total && one.done === other.done && one.percent === other.percent;
  return facts && one.open.length === other.open.length && one.open.every((open, place) => sameOpen(open, other.open[place]));
}

type Open = PlanSummary['open'][number];
const sameOpen = (one: Open, other: Open | undefined): boolean =>
  one.nodeId === other?.nodeId && one.title === other.title && one.owner === other.owner && one.finish === other.finish;

const byOrder = (a: PlanNode, b: PlanNode): number => a.order - b.order || compare(a.id, b.id);
