import type { PlanNode } from '@shared/model/project.ts';
import { phasePath } from './phases.ts';

/** A line of the table of Microsoft Project: a phase that holds others, or a node. */
export interface TableRow {
  /** From 1; its uid and its id. */
  readonly number: number;
  readonly name: string;
  /** 1 for the outermost. */
  readonly level: number;
  /** Null for a phase. */
  readonly node: PlanNode | null;
  /** Nodes within it; the node itself. */
  readonly nodes: readonly PlanNode[];
}

/** The plan (nodes in order) with its phases above their nodes. A phase that comes again later is a line of its own again. */
export function tableOf(nodes: readonly PlanNode[]): TableRow[] {
  const rows: (TableRow & { readonly nodes: PlanNode[] })[] = [];
  let open: { readonly name: string; readonly nodes: PlanNode[] }[] = [];
  for (const node of nodes) {
    const path = phasePath(node.phase);
    const common = path.findIndex((name, depth) => open[depth]?.name !== name);
    open = open.slice(0, common < 0 ? path.length : common);
    for (const name of path.slice(open.length)) {
      const within: PlanNode[] = [];
      rows.push({ number: rows.length + 1, name, level: open.length + 1, node: null, nodes: within });
      open.push({ name, nodes: within });
    }
    for (const phase of open) phase.nodes.push(node);
    rows.push({ number: rows.length + 1, name: node.title, level: path.length + 1, node, nodes: [node] });
  }
  return rows;
}

/** Persons who own nodes, by the numbers that they get, and in the order of their names. Several stand in one cell, joined by 、. */
export function ownersIn(nodes: readonly PlanNode[]): { readonly names: ReadonlyMap<string, number>; readonly inOrder: readonly string[] } {
  const inOrder = [...new Set(nodes.flatMap(({ owner }) => owner.split('、').map((name) => name.trim())))].filter((name) => name !== '');
  return { names: new Map(inOrder.map((name, place) => [name, place + 1])), inOrder };
}
