import type { UnpackedIndex } from '../packages/packed-index.ts';
import type { Scope } from './sets.ts';

/** Where one question stands in the installed banks. */
export interface QuestionRef {
  readonly id: string;
  readonly section: string;
  readonly revision: string;
  /** Block and position inside it. */
  readonly key: string;
  readonly position: number;
}

/** The index of one block, with the key under which its questions are read: the package's name, a slash, its hash. */
export interface KeyedIndex {
  readonly key: string;
  readonly index: UnpackedIndex;
}

/** The questions of a set, in order; each is described when it is asked for. */
export interface Refs {
  readonly length: number;
  at(place: number): QuestionRef | undefined;
  /** The place of a question; −1 where it is not in the set. */
  indexOf(id: string): number;
}

/** Some questions of one block, by their positions. */
export interface BlockPositions {
  readonly key: string;
  readonly positions: Uint32Array;
}

/**
 * All installed questions by number, in published order, without one of them being read: a set of a hundred thousand is
 * an array of numbers. A question that two banks hold is counted in the first.
 */
export class Catalogue {
  readonly size: number;
  readonly blocks: readonly KeyedIndex[];
  readonly #starts: readonly number[];
  /** Of the blocks noted so far, where each id stands first; and where those that stand in several banks stand again. */
  readonly #numbers = new Map<string, number>();
  readonly #again = new Map<string, number[]>();
  #noted = 0;

  constructor(blocks: readonly KeyedIndex[]) {
    const starts: number[] = [];
    let size = 0;
    for (const { index } of blocks) {
      starts.push(size);
      size += index.ids.length;
    }
    this.blocks = blocks;
    this.size = size;
    this.#starts = starts;
  }

  refAt(number: number): QuestionRef | undefined {
    const { keyed, position } = this.#placeOf(number);
    const id = keyed?.index.ids[position];
    if (!keyed || id === undefined) return undefined;
    return { id, section: keyed.index.section, revision: keyed.index.revisionAt(position), key: keyed.key, position };
  }

  /** Where a question stands first; undefined where it is not installed. */
  numberOf(id: string): number | undefined {
    while (this.#noteNext()); // nothing is left to note after the first time
    return this.#numbers.get(id);
  }

  /** '' for a number that is none. */
  revisionOf(number: number): string {
    const { keyed, position } = this.#placeOf(number);
    return keyed?.index.revisionAt(position) ?? '';
  }

  /** These questions as a set. */
  refs(numbers: Uint32Array): Refs {
    return {
      length: numbers.length,
      at: (place) => {
        const number = numbers[place];
        return number === undefined ? undefined : this.refAt(number);
      },
      indexOf: (id) => numbers.findIndex((number) => this.#idAt(number) === id),
    };
  }

  /** The numbers of the questions within a scope, in published order. */
  numbersOf(scope: Scope): Uint32Array {
    const numbers = new Uint32Array(this.size);
    const isNew = this.#isNew(scope);
    let count = 0;
    this.#each(scope, (number, id) => {
      if (!isNew(id)) return true;
      numbers[count] = number;
      count += 1;
      return true;
    });
    return numbers.slice(0, count);
  }

  /** The numbers of these questions within a scope, in the order given; those that are not installed are left out. */
  numbersOfIds(ids: readonly string[], scope: Scope): Uint32Array {
    const numbers = new Uint32Array(ids.length);
    const isTaken = new Uint8Array(this.size);
    let count = 0;
    for (const id of ids) {
      const number = this.#numberWithin(scope, id);
      if (number === undefined || isTaken[number] === 1) continue;
      isTaken[number] = 1;
      numbers[count] = number;
      count += 1;
    }
    return numbers.slice(0, count);
  }

