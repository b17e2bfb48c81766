import { alphabet, bitsEach, symbolsOf } from './base32.ts';

/** Symbols in a group, and groups in a start code. */
export const groupLength = 4;
export const groups = 3;
const length = groups * groupLength;

/** Sixty bits: guessing them takes longer than the paper is worth, however early the package arrives. */
export const startCodeBits = length * bitsEach;

/** How many random bytes a start code takes. */
export const startCodeBytes = Math.ceil(startCodeBits / 8);

/**
 * The start code (启封码) that random bytes make: 12 letters and digits in three groups, `ABCD-EFGH-JKMN`. Throws RangeError
 * where there are too few bytes for 60 bits.
 */
export function makeStartCode(bytes: Uint8Array): string {
  if (bytes.length < startCodeBytes) throw new RangeError(`a start code takes ${startCodeBytes} random bytes, not ${bytes.length}`);
  const bits = bytes.subarray(0, startCodeBytes).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  return grouped(symbolsOf(bits, length));
}

/** A start code as somebody typed it, in its one true form; null where it is none. Forgives case, width, spaces, hyphens, O for 0, I and L for 1. */
export function readStartCode(typed: string): string | null {
  const plain = folded(typed).replaceAll(/[\s\p{Dash}]/gu, '');
  return plain.length === length && [...plain].every(isSymbol) ? grouped(plain) : null;
}

/** The symbols of a start code in what was typed so far; what can stand in no code is left out. */
export const symbolsIn = (typed: string): string => [...folded(typed)].filter(isSymbol).join('');

const isSymbol = (letter: string): boolean => alphabet.includes(letter);

/** Full width as half width, small letters as capitals, O as 0, I and L as 1. */
const folded = (typed: string): string => typed.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

const grouped = (letters: string): string => [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-');
