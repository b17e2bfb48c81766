import { entriesPerBlock } from '../../model/bank.ts';
import { CommonPairs } from '../../bank/search/common-pairs.ts';
import { hasAny, hasEntry } from '../../bank/search/entry-bits.ts';
import { GramFilter, isIn } from '../../bank/search/gram-filter.ts';
import { wordsOf } from '../../bank/search/text.ts';
import type { Question, QuestionType } from '../../model/question.ts';
import type { BlockPositions } from '../catalogue.ts';
import type { FoundQuery } from '../sets.ts';
import { otherHit, searchedText, stemLine } from './texts.ts';

/** A found question as a list shows it. */
export interface FoundRow {
  readonly key: string;
  readonly position: number;
  readonly type: QuestionType;
  readonly section: string;
  readonly stem: string;
  /** A piece of its other texts where the stem does not hold every word; else ''. */
  readonly other: string;
}

/** How many questions hold the words, by section and by type, in published order. */
export interface FoundFacets {
  readonly sections: readonly (readonly [string, number])[];
  readonly types: readonly (readonly [QuestionType, number])[];
}

/** Neighbouring questions of an installed block: as many as the filters keep bits for. */
interface Piece {
  readonly key: string;
  /** Position of the first of them in the block. */
  readonly start: number;
  readonly section: string;
  readonly types: readonly QuestionType[];
  readonly topics: readonly string[];
  readonly stems: readonly string[];
  readonly texts: readonly string[];
}

/** A bank of so few pieces is read as fast as it is looked up. */
const fewPieces = 64;

/**
 * The texts of the installed questions, held for searching with the filters of the bank's own search. A query finds
 * exactly what reading every text would find, in published order.
 */
export class ContentIndex {
  readonly #slots: (Piece | null)[] = [];
  readonly #slotsOf = new Map<string, readonly number[]>();
  readonly #filter = new GramFilter();
  readonly #common = new CommonPairs();
  #order: readonly number[] = [];
  #learnAt = fewPieces;

  /** The blocks that it holds. */
  get keys(): readonly string[] {
    return [...this.#slotsOf.keys()];
  }

  put(key: string, questions: readonly Question[]): void {
    const slots: number[] = [];
    for (let start = 0; start < questions.length; start += entriesPerBlock) {
      const slot = this.#slots.length;
      slots.push(slot);
      this.#hold(slot, pieceOf(key, start, questions.slice(start, start + entriesPerBlock)));
    }
    this.#slotsOf.set(key, slots);
  }

  /** Which blocks are searched, in their order. What does not stand here is forgotten. */
  arrange(keys: readonly string[]): void {
    const wanted = new Set(keys);
    for (const [key, slots] of this.#slotsOf) {
      if (wanted.has(key)) continue;
      for (const slot of slots) this.#slots[slot] = null;
      this.#slotsOf.delete(key);
    }
    this.#order = keys.flatMap((key) => this.#slotsOf.get(key) ?? []);
  }

  /** How many questions are found, and those of them from `from` on, at most `count`. */
  find(query: FoundQuery, from: number, count: number): { readonly total: number; readonly rows: readonly FoundRow[] } {
    const words = wordsOf(query.text);
    const rows: FoundRow[] = [];
    let total = 0;
    this.#each(query, (piece, place) => {
      if (total >= from && rows.length < count) rows.push(rowOf(piece, place, words));
      total += 1;
    });
    return { total, rows };
  }

  /** Everything that is found, block by block. */
  all(query: FoundQuery): BlockPositions[] {
    const found = new Map<string, number[]>();
    this.#each(query, ({ key, start }, place) => {
      const positions = found.get(key);
      if (positions) positions.push(start + place);
      else found.set(key, [start + place]);
    });
    return [...found].map(([key, positions]) => ({ key, positions: Uint32Array.from(positions) }));
  }

  facets(text: string): FoundFacets {
    const sections = new Map<string, number>();
    const types = new Map<QuestionType, number>();
    this.#each({ text }, (piece, place) => {
      sections.set(piece.section, (sections.get(piece.section) ?? 0) + 1);
      const type = piece.types[place] ?? 'single';
      types.set(type, (types.get(type) ?? 0) + 1);
    });
    return { sections: [...sections], types: [...types] };
  }

  #hold(slot: number, piece: Piece): void {
    this.#slots[slot] = piece;
    this.#filter.put(slot, piece.texts);
    if (this.#slots.length < this.#learnAt) return this.#common.put(slot, piece.texts);
    this.#learnAt = 2 * this.#slots.length;
    const all = this.#slots.map((held) => held?.texts ?? []);
    this.#common.learn(this.#filter, all);
  }

  #each(query: FoundQuery, found: (piece: Piece, place: number) => void): void {
    const words = wordsOf(query.text).map((word) => ({
      word,
      pieces: this.#filter.holding(word),
      entries: this.#common.holding(word),
    }));
    for (const slot of this.#order) {
      const piece = this.#slots[slot];
      if (!piece || (query.section !== undefined && piece.section !== query.section)) continue;
      if (!words.every((word) => mayBeIn(word, slot))) continue;
      for (let place = 0; place < piece.texts.length; place += 1) {
        if (passes(piece, place, query) && areFound(words, piece, slot, place)) found(piece, place);
      }
    }
  }
}

interface Wanted {
  readonly word: string;
  /** The pieces that may hold it, as bits. */
  readonly pieces: Uint32Array;
  /** The questions that may, as bits; null where that is not known. */
  readonly entries: Uint32Array | null;
}

const mayBeIn = ({ pieces, entries }: Wanted, slot: number): boolean => isIn(pieces, slot) && (!entries || hasAny(entries, slot));

const passes = ({ topics, types }: Piece, place: number, { topic, type }: FoundQuery): boolean =>
  (topic === undefined || topics[place] === topic) && (type === undefined || types[place] === type);

/** A plain loop: it runs for every question at every key. */
function areFound(words: readonly Wanted[], { texts }: Piece, slot: number, place: number): boolean {
  for (const { word, entries } of words) {
    if (entries && !hasEntry(entries, slot, place)) return false;
    // A common pair of characters is known for each question; anything else has to be read.
    if (entries && word.length === 2) continue;
    if (!texts[place]?.includes(word)) return false;
  }
  return true;
}

function pieceOf(key: string, start: number, questions: readonly Question[]): Piece {
  return {
    key,
    start,
    section: questions[0]?.section ?? '',
    types: questions.map(({ type }) => type),
    topics: questions.map(({ topic }) => topic),
    stems: questions.map(stemLine),
    texts: questions.map(searchedText),
  };
}

function rowOf({ key, start, section, types, stems, texts }: Piece, place: number, words: readonly string[]): FoundRow {
  const about = { type: types[place] ?? 'single', section, stem: stems[place] ?? '' };
  return { key, position: start + place, ...about, other: otherHit(texts[place] ?? '', words) };
}
