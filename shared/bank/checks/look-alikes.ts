import { compare } from '../../compare.ts';

/** Two texts, by their places in the list, and how alike they are (Jaccard of their pairs of characters). */
export interface LookAlike {
  readonly one: number;
  readonly other: number;
  readonly similarity: number;
}

export interface LookAlikes {
  readonly pairs: readonly LookAlike[];
  /** False where the search was given up after `mostSteps`. */
  readonly complete: boolean;
}

/** Steps (entries of the index looked at, characters compared) after which a bank of nothing but look-alikes is given up. */
const mostSteps = 2_000_000_000;
const textsAtOnce = 500;
/** 0.85 × 60 may come out a little above 51. */
const rounding = 1e-9;

/**
 * All pairs of texts that are alike to at least `threshold`, found by prefix filtering (Bayardo et al., Scaling up all
 * pairs similarity search, 2007; with the positional filter of PPJoin, 2008): exact, not by chance. Texts with the same
 * number in `families` are not compared with each other. Yields how many texts are done.
 */
export function* findLookAlikes(texts: readonly string[], families: readonly number[], threshold: number): Generator<number, LookAlikes> {
  const sets = yield* rarestFirst(texts);
  const order = [...sets.keys()].toSorted((a, b) => sizeOf(sets, a) - sizeOf(sets, b) || compare(texts[a] ?? '', texts[b] ?? '') || a - b);
  const search = new Search(sets, families, threshold);
  for (const [done, text] of order.entries()) {
    if (!search.add(text)) return { pairs: search.pairs, complete: false };
    if (done % textsAtOnce === 0) yield done;
  }
  return { pairs: search.pairs, complete: true };
}

/** Each text as the numbers of its pairs of characters, ascending: the rarer a pair, the smaller its number. */
function* rarestFirst(texts: readonly string[]): Generator<number, readonly Uint32Array[]> {
  const counts = new Map<number, number>();
  const codes: Uint32Array[] = [];
  for (const [done, text] of texts.entries()) {
    const own = codesOf(text);
    for (const code of own) counts.set(code, (counts.get(code) ?? 0) + 1);
    codes.push(own);
    if (done % textsAtOnce === 0) yield 0;
  }
  const ranked = [...counts].toSorted(([code, count], [otherCode, otherCount]) => count - otherCount || code - otherCode);
  const ranks = new Map(ranked.map(([code], rank) => [code, rank]));
  for (const own of codes) own.forEach((code, place) => (own[place] = ranks.get(code) ?? 0));
  return codes.map((own) => own.sort());
}

/** Every pair of neighbouring characters as one number. */
function codesOf(text: string): Uint32Array {
  const codes = new Set<number>();
  for (let at = 0; at + 1 < text.length; at += 1) codes.add(((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0);
  if (text.length === 1) codes.add(text.charCodeAt(0));
  return Uint32Array.from(codes);
}

class Search {
  readonly pairs: LookAlike[] = [];
  readonly #sets: readonly Uint32Array[];
  readonly #families: readonly number[];
  readonly #threshold: number;
  /** By number of a pair: the texts whose prefix holds it, shortest first, and where in it. */
  readonly #index = new Map<number, { readonly texts: number[]; readonly places: number[]; from: number }>();
  /** By text: how many pairs of its prefix it has in common with the one being added; −1 where it cannot be alike. */
  readonly #overlaps: Int32Array;
  #steps = 0;

  constructor(sets: readonly Uint32Array[], families: readonly number[], threshold: number) {
    this.#sets = sets;
    this.#families = families;
    this.#threshold = threshold;
    this.#overlaps = new Int32Array(sets.length);
  }

  /** Compares a text, which is no shorter than those before it, with all of them. False where the search is given up. */
  add(text: number): boolean {
    const set = this.#sets[text] ?? new Uint32Array();
    const prefix = set.length === 0 ? 0 : set.length - Math.ceil(this.#threshold * set.length - rounding) + 1;
    const candidates = this.#candidates(text, set, prefix);
    for (const other of candidates) {
      if ((this.#overlaps[other] ?? 0) > 0) this.#verify(text, other);
      this.#overlaps[other] = 0;
    }
    for (let place = 0; place < prefix; place += 1) this.#enter(set[place] ?? 0, text, place);
    return this.#steps <= mostSteps;
  }

  #candidates(text: number, set: Uint32Array, prefix: number): number[] {
    const candidates: number[] = [];
    const shortest = this.#threshold * set.length - rounding;
    for (let place = 0; place < prefix; place += 1) {
      const list = this.#index.get(set[place] ?? 0);
      if (!list) continue;
      while (list.from < list.texts.length && sizeOf(this.#sets, list.texts[list.from] ?? 0) < shortest) list.from += 1;
      this.#steps += list.texts.length - list.from;
      for (let at = list.from; at < list.texts.length; at += 1) {
        const other = list.texts[at] ?? 0;
        const overlap = this.#overlaps[other] ?? 0;
        if (overlap < 0) continue;
        if (overlap === 0) candidates.push(other);
        const size = sizeOf(this.#sets, other);
        const possible = overlap + 1 + Math.min(set.length - place - 1, size - (list.places[at] ?? 0) - 1);
        const isPossible = possible >= this.#wanted(set.length, size) && this.#families[text] !== this.#families[other];
        this.#overlaps[other] = isPossible ? overlap + 1 : -1;
      }
    }
    return candidates;
  }

  #verify(text: number, other: number): void {
    const set = this.#sets[text] ?? new Uint32Array();
    const second = this.#sets[other] ?? new Uint32Array();
    this.#steps += set.length + second.length;
    const common = overlapOf(set, second);
    const similarity = common / (set.length + second.length - common);
    if (similarity >= this.#threshold) this.pairs.push({ one: Math.min(text, other), other: Math.max(text, other), similarity });
  }

  /** How many pairs two texts of these sizes must have in common to be alike. */
  #wanted(size: number, other: number): number {
    return Math.ceil((this.#threshold / (1 + this.#threshold)) * (size + other) - rounding);
  }

  #enter(code: number, text: number, place: number): void {
    const list = this.#index.get(code);
    if (!list) this.#index.set(code, { texts: [text], places: [place], from: 0 });
    else {
      list.texts.push(text);
      list.places.push(place);
    }
  }
}

function overlapOf(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  for (let at = 0, otherAt = 0; at < one.length && otherAt < other.length;) {
    const left = one[at] ?? 0;
    const right = other[otherAt] ?? 0;
    if (left === right) common += 1;
    if (left <= right) at += 1;
    if (right <= left) otherAt += 1;
  }
  return common;
}

const sizeOf = (sets: readonly Uint32Array[], text: number): number => sets[text]?.length ?? 0;
