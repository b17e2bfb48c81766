import type { BlockIndex } from '../model/package.ts';
import { difficulties, questionTypes, type QuestionType } from '../model/question.ts';

/**
 * A block's index as the database keeps it: a handful of long strings. A hundred thousand questions are read in a few
 * milliseconds this way; as arrays of small strings the same rows hold the renderer up.
 */
export interface PackedIndex {
  readonly section: string;
  /** Ids and topics, one a line; neither can hold a line break (main checks it). */
  readonly ids: string;
  readonly topics: string;
  /** One digit a question: position in questionTypes and in difficulties. */
  readonly types: string;
  readonly difficulties: string;
  /** `revisionLength` hex digits a question. */
  readonly revisions: string;
}

const revisionLength = 16;

export function packIndex(index: BlockIndex): PackedIndex {
  return {
    section: index.section,
    ids: index.ids.join('\n'),
    topics: index.topics.join('\n'),
    types: index.types.map((type) => questionTypes.indexOf(type)).join(''),
    difficulties: index.difficulties.map((difficulty) => difficulties.indexOf(difficulty)).join(''),
    revisions: index.revisions.join(''),
  };
}

/** Reads a packed index as if it were the arrays; each array is made when it is first asked for. */
export class UnpackedIndex implements BlockIndex {
  readonly section: string;
  readonly #packed: PackedIndex;
  #ids: readonly string[] | null = null;
  #topics: readonly string[] | null = null;

  constructor(packed: PackedIndex) {
    this.section = packed.section;
    this.#packed = packed;
  }

  get ids(): readonly string[] {
    return (this.#ids ??= this.#lines(this.#packed.ids));
  }

  get topics(): BlockIndex['topics'] {
    return (this.#topics ??= withoutCopies(this.#lines(this.#packed.topics)));
  }

  get types(): BlockIndex['types'] {
    return Array.from(this.#packed.types, (digit) => questionTypes[Number(digit)] ?? 'single');
  }

  get difficulties(): BlockIndex['difficulties'] {
    return Array.from(this.#packed.difficulties, (digit) => difficulties[Number(digit)] ?? 'medium');
  }

  get revisions(): readonly string[] {
    const { revisions } = this.#packed;
    return Array.from({ length: revisions.length / revisionLength }, (_, place) =>
      revisions.slice(place * revisionLength, (place + 1) * revisionLength),
    );
  }

  /** The revision of one question; '' where there is none at that place. */
  revisionAt(place: number): string {
    return this.#packed.revisions.slice(place * revisionLength, (place + 1) * revisionLength);
  }

  /** The type of one question; undefined where there is none at that place. */
  typeAt(place: number): QuestionType | undefined {
    const digit = this.#packed.types[place];
    return digit === undefined ? undefined : questionTypes[Number(digit)];
  }

  /** No lines and one empty line are the same text; how many questions there are tells them apart. */
  #lines(text: string): readonly string[] {
    return this.#packed.types === '' ? [] : text.split('\n');
  }
}

/** The same texts, each of them once in memory: a block's questions share a few topics. */
function withoutCopies(texts: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  return texts.map((text) => {
    const one = known.get(text);
    if (one === undefined) known.set(text, text);
    return one ?? text;
  });
}
