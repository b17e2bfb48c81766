import type { Blueprint, Demand } from '../../model/policy.ts';
import { difficulties, type Difficulty, type QuestionType } from '../../model/question.ts';
import type { Exposures, Pool, PoolEntry } from './pool.ts';

/** Questions that a blueprint does not tell apart. */
export interface Cell {
  readonly type: QuestionType;
  readonly section: string;
  /** Null: topics that no demand names. */
  readonly topic: string | null;
  /** Null where the blueprint does not ask for difficulties. */
  readonly difficulty: Difficulty | null;
  /** Questions that must be on the paper. */
  readonly must: readonly PoolEntry[];
  /** Of the others, those that were on no earlier paper. */
  readonly fresh: readonly PoolEntry[];
  readonly used: readonly PoolEntry[];
}

/** The pool, sorted for one blueprint. */
export interface Sorted {
  /** In an order that does not depend on that of the pool. */
  readonly cells: readonly Cell[];
  /** Sections that share the paper, with their weights. */
  readonly sections: readonly { readonly section: string; readonly weight: number }[];
  /** Must-have questions that the pool does not hold, that no part takes, or that must not be on the paper. */
  readonly missing: readonly string[];
}

/** How many questions a cell holds. */
export const sizeOf = ({ must, fresh, used }: Cell): number => must.length + fresh.length + used.length;

/**
 * Sorts the pool into cells. Out stay: what must not be on the paper, types and sections that the blueprint does not ask
 * for. Must-have questions stay in whatever their section.
 */
export function sortIntoCells(pool: Pool, blueprint: Blueprint, exposure: Exposures): Sorted {
  const sieves = sievesOf(blueprint);
  const [must, out, used] = [pool.marks(blueprint.must ?? []), pool.marks(blueprint.mustNot ?? []), pool.marks(exposure.keys())];
  pool.entries.forEach((entry, place) => {
    const isMust = must[place] === 1;
    const sieve = sieves.get(entry.type);
    if (!sieve || out[place] === 1 || !(isMust || sieve.takes(entry.section))) return;
    sieve.put(entry, isMust ? 'must' : used[place] === 1 ? 'used' : 'fresh');
  });
  const cells = [...sieves.values()].flatMap((sieve) => sieve.cells());
  const sections = blueprint.sections.length > 0 ? blueprint.sections : sizesOf(cells);
  const sorted = new Set(cells.flatMap((cell) => cell.must.map(({ id }) => id)));
  return { cells, sections, missing: [...new Set(blueprint.must)].filter((id) => !sorted.has(id)) };
}

function sievesOf(blueprint: Blueprint): ReadonlyMap<QuestionType, Sieve> {
  const listed = blueprint.sections.map(({ section }) => section);
  const byType = Map.groupBy(blueprint.parts, ({ type }) => type);
  return new Map(
    [...byType].map(([type, parts]) => {
      const demands = parts.flatMap((part) => part.demands ?? []);
      return [type, new Sieve(type, demands, { listed, weighed: blueprint.difficulties !== undefined })];
    }),
  );
}

type Bucket = { readonly [K in 'must' | 'fresh' | 'used']: PoolEntry[] };

/** Tells the questions of one type apart. */
class Sieve {
  readonly #type: QuestionType;
  /** Null: all. */
  readonly #sections: ReadonlySet<string> | null;
  readonly #topics: ReadonlyMap<string, number>;
  readonly #byDifficulty: boolean;
  /** By section; then by numbers for topic and difficulty. */
  readonly #buckets = new Map<string, Bucket[]>();

  constructor(type: QuestionType, demands: readonly Demand[], { listed, weighed }: { listed: readonly string[]; weighed: boolean }) {
    this.#type = type;
    this.#sections = listed.length === 0 ? null : new Set([...listed, ...demands.flatMap(({ section }) => section ?? [])]);
    this.#topics = new Map([...new Set(demands.flatMap(({ topic }) => topic ?? []))].map((topic, place) => [topic, place]));
    this.#byDifficulty = weighed || demands.some(({ difficulty }) => difficulty !== null);
  }

  takes(section: string): boolean {
    return this.#sections === null || this.#sections.has(section);
  }

  put(entry: PoolEntry, kind: keyof Bucket): void {
    let ofSection = this.#buckets.get(entry.section);
    if (!ofSection) {
      ofSection = Array.from({ length: (this.#topics.size + 1) * difficulties.length }, () => ({ must: [], fresh: [], used: [] }));
      this.#buckets.set(entry.section, ofSection);
    }
    const topic = this.#topics.size === 0 ? 0 : (this.#topics.get(entry.topic) ?? this.#topics.size);
    const difficulty = this.#byDifficulty ? difficulties.indexOf(entry.difficulty) : 0;
    ofSection[topic * difficulties.length + difficulty]?.[kind].push(entry);
  }

  /** Those that are not empty, by section, topic and difficulty. */
  cells(): Cell[] {
    const topics = [...this.#topics.keys()];
    const sections = [...this.#buckets].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return sections.flatMap(([section, buckets]) => {
      const cells = buckets.map((bucket, code): Cell => {
        const difficulty = this.#byDifficulty ? (difficulties[code % difficulties.length] ?? null) : null;
        const topic = topics[Math.floor(code / difficulties.length)] ?? null;
        return { type: this.#type, section, topic, difficulty, ...bucket };
      });
      return cells.filter((cell) => sizeOf(cell) > 0);
    });
  }
}

/** Sections by how many questions they hold of the types that are asked for. */
function sizesOf(cells: readonly Cell[]): Sorted['sections'] {
  const bySection = Map.groupBy(cells, ({ section }) => section);
  return [...bySection].map(([section, ofSection]) => ({ section, weight: ofSection.reduce((sum, cell) => sum + sizeOf(cell), 0) }));
}

/** Whether questions of a cell count for a demand. Every cell lies wholly inside a demand of its type or wholly outside. */
export const isMeant = (demand: Demand, cell: Pick<Cell, 'section' | 'topic' | 'difficulty'>): boolean =>
  (demand.section === null || demand.section === cell.section) &&
  (demand.topic === null || demand.topic === cell.topic) &&
  (demand.difficulty === null || demand.difficulty === cell.difficulty);
