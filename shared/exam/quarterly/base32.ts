/** Crockford's base32: digits and letters that nobody mixes up when they are read out; without I, L, O and U. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many bits a symbol carries. */
export const bitsEach = 5;

/** The lowest bits of a number as so many symbols, the highest first. */
export function symbolsOf(number: bigint, length: number): string {
  let rest = number;
  let symbols = '';
  for (let place = 0; place < length; place += 1) {
    symbols = `${alphabet[Number(rest & 31n)] ?? ''}${symbols}`;
    rest >>= BigInt(bitsEach);
  }
  return symbols;
}
