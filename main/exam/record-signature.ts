import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { signedText } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent, SignedRecord } from '@shared/model/exam-record.ts';
import { fromExactBase64 } from './exact-base64.ts';

/** An Ed25519 key in DER (SubjectPublicKeyInfo, RFC 8410) is these bytes and then the 32 of the key. */
const derHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs a record that has been checked, with the installation's key. */
export function signRecord(events: readonly ExamEvent[], key: KeyObject): SignedRecord {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(derHead.length).toString('base64');
  return { format: 1, events, publicKey, signature: sign(null, textOf(events), key).toString('base64') };
}

/** Whether the key that a record names has signed it, in its whole length. Whose key that is, it does not say. */
export function isSigned({ events, publicKey, signature }: SignedRecord): boolean {
  const raw = fromExactBase64(publicKey);
  const signed = fromExactBase64(signature);
  if (raw?.length !== 32 || !signed) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([derHead, raw]), format: 'der', type: 'spki' });
    return verify(null, textOf(events), key, signed);
  } catch {
    return false; // not every 32 bytes are a key
  }
}

const textOf = (events: readonly ExamEvent[]): Buffer => Buffer.from(signedText(events[0]?.attemptId ?? '', events));
