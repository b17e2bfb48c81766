import type { BankBlock, BankEntry, EntryRef } from '../model/bank.ts';
import type { Difficulty, QuestionType } from '../model/question.ts';
import type { ProblemCode } from './imported.ts';
import { blockTexts, type BlockTexts, type EntryFacts } from './search/block-texts.ts';
import { CommonPairs } from './search/common-pairs.ts';
import { hasAny, hasEntry } from './search/entry-bits.ts';
import { GramFilter, isIn } from './search/gram-filter.ts';
import { Initials, type ReadingsOf } from './search/initials.ts';
import { SpokenFilter } from './search/spoken-filter.ts';
import { wordsOf } from './search/text.ts';

/** What a list of a bank shows. Null asks for all. */
export interface BankQuery {
  /** Words, all of which have to be found; letters are also tried as the initials of pinyin. */
  readonly text: string;
  readonly section: string | null;
  readonly topic: string | null;
  readonly type: QuestionType | null;
  readonly difficulty: Difficulty | null;
  readonly state: BankEntry['state'] | null;
  readonly batch: string | null;
  readonly about: EntryFacts['about'];
  readonly problem: ProblemCode | 'any' | null;
  /** Only questions that a 纠错单 waits on. */
  readonly correction: boolean;
}

export const everything: BankQuery = {
  text: '',
  section: null,
  topic: null,
  type: null,
  difficulty: null,
  state: null,
  batch: null,
  about: null,
  problem: null,
  correction: false,
};

/** How many of the found entries have which label, in the order of the bank. */
export interface BankFacets {
  readonly total: number;
  readonly sections: readonly Count<string>[];
  readonly topics: readonly Count<string>[];
  readonly types: readonly Count<QuestionType>[];
  readonly difficulties: readonly Count<Difficulty>[];
  readonly states: readonly Count<BankEntry['state']>[];
  readonly abouts: readonly Count<NonNullable<EntryFacts['about']>>[];
  readonly problems: readonly Count<ProblemCode>[];
  /** Entries with any problem. */
  readonly withProblems: number;
  readonly withCorrections: number;
}
export type Count<T> = readonly [T, number];

/** A bank of so few blocks is read as fast as it is looked up. */
const fewBlocks = 64;

/**
 * The texts of one bank, held for searching. Blocks may be put again in a new form at any time. A query finds exactly
 * what reading every text would find, in the order of the bank.
 */
export class BankIndex {
  readonly #initials: Initials;
  readonly #slots = new Map<string, number>();
  readonly #blocks: BlockTexts[] = [];
  readonly #texts = new GramFilter();
  readonly #common = new CommonPairs();
  readonly #spoken: SpokenFilter;
  readonly #whereabouts = new Map<string, string>();
  #order: readonly number[] | null = null;
  #learnAt = fewBlocks;
  #corrections: ReadonlySet<string> = new Set();

  constructor(readingsOf: ReadingsOf) {
    this.#initials = new Initials(readingsOf);
    this.#spoken = new SpokenFilter(this.#initials);
  }

  put(block: BankBlock): void {
    const texts = blockTexts(block, this.#initials);
    const slot = this.#slots.get(block.id) ?? this.#slots.size;
    for (const { id } of this.#blocks[slot]?.facts ?? []) if (this.#whereabouts.get(id) === block.id) this.#whereabouts.delete(id);
    for (const { id } of texts.facts) this.#whereabouts.set(id, block.id);
    this.#slots.set(block.id, slot);
    this.#blocks[slot] = texts;
    this.#texts.put(slot, texts.texts);
    this.#learn(slot, texts.texts);
    this.#spoken.put(slot, texts.initials);
    this.#order = null;
  }

  /** Ids of the questions that a 纠错单 waits on. */
  setCorrections(ids: ReadonlySet<string>): void {
    this.#corrections = ids;
  }

  refOf(id: string): EntryRef | null {
    const blockId = this.#whereabouts.get(id);
    return blockId === undefined ? null : { id, blockId };
  }

  /** How many entries are found, and those of them from `from` on, at most `count`. */
  find(query: BankQuery, from: number, count: number): { readonly total: number; readonly refs: readonly EntryRef[] } {
    const refs: EntryRef[] = [];
    let total = 0;
    this.#each(query, ({ id }, blockId) => {
      if (total >= from && total < from + count) refs.push({ id, blockId });
      total += 1;
    });
    return { total, refs };
  }

