import type { RootChain } from './root-chain.ts';
import { accepts, type StandingTimestamp } from './standing.ts';

type RootFile = RootChain['files'][number];

/** Root files, divided by when they may be put. */
export interface OrderedRoots {
  /** Before the new timestamp. */
  readonly early: readonly RootFile[];
  /** After it. */
  readonly late: readonly RootFile[];
}

/**
 * A reader who comes between two files takes the newest root there and then the timestamp there, old or new. So the roots
 * that still take the old timestamp go first, and those that take only the new one last; a change of the online key has
 * a root in the middle that takes both. Where several changes came since the last upload no root may take both: then the
 * roots go first, and the next file after them is the timestamp.
 */
export function orderRoots({ files }: RootChain, standing: StandingTimestamp, fresh: StandingTimestamp): OrderedRoots {
  const end = standing === null ? files.length : files.findLastIndex(({ root }) => accepts(root, standing)) + 1;
  const bridge = files[end - 1]?.root;
  const bridges = bridge !== undefined && fresh !== null && accepts(bridge, fresh);
  return bridges ? { early: files.slice(0, end), late: files.slice(end) } : { early: files, late: [] };
}
