import { BitTable } from './bit-table.ts';

export const buckets = 2 ** 16;

/** The bucket of two neighbouring characters. */
export const bucketAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e37) + Math.imul(text.charCodeAt(at + 1), 0x79b1)) & (buckets - 1);

/**
 * Which blocks may hold a word: for every bucket of two neighbouring characters one bit a block. It never says no where
 * the word is; where it says perhaps, the texts are read.
 */
export class GramFilter {
  readonly #table = new BitTable(buckets);
  readonly #last = new Int32Array(buckets).fill(-1);
  #known = 0;
  #puts = 0;

  /** Says what a block holds; what was said of it before is forgotten. */
  put(block: number, texts: readonly string[]): void {
    const word = block >>> 5;
    const bit = 1 << (block & 31);
    if (block < this.#known) this.#table.clear(word, bit);
    this.#known = Math.max(this.#known, block + 1);
    this.#puts += 1;
    for (const text of texts) {
      for (let at = 0; at + 1 < text.length; at += 1) {
        const bucket = bucketAt(text, at);
        if (this.#last[bucket] === this.#puts) continue; // most pairs of characters come again within a block
        this.#last[bucket] = this.#puts;
        this.#table.add(bucket, word, bit);
      }
    }
  }

  /** One bit a block. */
  holding(word: string): Uint32Array {
    return this.#table.inAll(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => bucketAt(word, at)));
  }

  /** The buckets that most blocks have, at most `count`. */
  mostCommon(count: number): number[] {
    const counts = Array.from({ length: buckets }, (_, bucket) => this.#table.count(bucket));
    const found = [...counts.keys()].filter((bucket) => (counts[bucket] ?? 0) > 0);
    return found.toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0)).slice(0, count);
  }
}

export const isIn = (bits: Uint32Array, block: number): boolean => ((bits[block >>> 5] ?? 0) & (1 << (block & 31))) !== 0;
