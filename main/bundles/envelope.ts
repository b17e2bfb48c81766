import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { tryIdentities } from '../age-files.ts';
import { codeOf } from '../files.ts';
import { limits } from '../limits.ts';

// A bundle (上报包) begins with a line of plain text, `sanxun-bundle/1 <length>`; behind it stand so many bytes: an age file
// to the bureau's key, with gzip of frames inside (contents.ts). Whoever finds the stick reads a length, and no more.
export const bundleEnding = 'sanxun-bundle';

const version = 1;

/** Why a bundle is not opened. */
export type Unopened = 'not-understood' | 'truncated' | 'newer' | 'not-for-us' | 'tampered' | 'too-large';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Whether a text is a key that can be sealed to (`age1…`), its checksum included. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Seals the contents of a bundle to a key (`age1…`). Throws where that is no key. */
export async function sealEnvelope(contents: Uint8Array, recipient: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(await pack(contents));
  return Buffer.concat([Buffer.from(`${bundleEnding}/${version} ${sealed.length}\n`), sealed]);
}

/** The contents of a bundle, opened with the bureau's secret keys (`AGE-SECRET-KEY-1…`). Nothing in them has been looked at. */
export async function openEnvelope(bytes: Buffer, identities: readonly string[]): Promise<Buffer | Unopened> {
  const sealed = sealedIn(bytes);
  if (typeof sealed === 'string') return sealed;
  const opened = await tryIdentities(sealed, identities);
  if (!opened.ok) return opened.kind;
  try {
    return await unpack(opened.bytes, { maxOutputLength: limits.bundleUnpacked });
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-understood';
  }
}

/** The age file in a bundle, as long as the first line says. */
export function sealedIn(bytes: Buffer): Buffer | Unopened {
  if (bytes.length > limits.bundleFile) return 'too-large';
  const head = bytes.subarray(0, longestLine).toString('latin1');
  const [line, made, length] = /^sanxun-bundle\/([1-9]\d{0,5}) ([1-9]\d{0,11})\n/.exec(head) ?? [];
  if (line === undefined) return isBeginning(head) ? 'truncated' : 'not-understood';
  if (Number(made) > version) return 'newer';
  const sealed = bytes.subarray(line.length);
  if (sealed.length < Number(length)) return 'truncated';
  return sealed.length > Number(length) ? 'tampered' : sealed;
}

const longestLine = 40;

/** Whether a file ends within its first line. One of no bytes does: that is what a stick leaves that was pulled out too early. */
const isBeginning = (head: string): boolean => `${bundleEnding}/`.startsWith(head) || /^sanxun-bundle\/\d{0,6}( \d{0,12})?$/.test(head);
