import { BitTable } from './bit-table.ts';
import { everyBit, wordsPerBlock } from './entry-bits.ts';
import type { Initials } from './initials.ts';

const letters = 26;

/** Which entries may be read with these initials: for every letter and every two neighbouring ones, one bit an entry. */
export class SpokenFilter {
  readonly #table = new BitTable(letters * letters + letters);
  readonly #initials: Initials;

  constructor(initials: Initials) {
    this.#initials = initials;
  }

  /** Says what the entries of a block are read as; what was said of it before is forgotten. */
  put(block: number, initials: readonly string[]): void {
    const start = block * wordsPerBlock;
    for (let word = start; word < start + wordsPerBlock; word += 1) this.#table.clear(word, everyBit);
    for (const [place, text] of initials.entries()) this.#add(start + (place >>> 5), 1 << (place & 31), text);
  }

  /** One bit an entry. Of one or two letters it is exact, of more it says perhaps. */
  holding(word: string): Uint32Array {
    if (word.length === 1) return this.#table.inAll([rowOf(word, '')]);
    return this.#table.inAll(Array.from({ length: word.length - 1 }, (_, at) => rowOf(word.charAt(at), word.charAt(at + 1))));
  }

  #add(word: number, bit: number, text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      for (const letter of this.#initials.lettersOf(text.charAt(at))) {
        if (!isLetter(letter)) continue;
        this.#table.add(rowOf(letter, ''), word, bit);
        for (const next of this.#initials.lettersOf(text.charAt(at + 1))) {
          if (isLetter(next)) this.#table.add(rowOf(letter, next), word, bit);
        }
      }
    }
  }
}

const isLetter = (sign: string): boolean => sign >= 'a' && sign <= 'z';
const numberOf = (letter: string): number => letter.charCodeAt(0) - 97;
const rowOf = (one: string, next: string): number =>
  next === '' ? letters * letters + numberOf(one) : numberOf(one) * letters + numberOf(next);
