import type { Cell } from './cells.ts';
import type { Exposure, Exposures, PoolEntry } from './pool.ts';

/** More than these are sorted all at once. */
const fewAtMost = 200;

interface Ranked {
  readonly entry: PoolEntry;
  readonly times: number;
  readonly lastAt: number;
  readonly roll: number;
}

/**
 * Who comes first: questions that were used less often, of these the ones used longer ago, of these whom the seed likes.
 * The seed decides for each id by itself, so that a question that is left out changes nothing among the others, and
 * neither does the order of the pool.
 */
export class Ranking {
  readonly #seed: number;
  readonly #exposures: Exposures;

  constructor(seed: number, exposures: Exposures) {
    this.#seed = Math.imul(seed >>> 0, 0x9e3779b1) ^ Math.floor(seed / 2 ** 32);
    this.#exposures = exposures;
  }

  /** The first `count` of a cell, in order, without those that must be on the paper anyway. */
  first({ fresh, used }: Pick<Cell, 'fresh' | 'used'>, count: number): PoolEntry[] {
    const unused = this.#firstOf(fresh, count, () => neverUsed);
    return [...unused, ...this.#firstOf(used, count - unused.length, (id) => this.#exposures.get(id) ?? neverUsed)];
  }

  #firstOf(entries: readonly PoolEntry[], count: number, exposureOf: (id: string) => Exposure): PoolEntry[] {
    if (count <= 0) return [];
    if (count > fewAtMost) return this.#sorted(entries, exposureOf).slice(0, count);
    const found: Ranked[] = [];
    for (const entry of entries) {
      const roll = rollFor(this.#seed, entry.id);
      const { times, lastAt } = exposureOf(entry.id);
      const last = found[count - 1];
      if (last && isBehind(last, times, lastAt, roll)) continue; // nearly all: nothing is made for them
      const ranked = { entry, times, lastAt, roll };
      found.splice(placeIn(found, ranked), 0, ranked);
      if (found.length > count) found.pop();
    }
    return found.map(({ entry }) => entry);
  }

  #sorted(entries: readonly PoolEntry[], exposureOf: (id: string) => Exposure): PoolEntry[] {
    const ranked = entries.map((entry): Ranked => {
      const { times, lastAt } = exposureOf(entry.id);
      return { entry, times, lastAt, roll: rollFor(this.#seed, entry.id) };
    });
    return ranked.toSorted(compare).map(({ entry }) => entry);
  }
}

const neverUsed: Exposure = { times: 0, lastAt: 0 };

const compare = (one: Ranked, other: Ranked): number =>
  one.times - other.times || one.lastAt - other.lastAt || one.roll - other.roll || (one.entry.id < other.entry.id ? -1 : 1);

const isBehind = (last: Ranked, times: number, lastAt: number, roll: number): boolean =>
  times > last.times || (times === last.times && (lastAt > last.lastAt || (lastAt === last.lastAt && roll > last.roll)));

/** Binary search. */
function placeIn(sorted: readonly Ranked[], ranked: Ranked): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as Ranked, ranked) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 32 bits for a text: FNV-1a over its code units, started by the seed and finished as MurmurHash3 does. */
function rollFor(seed: number, text: string): number {
  let hash = seed ^ 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
