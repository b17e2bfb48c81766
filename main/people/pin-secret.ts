import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { PinSecret } from './pin-file.ts';

const derive = promisify<
  string,
  Buffer,
  number,
  { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
  Buffer
>(scrypt);

/** N = 2^16, r = 8: 64 MB and some tenths of a second; OWASP's least for scrypt with p = 2 would double the time of an old PC. */
const usualCost = 2 ** 16;
const blockSize = 8;
const hashBytes = 32;

/** Hashes a PIN with a new salt. */
export async function makeSecret(pin: string, cost = usualCost): Promise<PinSecret> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: (await hash(pin, salt, cost)).toString('base64'), cost };
}

/** Whether this is the PIN. Takes the same time whatever is wrong. */
export async function isPin(pin: string, { salt, hash: stored, cost }: PinSecret): Promise<boolean> {
  const expected = Buffer.from(stored, 'base64');
  const given = await hash(pin, Buffer.from(salt, 'base64'), cost);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** One width: a PIN typed with a Chinese input method is the same PIN. */
const hash = (pin: string, salt: Buffer, cost: number): Promise<Buffer> =>
  derive(pin.normalize('NFKC'), salt, hashBytes, { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize });
