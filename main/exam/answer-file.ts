import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import { signedRecordSchema } from '@shared/model/schemas/examining.ts';
import { limits } from '../limits.ts';

// An answer file (答卷文件) is text: a first line with the number of records, then one line for each, the base64 of an age
// file to the bureau's key.
// Inside is gzip of the JSON of a SignedRecord. Whoever finds the stick reads no names, no answers and no exam in it.
const firstLine = 'sanxun-answers/1';

export const answerFileEnding = 'sanxun-answers';

/** Why a record, or a file of them, was not opened. */
export type Unopened = 'not-understood' | 'not-for-us' | 'too-large';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Seals a record to the bureau's key (`age1…`): base64. */
export async function sealRecord(record: SignedRecord, recipient: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(await pack(JSON.stringify(record)));
  return Buffer.from(sealed).toString('base64');
}

/** Opens what `sealRecord` made with the bureau's secret keys (`AGE-SECRET-KEY-1…`). Chain and signature are not looked at yet. */
export async function openSealedRecord(sealed: string, identities: readonly string[]): Promise<SignedRecord | Unopened> {
  const packed = await decrypted(Buffer.from(sealed, 'base64'), identities);
  if (packed === null) return 'not-for-us';
  try {
    const text = (await unpack(packed, { maxOutputLength: limits.examRecord })).toString('utf8');
    return signedRecordSchema.parse(JSON.parse(text));
  } catch {
    return 'not-understood';
  }
}

/** The text of an answer file with these sealed records. */
export const encodeAnswerFile = (sealed: readonly string[]): string => `${[`${firstLine} ${sealed.length}`, ...sealed].join('\n')}\n`;

/** The sealed records of an answer file. One that was cut off anywhere is not understood. */
export function decodeAnswerFile(bytes: Uint8Array): readonly string[] | Unopened {
  if (bytes.length > limits.answerFile) return 'too-large';
  const [first, ...lines] = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  const sealed = lines.slice(0, -1);
  const isWhole = lines.at(-1) === '' && sealed.length > 0 && sealed.every((line) => /^[A-Za-z0-9+/]+={0,2}$/.test(line));
  return first === `${firstLine} ${sealed.length}` && isWhole ? sealed : 'not-understood';
}

/** Null where none of the keys opens it, or it was damaged: age tells these apart by words only. */
async function decrypted(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    return null;
  }
}
