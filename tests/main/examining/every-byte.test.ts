import { generateKeyPairSync } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { checkRecord } from '@shared/exam/quarterly/record.ts';
import type { Happening, SignedRecord } from '@shared/model/exam-record.ts';
import { signedRecordSchema } from '@shared/model/schemas/examining.ts';
import { encodeAnswerFile, sealRecord } from '../../../main/exam/answer-file.ts';
import { isSigned, signRecord } from '../../../main/exam/record-signature.ts';
import { openAnswers } from '../../../main/examining/answer-files.ts';
import { answered, handedIn, header, recordOf } from '../../support/exam-records.ts';

const happenings: readonly Happening[] = [
  answered('q-1', 2),
  { kind: 'left' },
  { kind: 'returned', awayMs: 3_210 },
  { kind: 'answered', questionId: 'q-2', answer: { kind: 'blanks', texts: ['甲', ''] } },
  { kind: 'resumed', gapMs: 60_000, chargedMs: 0 },
  { kind: 'answered', questionId: 'q-1', answer: null },
  { kind: 'jumped', wallMs: -5_000, monotonicMs: 12 },
  handedIn,
];
const key = generateKeyPairSync('ed25519').privateKey;
const record = signRecord(recordOf(header(), happenings).events, key);

/** Whether the text is a record whose form, chain and signature hold. */
function holds(text: string): boolean {
  try {
    const read: SignedRecord = signedRecordSchema.parse(JSON.parse(text));
    return checkRecord(read.events).ok && isSigned(read);
  } catch {
    return false;
  }
}

const changed = (bytes: Uint8Array, place: number, by: number): Buffer => Buffer.from(bytes).fill(bytes[place]! ^ by, place, place + 1);

test('every byte of a record, changed in one bit or another, is noticed', () => {
  const bytes = Buffer.from(JSON.stringify(record));
  expect(holds(bytes.toString('utf8'))).toBe(true);
  const unseen: string[] = [];
  for (let place = 0; place < bytes.length; place += 1)
    for (const bit of [place % 8, (place + 3) % 8])
      if (holds(changed(bytes, place, 1 << bit).toString('utf8'))) unseen.push(`${place}.${bit}`);
  expect(unseen).toEqual([]);
});

test('every character of its key and its signature is noticed, the last ones changed into any other', () => {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
  for (const field of ['publicKey', 'signature'] as const) {
    const text = record[field];
    const unseen = [...text].flatMap((old, place) =>
      (place < text.length - 4 ? ['A', 'z'] : [...characters]).filter(
        (other) => other !== old && isSigned({ ...record, [field]: `${text.slice(0, place)}${other}${text.slice(place + 1)}` }),
      ),
    );
    expect(unseen).toEqual([]);
  }
});

test('a byte changed anywhere in an answer file refuses the whole file', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const other = signRecord(recordOf(header({ personId: 'person-2' }), [handedIn]).events, key);
  const bytes = Buffer.from(encodeAnswerFile([await sealRecord(record, recipient), await sealRecord(other, recipient)]));
  expect(await openAnswers(bytes, [identity])).toMatchObject({ ok: true });
  const unseen: number[] = [];
  for (let place = 0; place < bytes.length; place += place > 30 && place < bytes.length - 30 ? 5 : 1) {
    const opened = await openAnswers(changed(bytes, place, 1 << (place % 3)), [identity]); // mostly other characters of base64
    if (opened.ok) unseen.push(place);
  }
  expect(unseen).toEqual([]);
});
