import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { receiptOf } from '@shared/exam/receipt.ts';
import { checkRecord, factsOfRecord } from '@shared/exam/record.ts';
import type { OpenedAnswers, OpenedRecord } from '@shared/ipc/exam.ts';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import type { FailureKind } from '@shared/model/failure.ts';
import { openWithIdentities } from '../age-files.ts';
import { decodeAnswerFile, openSealedRecord } from '../exam/answer-file.ts';
import { isSigned } from '../exam/record-signature.ts';
import { fileFailure } from '../files.ts';
import { limits } from '../limits.ts';

export type OpenedBytes =
  | { readonly ok: true; readonly records: readonly OpenedRecord[] }
  | { readonly ok: false; readonly kind: Extract<FailureKind, 'too-large' | 'not-understood' | 'not-for-us' | 'tampered'> };

/** Opens an answer file of a branch, see `openAnswers`. Further failures: those of reading a file. */
export async function openAnswerFile(file: string, identities: readonly string[]): Promise<OpenedAnswers> {
  const name = path.basename(file);
  const refused = (kind: FailureKind): OpenedAnswers => ({ file: name, ok: false, failure: { kind, subject: name } });
  try {
    if ((await stat(file)).size > limits.answerFile) return refused('too-large');
    const opened = await openAnswers(await readFile(file), identities);
    return opened.ok ? { file: name, ok: true, records: opened.records } : refused(opened.kind);
  } catch (error) {
    const failure = fileFailure(error, name);
    if (failure.kind === 'write-failed') throw error;
    return { file: name, ok: false, failure };
  }
}

/**
 * Opens the records of an answer file (see main/exam/answer-file.ts) with the bureau's identities. A file counts whole or not
 * at all: one record whose seal, chain or signature does not hold refuses it.
 */
export async function openAnswers(bytes: Uint8Array, identities: readonly string[]): Promise<OpenedBytes> {
  const sealed = decodeAnswerFile(bytes);
  if (typeof sealed === 'string') return { ok: false, kind: sealed };
  const records: OpenedRecord[] = [];
  for (const one of sealed) {
    const record = await openSealedRecord(one, identities);
    if (record === 'not-for-us') return { ok: false, kind: await whyUnopened(one, identities) };
    if (typeof record === 'string') return { ok: false, kind: record };
    const receipt = receiptFor(record);
    if (receipt === null) return { ok: false, kind: 'tampered' };
    records.push({ record, receipt });
  }
  return { ok: true, records };
}

/** Sealed to another key, or to ours and damaged on the way: the person does different things then. */
async function whyUnopened(sealed: string, identities: readonly string[]): Promise<'not-for-us' | 'tampered'> {
  const opened = await openWithIdentities(Buffer.from(sealed, 'base64'), identities);
  return !opened.ok && opened.kind === 'not-for-us' ? 'not-for-us' : 'tampered';
}

/** The receipt code of a record whose chain and signature hold and whose attempt is that of its exam and person; else null. */
function receiptFor(record: SignedRecord): string | null {
  const check = checkRecord(record.events);
  if (!check.ok) return null;
  const { attemptId, examId, personId } = factsOfRecord(record.events).header;
  return attemptId === `${examId}:${personId}` && isSigned(record) ? receiptOf(check.head) : null;
}
