import type { Messages } from '@shared/messages/index.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import type { Submission } from '@shared/model/project-event.ts';
import { dependencyText } from '@shared/projects/exchange/dependency-text.ts';
import type { ComparedCell, ComparedField, NodeDifference, RevisionDifferences } from '@shared/projects/reviewing/revisions.ts';

/** One cell that a revision has otherwise than the one before. */
export interface DifferenceLine {
  readonly id: string;
  readonly where: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

type Words = Messages['approval'];

/** Differences as people read them, one a line. */
export function differenceLines(
  { fields, nodes }: RevisionDifferences,
  before: Submission,
  after: Submission,
  words: Words,
): readonly DifferenceLine[] {
  const [old, now] = [inOrder(before.nodes), inOrder(after.nodes)];
  return [
    ...fields.map((field) => ({
      id: field,
      where: words.differences.application,
      what: words.submission.fields[field],
      before: fieldText(before.project, field, words),
      after: fieldText(after.project, field, words),
    })),
    ...nodes.flatMap((difference) => nodeLines(difference, old, now, words)),
  ];
}

function nodeLines(
  { nodeId, kind, before, after, cells }: NodeDifference,
  old: readonly PlanNode[],
  now: readonly PlanNode[],
  { differences, submission }: Words,
): readonly DifferenceLine[] {
  const place = now.findIndex(({ id }) => id === nodeId) + 1;
  const where = after ? differences.node(place, after.title) : differences.removedNode(before?.title ?? '');
  if (kind !== 'changed') {
    return [{ id: nodeId, where, what: differences[kind], before: before?.title ?? '', after: after?.title ?? '' }];
  }
  return cells.map((cell) => ({
    id: `${nodeId}:${cell}`,
    where,
    what: submission.cells[cell],
    before: before ? cellText(before, cell, old) : '',
    after: after ? cellText(after, cell, now) : '',
  }));
}

const cellText = (node: PlanNode, cell: ComparedCell, nodes: readonly PlanNode[]): string =>
  cell === 'dependencies' ? dependencyText(node, nodes) : String(node[cell]);

function fieldText(project: Project, field: ComparedField, { submission }: Words): string {
  if (field !== 'indicators') return project[field];
  const figure = (value: number | null): string => (value === null ? submission.unknown : String(value));
  return project.indicators
    .map(({ name, unit, baseline, target }) => submission.indicator(name, unit, figure(baseline), figure(target)))
    .join(submission.indicatorSeparator);
}

const inOrder = (nodes: readonly PlanNode[]): readonly PlanNode[] => nodes.toSorted((one, other) => one.order - other.order);
