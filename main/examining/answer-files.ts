import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { checkRecord, factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { OpenedAnswers, OpenedRecord } from '@shared/ipc/exam.ts';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import type { FailureKind } from '@shared/model/failure.ts';
import { decodeAnswerFile, openSealedRecord } from '../exam/answer-file.ts';
import { isSigned } from '../exam/record-signature.ts';
import { fileFailure } from '../files.ts';
import { limits } from '../limits.ts';

export type OpenedBytes =
  | { readonly ok: true; readonly records: readonly OpenedRecord[] }
  | { readonly ok: false; readonly kind: Extract<FailureKind, 'too-large' | 'not-understood' | 'truncated' | 'not-for-us' | 'tampered'> };

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
  if (sealed.length > limits.answerRecords) return { ok: false, kind: 'too-large' };
  const records: OpenedRecord[] = [];
  let room: number = limits.answerFileUnpacked;
  for (const one of sealed) {
    const opened = await openSealedRecord(one, identities, room);
    if (typeof opened === 'string') return { ok: false, kind: opened };
    const receipt = receiptFor(opened.record);
    if (receipt === null) return { ok: false, kind: 'tampered' };
    records.push({ record: opened.record, receipt });
    room -= opened.length;
  }
  return { ok: true, records };
}

/** The receipt code of a record whose chain and signature hold and whose attempt is that of its exam and person; else null. */
function receiptFor(record: SignedRecord): string | null {
  const check = checkRecord(record.events);
  if (!check.ok) return null;
  const { attemptId, examId, personId } = factsOfRecord(record.events).header;
  return attemptId === `${examId}:${personId}` && isSigned(record) ? receiptOf(check.head) : null;
}
