import { BitTable } from './bit-table.ts';
import { everyBit, wordsPerBlock } from './entry-bits.ts';
import { bucketAt, buckets, type GramFilter } from './gram-filter.ts';

const most = 1_024;

/**
 * The pairs of characters that most blocks have, each with one bit an entry: a filter by block says nothing about 党员 in
 * a bank of the Party, and reading every text for it is what would take longest.
 */
export class CommonPairs {
  /** By bucket: the row of its pair, or −1. */
  readonly #rows = new Int16Array(buckets).fill(-1);
  /** By row: the pair. */
  #pairs: readonly number[] = [];
  #table = new BitTable(most);

  /** Chooses the pairs anew and reads all texts, block by block. */
  learn(filter: GramFilter, blocks: readonly (readonly string[])[]): void {
    this.#pairs = usualPairs(filter.mostCommon(most), blocks);
    this.#rows.fill(-1);
    for (const [row, pair] of this.#pairs.entries()) this.#rows[bucketOf(pair)] = row;
    this.#table = new BitTable(most);
    for (const [block, texts] of blocks.entries()) this.put(block, texts);
  }

  /** Says what the entries of a block hold; what was said of it before is forgotten. */
  put(block: number, texts: readonly string[]): void {
    const start = block * wordsPerBlock;
    for (let word = start; word < start + wordsPerBlock; word += 1) this.#table.clear(word, everyBit);
    for (const [place, text] of texts.entries()) {
      for (let at = 0; at + 1 < text.length; at += 1) {
        const row = this.#rowAt(text, at);
        if (row >= 0) this.#table.add(row, start + (place >>> 5), 1 << (place & 31));
      }
    }
  }

  /** One bit an entry: those that have every common pair of the word. Null where it has none. */
  holding(word: string): Uint32Array | null {
    const rows = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => this.#rowAt(word, at)).filter((row) => row >= 0);
    return rows.length > 0 ? this.#table.inAll(rows) : null;
  }

  #rowAt(text: string, at: number): number {
    const row = this.#rows[bucketAt(text, at)] ?? -1;
    return row >= 0 && this.#pairs[row] === pairAt(text, at) ? row : -1;
  }
}

/** Of each bucket the pair that comes most often. */
function usualPairs(wanted: readonly number[], blocks: readonly (readonly string[])[]): number[] {
  const places = new Int16Array(buckets).fill(-1);
  for (const [place, bucket] of wanted.entries()) places[bucket] = place;
  const counts = wanted.map(() => new Map<number, number>());
  for (const text of blocks.flat()) {
    for (let at = 0; at + 1 < text.length; at += 1) {
      const own = counts[places[bucketAt(text, at)] ?? -1];
      const pair = pairAt(text, at);
      own?.set(pair, (own.get(pair) ?? 0) + 1);
    }
  }
  return counts.flatMap((own) => [...own].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? []);
}

const pairAt = (text: string, at: number): number => ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0;
const bucketOf = (pair: number): number => bucketAt(String.fromCharCode(pair >>> 16, pair & 0xffff), 0);