  /** Notes where each id stands, block by block, so that looking one up is no search. Whoever looks one up before has it done at once. */
  *prepare(): Generator<void> {
    while (this.#noteNext()) yield;
  }

  /** The numbers of questions that are named by block and position; those of blocks that are not installed are left out. */
  numbersAt(groups: readonly BlockPositions[]): Uint32Array {
    const starts = new Map(this.blocks.map(({ key }, block) => [key, this.#starts[block] ?? 0]));
    const known = groups.filter(({ key }) => starts.has(key));
    const numbers = new Uint32Array(known.reduce((sum, { positions }) => sum + positions.length, 0));
    let count = 0;
    for (const { key, positions } of known) {
      const start = starts.get(key) ?? 0;
      numbers.set(
        positions.map((position) => start + position),
        count,
      );
      count += positions.length;
    }
    return numbers;
  }

  /** The numbers of a scope without those of which `answered` knows this very revision. */
  unseen(scope: Scope, answered: ReadonlyMap<string, string>): Uint32Array {
    const numbers = new Uint32Array(this.size);
    const isNew = this.#isNew(scope);
    let count = 0;
    this.#each(scope, (number, id, index, position) => {
      if (!isNew(id) || isAnswered(id, index, position, answered)) return true;
      numbers[count] = number;
      count += 1;
      return true;
    });
    return numbers.slice(0, count);
  }

  /** The first of them; null where everything was answered. */
  firstUnseen(scope: Scope, answered: ReadonlyMap<string, string>): number | null {
    let first: number | null = null;
    this.#each(scope, (number, id, index, position) => {
      if (!isAnswered(id, index, position, answered)) first = number;
      return first === null;
    });
    return first;
  }

  /** Gives each question of a scope to `take`, until that says false. */
  #each(scope: Scope, take: (number: number, id: string, index: UnpackedIndex, position: number) => boolean): void {
    for (const [block, { index }] of this.blocks.entries()) {
      if (scope.section !== undefined && index.section !== scope.section) continue;
      const topics = scope.topic === undefined ? null : index.topics;
      const types = scope.type === undefined ? null : index.types;
      const start = this.#starts[block] ?? 0;
      const { ids } = index;
      for (let position = 0; position < ids.length; position += 1) {
        if (topics && topics[position] !== scope.topic) continue;
        if (types && types[position] !== scope.type) continue;
        if (!take(start + position, ids[position] ?? '', index, position)) return;
      }
    }
  }

  /** Tells repeated ids, which only several banks can have. */
  #isNew({ section }: Scope): (id: string) => boolean {
    const own = this.blocks.filter(({ index }) => section === undefined || index.section === section);
    if (new Set(own.map(({ key }) => packageOf(key))).size < 2) return () => true;
    const known = new Set<string>();
    return (id) => known.size < known.add(id).size;
  }

  /** False where every block is noted. */
  #noteNext(): boolean {
    const block = this.blocks[this.#noted];
    if (!block) return false;
    const start = this.#starts[this.#noted] ?? 0;
    for (const [position, id] of block.index.ids.entries()) {
      if (!this.#numbers.has(id)) this.#numbers.set(id, start + position);
      else this.#again.set(id, [...(this.#again.get(id) ?? []), start + position]);
    }
    this.#noted += 1;
    return true;
  }

  /** Where a question stands first within a scope. */
  #numberWithin(scope: Scope, id: string): number | undefined {
    const first = this.numberOf(id);
    if (first === undefined || this.#isIn(first, scope)) return first;
    return this.#again.get(id)?.find((number) => this.#isIn(number, scope));
  }

  #isIn(number: number, { section, topic, type }: Scope): boolean {
    if (section === undefined && topic === undefined && type === undefined) return true;
    const { keyed, position } = this.#placeOf(number);
    if (!keyed) return false;
    const { index } = keyed;
    return (
      (section === undefined || index.section === section) &&
      (topic === undefined || index.topics[position] === topic) &&
      (type === undefined || index.typeAt(position) === type)
    );
  }

  #idAt(number: number): string | undefined {
    const { keyed, position } = this.#placeOf(number);
    return keyed?.index.ids[position];
  }

  #placeOf(number: number): { readonly keyed: KeyedIndex | undefined; readonly position: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return { keyed: this.blocks[low], position: number - (this.#starts[low] ?? 0) };
  }
}

const packageOf = (key: string): string => key.slice(0, key.indexOf('/'));

function isAnswered(id: string, index: UnpackedIndex, position: number, answered: ReadonlyMap<string, string>): boolean {
  const revision = answered.get(id);
  return revision !== undefined && revision === index.revisionAt(position);
}
