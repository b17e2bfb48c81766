import type { RootChain } from './root-chain.ts';

/** A file of a repository, by its path in it with forward slashes. */
export interface ShelfFile {
  readonly file: string;
  readonly length: number;
}

/** What one timestamp refers to. */
export interface Publication {
  /** Targets and metadata, timestamp.json among them; no roots. */
  readonly files: readonly ShelfFile[];
  readonly timestamp: Buffer;
}

/** A repository as something to copy from: its publisher's own folder, or what a branch holds of it. */
export interface Shelf {
  readonly roots: RootChain;
  readonly publication: Publication;
  /** The bytes of a file, compared with the hash in its name where that has one. Throws where it is damaged or gone. */
  read(file: string): Promise<Buffer>;
}
