import type { PlanNode } from '../model/project.ts';

/** What 三化 (项目节点化、节点责任化、责任具体化) asks of every node. */
export const nodeGaps = ['title', 'owner', 'duty', 'deliverable', 'plannedStart', 'plannedFinish', 'finishBeforeStart'] as const;
export type NodeGap = (typeof nodeGaps)[number];

/** What a node still lacks, in the order of `nodeGaps`; empty when it is complete. */
export function checkNode(node: PlanNode): NodeGap[] {
  return nodeGaps.filter((gap) => (gap === 'finishBeforeStart' ? finishesBeforeStart(node) : node[gap].trim() === ''));
}

function finishesBeforeStart(node: PlanNode): boolean {
  return node.plannedStart !== '' && node.plannedFinish !== '' && node.plannedFinish < node.plannedStart;
}
