import type { PlanNode, Project } from '../../model/project.ts';
import { checkNode, type NodeGap } from '../check.ts';

/** Facts of the application form (申报/审批表) that the reviews need. 成果形式 and 联系人 may come later. */
export const neededFields = [
  'title',
  'unitName',
  'secretary',
  'startDate',
  'endDate',
  'background',
  'problem',
  'measures',
  'effect',
] as const satisfies readonly (keyof Project)[];
export type NeededField = (typeof neededFields)[number];

export type Gap =
  | { readonly kind: 'field'; readonly field: NeededField }
  | { readonly kind: 'endBeforeStart' }
  /** 指标 without a name: `row` is its place in the list, from 1. */
  | { readonly kind: 'indicator'; readonly row: number }
  | { readonly kind: 'noNodes' }
  /** 三化 asks for it: `row` is the node's number in the table, from 1. */
  | { readonly kind: 'node'; readonly nodeId: string; readonly row: number; readonly title: string; readonly gaps: readonly NodeGap[] };

/** What an application still lacks before 送审, in the order of the form and the table; empty where it may go. */
export function checkBeforeSubmit(project: Project, nodes: readonly PlanNode[]): readonly Gap[] {
  const fields = neededFields.filter((field) => project[field].trim() === '').map((field): Gap => ({ kind: 'field', field }));
  const order: readonly Gap[] = endsBeforeStart(project) ? [{ kind: 'endBeforeStart' }] : [];
  const indicators = project.indicators.flatMap(({ name }, place): Gap[] =>
    name.trim() === '' ? [{ kind: 'indicator', row: place + 1 }] : [],
  );
  const plan: readonly Gap[] = nodes.length === 0 ? [{ kind: 'noNodes' }] : nodes.flatMap(gapsOfNode);
  return [...fields, ...order, ...indicators, ...plan];
}

function gapsOfNode(node: PlanNode, place: number): readonly Gap[] {
  const gaps = checkNode(node);
  return gaps.length === 0 ? [] : [{ kind: 'node', nodeId: node.id, row: place + 1, title: node.title, gaps }];
}

const endsBeforeStart = ({ startDate, endDate }: Project): boolean => startDate !== '' && endDate !== '' && endDate < startDate;
