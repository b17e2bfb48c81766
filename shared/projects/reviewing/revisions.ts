import { canonicalJson } from '../../bank/changes.ts';
import type { PlanNode, Project } from '../../model/project.ts';
import type { Submission } from '../../model/project-event.ts';

/** Facts of an application that a person reads and compares, in the order of the form. */
export const comparedFields = [
  'title',
  'unitName',
  'branch',
  'secretary',
  'contact',
  'specialty',
  'startDate',
  'endDate',
  'background',
  'problem',
  'measures',
  'effect',
  'outcome',
  'indicators',
] as const satisfies readonly (keyof Project)[];
export type ComparedField = (typeof comparedFields)[number];

/** Cells of a plan that say what is planned, in the order of the table. */
export const comparedCells = [
  'phase',
  'title',
  'duty',
  'deliverable',
  'owner',
  'department',
  'supporters',
  'plannedStart',
  'plannedFinish',
  'weight',
  'dependencies',
  'note',
] as const satisfies readonly (keyof PlanNode)[];
export type ComparedCell = (typeof comparedCells)[number];

export interface NodeDifference {
  readonly nodeId: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Null where it was added. */
  readonly before: PlanNode | null;
  /** Null where it was removed. */
  readonly after: PlanNode | null;
  /** Which cells differ; empty where it was added or removed. */
  readonly cells: readonly ComparedCell[];
}

export interface RevisionDifferences {
  readonly fields: readonly ComparedField[];
  /** In the order of the newer table, the removed ones last. */
  readonly nodes: readonly NodeDifference[];
  /** Whether nodes that both have stand in another order. */
  readonly reordered: boolean;
}

/** What a revision says otherwise than the one before, cell by cell. */
export function revisionDifferences(before: Submission, after: Submission): RevisionDifferences {
  const fields = comparedFields.filter((field) => differ(before.project[field], after.project[field]));
  const [old, now] = [inOrder(before.nodes), inOrder(after.nodes)];
  const [earlier, later] = [byId(old), byId(now)];
  const nodes = [
    ...now.flatMap((node) => differencesOf(earlier.get(node.id) ?? null, node)),
    ...old.flatMap((node) => (later.has(node.id) ? [] : differencesOf(node, null))),
  ];
  const common = (of: readonly PlanNode[], others: ReadonlyMap<string, PlanNode>): string =>
    canonicalJson(of.flatMap(({ id }) => (others.has(id) ? [id] : [])));
  return { fields, nodes, reordered: common(old, later) !== common(now, earlier) };
}

function differencesOf(before: PlanNode | null, after: PlanNode | null): readonly NodeDifference[] {
  const nodeId = (after ?? before)?.id ?? '';
  if (!before || !after) return [{ nodeId, kind: before ? 'removed' : 'added', before, after, cells: [] }];
  const cells = comparedCells.filter((cell) => differ(before[cell], after[cell]));
  return cells.length === 0 ? [] : [{ nodeId, kind: 'changed', before, after, cells }];
}

const differ = (one: unknown, other: unknown): boolean => canonicalJson(one) !== canonicalJson(other);

const inOrder = (nodes: readonly PlanNode[]): readonly PlanNode[] => nodes.toSorted((one, other) => one.order - other.order);

const byId = (nodes: readonly PlanNode[]): ReadonlyMap<string, PlanNode> => new Map(nodes.map((node) => [node.id, node]));
