import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Which paper somebody gets: always the same for one person, whatever the order in which the papers are named, and each
 * paper about as often as the others. Throws where there is no paper.
 */
export function variantFor(personId: string, variants: readonly string[]): string {
  const digest = sha256(utf8ToBytes(personId));
  const number = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  const variant = variants.toSorted()[number % variants.length];
  if (variant === undefined) throw new Error('an exam without a paper');
  return variant;
}
