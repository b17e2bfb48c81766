import type { Actor, ChangedField, PlanChangeNote, PlanNode } from '../model/project.ts';

/** One thing that a step changes in an approved plan, and that asks for a reason. */
export type PlanDifference = Pick<PlanChangeNote, 'nodeId' | 'nodeTitle' | 'field' | 'before' | 'after'>;

/** What a person says of a step. */
export interface ChangeReason {
  readonly reason: string;
  /** 批准人, as on paper; may be ''. */
  readonly approvedBy: string;
}

const explainedFields = ['plannedStart', 'plannedFinish', 'owner', 'duty'] as const satisfies readonly ChangedField[];

/**
 * What of a step asks for a reason once the plan is approved: changed dates, owners and duties, added and removed nodes, in
 * the order of the table. A new row without a title is no node yet: it is added when it gets one. Blank cells of a node that
 * was added after the approval may be filled in without another reason: that belongs to adding it.
 */
export function differencesToExplain(
  from: readonly PlanNode[],
  to: readonly PlanNode[],
  baseline: readonly PlanNode[],
): readonly PlanDifference[] {
  const [old, now] = [byId(from), byId(to)];
  const approved = new Set(baseline.map(({ id }) => id));
  const kept = to.flatMap((node) => {
    const before = old.get(node.id);
    if (before === node) return [];
    if (before && approved.has(node.id)) return changedFields(before, node);
    if (!isNode(node)) return [];
    if (!before || !isNode(before)) return [difference(node, 'added', '', node.title)];
    return changedFields(before, node).filter((change) => change.before !== '');
  });
  const removed = from.filter((node) => !now.has(node.id) && isNode(node));
  return [...kept, ...removed.map((node) => difference(node, 'removed', node.title, ''))];
}

const isNode = ({ title }: PlanNode): boolean => title.trim() !== '';

const changedFields = (before: PlanNode, after: PlanNode): PlanDifference[] =>
  explainedFields.filter((field) => before[field] !== after[field]).map((field) => difference(after, field, before[field], after[field]));

const difference = (node: PlanNode, field: ChangedField, before: string, after: string): PlanDifference => ({
  nodeId: node.id,
  nodeTitle: node.title,
  field,
  before,
  after,
});

const byId = (nodes: readonly PlanNode[]): ReadonlyMap<string, PlanNode> => new Map(nodes.map((node) => [node.id, node]));

interface NoteOptions extends ChangeReason {
  readonly projectId: string;
  readonly by: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly newId: () => string;
}

/** The lines of the 变更单 that a step writes; they share one step. */
export function changeNotes(differences: readonly PlanDifference[], { newId, ...facts }: NoteOptions): PlanChangeNote[] {
  const stepId = newId();
  return differences.map((line) => ({ ...line, ...facts, id: newId(), stepId }));
}
