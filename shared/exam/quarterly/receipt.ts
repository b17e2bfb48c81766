import { symbolsOf } from './base32.ts';

/** 8 symbols of 5 bits: the first 40 bits of the hash. */
const digits = 10;

/**
 * The code that is read out over the telephone (回执码): 'XXXX-XXXX' of Crockford's base32. From the hash (hex) of a record's last entry: the bureau computes it from the record that came in.
 */
export function receiptOf(headHash: string): string {
  if (!/^[0-9a-f]{10}/.test(headHash)) throw new Error('a receipt needs a hash');
  const code = symbolsOf(BigInt(`0x${headHash.slice(0, digits)}`), 8);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
