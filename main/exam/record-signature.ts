import type { KeyObject } from 'node:crypto';
import { signedText } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent, SignedRecord } from '@shared/model/exam-record.ts';
import { isSignedBy, publicKeyOf, signBytes } from '../signing.ts';

/** Signs a record that has been checked, with the installation's key. */
export function signRecord(events: readonly ExamEvent[], key: KeyObject): SignedRecord {
  return { format: 1, events, publicKey: publicKeyOf(key), signature: signBytes(textOf(events), key) };
}

/** Whether the key that a record names has signed it, in its whole length. Whose key that is, it does not say. */
export const isSigned = ({ events, publicKey, signature }: SignedRecord): boolean => isSignedBy(textOf(events), publicKey, signature);

const textOf = (events: readonly ExamEvent[]): Buffer => Buffer.from(signedText(events[0]?.attemptId ?? '', events));