  /** At which place of what is found an entry stands, counted from 0; −1 where it is not found. */
  placeOf(query: BankQuery, id: string): number {
    let place = 0;
    let found = -1;
    this.#each(query, (facts) => {
      if (facts.id === id) found = place;
      place += 1;
    });
    return found;
  }

  facets(query: BankQuery): BankFacets {
    const tally = new Tally();
    this.#each(query, (facts) => tally.add(facts, this.#corrections.has(facts.id)));
    return tally.facets();
  }

  #each(query: BankQuery, found: (facts: EntryFacts, blockId: string) => void): void {
    const words = wordsOf(query.text).map((word) => this.#wanted(word));
    const isFiltered = Object.entries(query).some(([name, value]) => name !== 'text' && value !== null && value !== false);
    for (const slot of this.#inOrder()) {
      const block = this.#blocks[slot];
      if (!block || !words.every((word) => mayBeIn(word, slot))) continue;
      for (let place = 0; place < block.facts.length; place += 1) {
        const facts = block.facts[place];
        if (facts && areFound(words, block, slot, place) && (!isFiltered || this.#passes(facts, query))) found(facts, block.id);
      }
    }
  }

  #passes(facts: EntryFacts, query: BankQuery): boolean {
    const { section, topic, type, difficulty, state, batch, about, problem, correction } = query;
    return (
      (section === null || facts.section === section) &&
      (topic === null || facts.topic === topic) &&
      (type === null || facts.type === type) &&
      (difficulty === null || facts.difficulty === difficulty) &&
      (state === null || facts.state === state) &&
      (batch === null || facts.batchId === batch) &&
      (about === null || facts.about === about) &&
      (problem === null || (problem === 'any' ? facts.problems.length > 0 : facts.problems.includes(problem))) &&
      (!correction || this.#corrections.has(facts.id))
    );
  }

  #wanted(word: string): Wanted {
    const blocks = this.#texts.holding(word);
    const entries = this.#common.holding(word);
    if (!/^[a-z]+$/.test(word)) return { word, blocks, entries, spoken: null };
    const pattern = word.length > 2 ? this.#initials.patternOf(word) : null;
    return { word, blocks, entries, spoken: { pattern, entries: this.#spoken.holding(word) } };
  }

  /** Which pairs of characters are common is found out anew whenever the bank has doubled. */
  #learn(slot: number, texts: readonly string[]): void {
    if (this.#blocks.length < this.#learnAt) return this.#common.put(slot, texts);
    this.#learnAt = 2 * this.#blocks.length;
    const all = this.#blocks.map((block) => block.texts);
    this.#common.learn(this.#texts, all);
  }

  #inOrder(): readonly number[] {
    const placeOf = (slot: number): number => this.#blocks[slot]?.place ?? 0;
    return (this.#order ??= [...this.#blocks.keys()].toSorted((one, other) => placeOf(one) - placeOf(other)));
  }
}

interface Wanted {
  readonly word: string;
  /** The blocks that may hold it as it is written, as bits. */
  readonly blocks: Uint32Array;
  /** The entries that may, as bits; null where that is not known. */
  readonly entries: Uint32Array | null;
  /** The entries that may hold its letters as initials, as bits, and the pattern that tells; null where the bits tell themselves. */
  readonly spoken: { readonly pattern: RegExp | null; readonly entries: Uint32Array } | null;
}

const mayBeIn = ({ blocks, entries, spoken }: Wanted, slot: number): boolean =>
  (isIn(blocks, slot) && (!entries || hasAny(entries, slot))) || (spoken !== null && hasAny(spoken.entries, slot));

/** A plain loop: it runs for every entry at every key. */
function areFound(words: readonly Wanted[], block: BlockTexts, slot: number, place: number): boolean {
  for (const word of words) if (!isFound(word, block, slot, place)) return false;
  return true;
}

function isFound({ word, blocks, entries, spoken }: Wanted, { texts, initials }: BlockTexts, slot: number, place: number): boolean {
  if (isIn(blocks, slot) && (!entries || hasEntry(entries, slot, place))) {
    // A common pair of characters is known for each entry; anything else has to be read.
    if ((entries && word.length === 2) || texts[place]?.includes(word)) return true;
  }
  if (!spoken || !hasEntry(spoken.entries, slot, place)) return false;
  return !spoken.pattern || spoken.pattern.test(initials[place] ?? '');
}

class Tally {
  #total = 0;
  #withProblems = 0;
  #withCorrections = 0;
  readonly #sections = new Map<string, number>();
  readonly #topics = new Map<string, number>();
  readonly #types = new Map<QuestionType, number>();
  readonly #difficulties = new Map<Difficulty, number>();
  readonly #states = new Map<BankEntry['state'], number>();
  readonly #abouts = new Map<NonNullable<EntryFacts['about']>, number>();
  readonly #problems = new Map<ProblemCode, number>();

  add({ section, topic, type, difficulty, state, about, problems }: EntryFacts, hasCorrection: boolean): void {
    this.#total += 1;
    if (problems.length > 0) this.#withProblems += 1;
    if (hasCorrection) this.#withCorrections += 1;
    count(this.#sections, section);
    count(this.#topics, topic);
    if (type) count(this.#types, type);
    if (difficulty) count(this.#difficulties, difficulty);
    count(this.#states, state);
    if (about) count(this.#abouts, about);
    for (const problem of problems) count(this.#problems, problem);
  }

  facets(): BankFacets {
    return {
      total: this.#total,
      sections: [...this.#sections],
      topics: [...this.#topics],
      types: [...this.#types],
      difficulties: [...this.#difficulties],
      states: [...this.#states],
      abouts: [...this.#abouts],
      problems: [...this.#problems],
      withProblems: this.#withProblems,
      withCorrections: this.#withCorrections,
    };
  }
}

const count = <T>(counts: Map<T, number>, value: T): unknown => counts.set(value, (counts.get(value) ?? 0) + 1);
