import type { Difficulty, QuestionType } from '../../model/question.ts';

/** What the assembler has to know of a question; the block index holds it. */
export interface PoolEntry {
  readonly id: string;
  readonly section: string;
  readonly type: QuestionType;
  /** '' where the source names none. */
  readonly topic: string;
  readonly difficulty: Difficulty;
}

/** Questions to draw from, each id once. Made once and drawn from often. */
export class Pool {
  readonly entries: readonly PoolEntry[];
  readonly #places: ReadonlyMap<string, number>;

  /** Of entries with the same id the last one counts. */
  constructor(entries: Iterable<PoolEntry>) {
    const byId = new Map<string, PoolEntry>();
    for (const entry of entries) byId.set(entry.id, entry);
    this.entries = [...byId.values()];
    this.#places = new Map(this.entries.map(({ id }, place) => [id, place]));
  }

  /** Its place among the entries; null where the pool does not hold it. */
  placeOf(id: string): number | null {
    return this.#places.get(id) ?? null;
  }

  /** One byte an entry: 1 for those with these ids. */
  marks(ids: Iterable<string>): Uint8Array {
    const marks = new Uint8Array(this.entries.length);
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place !== undefined) marks[place] = 1;
    }
    return marks;
  }
}

/** How often a question stood on earlier papers, and when the last time. */
export interface Exposure {
  readonly times: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** By question id; a question that is not in it was on no paper yet. */
export type Exposures = ReadonlyMap<string, Exposure>;

/** Counts each paper once for every question on it. */
export function exposuresOf(papers: Iterable<{ readonly ids: Iterable<string>; readonly at: number }>): Exposures {
  const exposures = new Map<string, Exposure>();
  for (const { ids, at } of papers) {
    for (const id of new Set(ids)) {
      const before = exposures.get(id) ?? { times: 0, lastAt: 0 };
      exposures.set(id, { times: before.times + 1, lastAt: Math.max(before.lastAt, at) });
    }
  }
  return exposures;
}
