import type { PackageFile } from '@shared/model/package.ts';
import type { BlockStore } from './block-store.ts';

/** A large file as the window asks for it. */
export interface ServedFile {
  readonly name: string;
  /** Media type that its publisher gave. */
  readonly type: string;
  readonly length: number;
  /**
   * Its bytes from a place up to and without another. One piece is in memory at a time; each is hashed again. Throws
   * where a piece is missing or damaged: the next sync brings it.
   */
  read(from: number, to: number): AsyncGenerator<Uint8Array>;
}

export function servedFile({ name, type, length, pieces }: PackageFile, store: Pick<BlockStore, 'read'>): ServedFile {
  return {
    name,
    type,
    length,
    async *read(from, to) {
      let start = 0;
      for (const piece of pieces) {
        const end = start + piece.length;
        if (end > from && start < to) {
          const bytes = await store.read(piece);
          if (!bytes) throw new Error(`${piece.target} of ${name} is missing or damaged`);
          yield bytes.subarray(Math.max(from - start, 0), Math.min(to, end) - start);
        }
        start = end;
      }
    },
  };
}
