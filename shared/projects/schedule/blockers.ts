import type { Dependency, PlanNode } from '../../model/project.ts';
import { isDone } from '../states.ts';
import { hasBegun } from './push.ts';

/** An unfinished predecessor, and what it holds up. */
export interface Blocker {
  readonly node: PlanNode;
  readonly blocks: 'start' | 'finish';
}

/** The predecessors that a node still waits for, in the order of its links; empty once it is done. */
export function blockersOf(node: PlanNode, nodes: readonly PlanNode[]): Blocker[] {
  if (isDone(node)) return [];
  const byId = new Map(nodes.map((other) => [other.id, other]));
  return node.dependencies.flatMap((dependency): Blocker[] => {
    const predecessor = byId.get(dependency.nodeId);
    const blocks = dependency.type === 'FS' || dependency.type === 'SS' ? 'start' : 'finish';
    if (!predecessor || isMet(dependency, predecessor) || (blocks === 'start' && hasBegun(node))) return [];
    return [{ node: predecessor, blocks }];
  });
}

/** With a lead (negative lag) it is enough that the predecessor has begun. */
function isMet({ type, lag }: Dependency, predecessor: PlanNode): boolean {
  const waitsForFinish = (type === 'FS' || type === 'FF') && lag >= 0;
  return waitsForFinish ? isDone(predecessor) : hasBegun(predecessor);
}
