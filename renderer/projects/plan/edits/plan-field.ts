import type { Dependency, PlanNode } from '@shared/model/project.ts';
import { setCell, type CellProblem, type PlanColumn } from '@shared/projects/edits.ts';
import { parseDependencies, type DependencyProblem } from '@shared/projects/exchange/dependency-text.ts';

/** What can be typed into in a plan table: the plain columns, and 前置, which speaks of other rows. */
export type PlanField = PlanColumn | 'dependencies';

/** `itself`: a node cannot wait for itself · `circle`: nor for one that waits for it. */
export type LinkProblem = `link-${DependencyProblem['kind']}` | 'link-itself' | 'link-circle';
export type FieldProblem = CellProblem | LinkProblem;

export type FieldEdit =
  | { readonly node: PlanNode }
  /** `about`: the part of the text that is meant, '' where it is the whole; `proposal`: what may have been meant, or ''. */
  | { readonly problem: FieldProblem; readonly about: string; readonly proposal: string };

interface FieldContext {
  /** The table, for the row numbers of 前置. */
  readonly rows: readonly PlanNode[];
  /** For dates without a year. */
  readonly year: number;
}

/** The node with one cell typed over; the very same node where that changes nothing. */
export function setField(node: PlanNode, field: PlanField, text: string, { rows, year }: FieldContext): FieldEdit {
  if (field === 'dependencies') return setLinks(node, text, rows);
  const edit = setCell(node, field, text, year);
  return 'node' in edit ? edit : { ...edit, about: '' };
}

function setLinks(node: PlanNode, text: string, rows: readonly PlanNode[]): FieldEdit {
  if (text === '') return { node: node.dependencies.length === 0 ? node : { ...node, dependencies: [] } };
  const read = parseDependencies(text, rows);
  if ('problem' in read) return { problem: `link-${read.problem.kind}`, about: read.problem.text, proposal: '' };
  if (read.dependencies.some(({ nodeId }) => nodeId === node.id)) return { problem: 'link-itself', about: '', proposal: '' };
  if (leadsTo(node.id, read.dependencies, rows)) return { problem: 'link-circle', about: '', proposal: '' };
  return { node: sameText(node.dependencies, read.dependencies) ? node : { ...node, dependencies: read.dependencies } };
}

const sameText = (links: readonly Dependency[], others: readonly Dependency[]): boolean => JSON.stringify(links) === JSON.stringify(others);

/** Whether one goes back from these links to a node. */
function leadsTo(id: string, links: readonly Dependency[], rows: readonly PlanNode[]): boolean {
  const nodes = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<string>();
  const waiting = links.map(({ nodeId }) => nodeId);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(nodes.get(next)?.dependencies ?? []).map(({ nodeId }) => nodeId));
  }
  return false;
}
