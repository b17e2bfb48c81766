import { createHash } from 'node:crypto';

/** A file whose length and hashes were signed. */
export interface Expected {
  /** Path in the repository. */
  readonly file: string;
  readonly length: number;
  /** Hash name of node:crypto → hex digest. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The hashes of a file that comes piece by piece. */
export interface Sum {
  add(chunk: Uint8Array): void;
  /** Asked once, when all have come. False where nothing was signed. */
  matches(): boolean;
}

/** Hashed on the loop: handing the bytes to another thread was measured to cost as much as hashing them. */
export function createSum({ hashes }: Expected): Sum {
  const digests = Object.entries(hashes).map(([name, hex]) => ({ digest: createHash(name), hex }));
  return {
    add(chunk) {
      for (const { digest } of digests) digest.update(chunk);
    },
    matches: () => digests.length > 0 && digests.every(({ digest, hex }) => digest.digest('hex') === hex),
  };
}
