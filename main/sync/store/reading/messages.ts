import type { BlockEntry } from '@shared/model/package.ts';
import type { PackedIndex } from '@shared/packages/packed-index.ts';

/** A block of a bank that the helper is asked to read. */
export interface Asked {
  readonly number: number;
  readonly entry: BlockEntry;
  readonly bytes: Uint8Array;
}

/** What it found; null where it did not understand the block: why is found out where the answer is read. */
export interface Answered {
  readonly number: number;
  readonly index: PackedIndex | null;
}
