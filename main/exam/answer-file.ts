import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import { signedRecordSchema } from '@shared/model/schemas/examining.ts';
import { tryIdentities } from '../age-files.ts';
import { codeOf } from '../files.ts';
import { limits } from '../limits.ts';
import { fromExactBase64 } from './exact-base64.ts';

// An answer file (答卷文件) is text: a first line with the number of records, then one line for each, the base64 of an age
// file to the bureau's key.
// Inside is gzip of the JSON of a SignedRecord. Whoever finds the stick reads no names, no answers and no exam in it.
export const answerFileEnding = 'sanxun-answers';

/** Why a record, or a file of them, was not opened. */
export type Unopened = 'not-understood' | 'truncated' | 'not-for-us' | 'tampered' | 'too-large';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Seals a record to the bureau's key (`age1…`): base64. */
export async function sealRecord(record: SignedRecord, recipient: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(await pack(JSON.stringify(record)));
  return Buffer.from(sealed).toString('base64');
}

/** A record, and how long it was as text (bytes). */
export interface UnsealedRecord {
  readonly record: SignedRecord;
  readonly length: number;
}

/**
 * Opens what `sealRecord` made with the bureau's secret keys (`AGE-SECRET-KEY-1…`). Chain and signature are not looked at
 * yet. More than `atMost` bytes are too large: whoever has the bureau's public key can seal a few bytes that become many.
 */
export async function openSealedRecord(
  sealed: string,
  identities: readonly string[],
  atMost: number = limits.examRecord,
): Promise<UnsealedRecord | Unopened> {
  const opened = await tryIdentities(Buffer.from(sealed, 'base64'), identities);
  if (!opened.ok) return opened.kind;
  try {
    const bytes = await unpack(opened.bytes, { maxOutputLength: Math.max(1, Math.min(atMost, limits.examRecord)) });
    const text = bytes.toString('utf8');
    if (text.length > limits.examRecordText) return 'too-large';
    return { record: signedRecordSchema.parse(JSON.parse(text)), length: bytes.length };
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-understood';
  }
}

/** The text of an answer file with these sealed records. */
export const encodeAnswerFile = (sealed: readonly string[]): string => `${[`sanxun-answers/1 ${sealed.length}`, ...sealed].join('\n')}\n`;

/** The sealed records of an answer file. One that was not copied to its end is truncated. */
export function decodeAnswerFile(bytes: Uint8Array): readonly string[] | Unopened {
  if (bytes.length > limits.answerFile) return 'too-large';
  const [first, ...lines] = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  const announced = /^sanxun-answers\/1 (\d{1,6})$/.exec(first ?? '')?.[1];
  if (announced === undefined) return 'not-understood';
  const sealed = lines.slice(0, -1);
  if (lines.at(-1) !== '' || sealed.length < Number(announced)) return 'truncated';
  const isWhole = sealed.length > 0 && sealed.every((line) => line !== '' && fromExactBase64(line) !== null);
  return sealed.length === Number(announced) && isWhole ? sealed : 'not-understood';
}
