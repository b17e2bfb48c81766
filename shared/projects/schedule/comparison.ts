import { changedFields, type ChangedField, type PlanNode } from '../../model/project.ts';
import { isDone } from '../states.ts';
import type { LegalCalendar } from './calendar.ts';
import type { Span } from './schedule.ts';

/** One node as approved, as planned now, and as it came out. Dates in a span are '' where not set. */
export interface NodeComparison {
  readonly nodeId: string;
  readonly title: string;
  /** By the present plan; of a removed node by the approved one. */
  readonly owner: string;
  /** As approved; the same as `owner` where nothing was approved of it. */
  readonly originalOwner: string;
  /** Null for a node that was added later. */
  readonly original: Span | null;
  /** Null for a node that was removed. */
  readonly present: Span | null;
  readonly actual: Span;
  /** '' for what is done, or has no dates. */
  readonly forecastFinish: string;
  readonly done: boolean;
  /** Workdays that it was or will be finished later than approved, negative for earlier; null where nothing can be said. */
  readonly deviation: number | null;
  /** What differs between the approved and the present plan. */
  readonly changed: readonly ChangedField[];
}

interface ComparisonInput {
  /** In the order of the table. */
  readonly nodes: readonly PlanNode[];
  readonly baseline: readonly PlanNode[];
  /** By node, as forecast() gives them. */
  readonly forecasts: ReadonlyMap<string, Span>;
  readonly calendar: LegalCalendar;
}

/** 原计划 · 现计划 · 实际 of every node, removed ones last. Before approval the present plan is the original one. */
export function compareWithBaseline({ nodes, baseline, forecasts, calendar }: ComparisonInput): NodeComparison[] {
  const approved = new Map((baseline.length > 0 ? baseline : nodes).map((node) => [node.id, node]));
  const present = new Set(nodes.map(({ id }) => id));
  const rows = nodes.map((node) => compareNode(node, approved.get(node.id) ?? null, forecasts.get(node.id)?.finish ?? '', calendar));
  return [...rows, ...[...approved.values()].filter(({ id }) => !present.has(id)).map(removedRow)];
}

function compareNode(node: PlanNode, original: PlanNode | null, forecast: string, calendar: LegalCalendar): NodeComparison {
  const forecastFinish = isDone(node) ? '' : forecast;
  const finish = node.actualFinish || forecastFinish;
  const due = (original ?? node).plannedFinish;
  return {
    nodeId: node.id,
    title: node.title,
    owner: node.owner,
    originalOwner: (original ?? node).owner,
    original: original && plannedSpan(original),
    present: plannedSpan(node),
    actual: { start: node.actualStart, finish: node.actualFinish },
    forecastFinish,
    done: isDone(node),
    deviation: due === '' || finish === '' ? null : calendar.workdaysLater(due, finish),
    changed: original ? changedFields.filter((field) => isChanged(field, original, node)) : ['added'],
  };
}

const isChanged = (field: ChangedField, original: PlanNode, node: PlanNode): boolean =>
  field !== 'added' && field !== 'removed' && original[field] !== node[field];

const removedRow = (node: PlanNode): NodeComparison => ({
  nodeId: node.id,
  title: node.title,
  owner: node.owner,
  originalOwner: node.owner,
  original: plannedSpan(node),
  present: null,
  actual: { start: '', finish: '' },
  forecastFinish: '',
  done: false,
  deviation: null,
  changed: ['removed'],
});

const plannedSpan = ({ plannedStart, plannedFinish }: PlanNode): Span => ({ start: plannedStart, finish: plannedFinish });
