import { entriesPerBlock } from '../../model/bank.ts';

/** Tables with one bit an entry keep the bits of a block in so many words of 32. */
export const wordsPerBlock = Math.ceil(entriesPerBlock / 32);

export const everyBit = 0xffff_ffff;

/** Whether the bit of an entry is set. */
export const hasEntry = (bits: Uint32Array, block: number, place: number): boolean =>
  ((bits[block * wordsPerBlock + (place >>> 5)] ?? 0) & (1 << (place & 31))) !== 0;

/** Whether the bit of any entry of a block is set. */
export function hasAny(bits: Uint32Array, block: number): boolean {
  for (let word = 0; word < wordsPerBlock; word += 1) if ((bits[block * wordsPerBlock + word] ?? 0) !== 0) return true;
  return false;
}
