import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { appendEvents } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent, Happening, RecordHeader, SignedRecord } from '@shared/model/exam-record.ts';
import { encodeAnswerFile, openSealedRecord } from '../../../main/exam/answer-file.ts';
import { signRecord } from '../../../main/exam/record-signature.ts';
import { openAnswers } from '../../../main/examining/answer-files.ts';
import { limits } from '../../../main/limits.ts';
import { answered, handedIn, header, recordOf } from '../../support/exam-records.ts';
import { answerFile, signedRecord } from './support.ts';

const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);
const key = generateKeyPairSync('ed25519').privateKey;

const open = async (...records: readonly SignedRecord[]) => openAnswers(await answerFile(records, recipient), [identity]);
const kindOf = async (...records: readonly SignedRecord[]): Promise<string> => {
  const opened = await open(...records);
  return opened.ok ? 'opened' : opened.kind;
};

/** Seals bytes that no program of ours would have made. */
async function sealBytes(bytes: Uint8Array): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(bytes)).toString('base64');
}

/** A record that is well signed, whatever it says. */
const signed = (events: readonly ExamEvent[]): SignedRecord => signRecord(events, key);
const eventsOf = (head: RecordHeader, happenings: readonly Happening[] = [handedIn]): readonly ExamEvent[] =>
  recordOf(head, happenings).events;

describe('a bomb', () => {
  test('of a few kilobytes that unpack to more than a record may have is refused', async () => {
    const packed = gzipSync(Buffer.alloc(limits.examRecord + 1, 32));
    expect(packed.length).toBeLessThan(100_000);
    expect(await openSealedRecord(await sealBytes(packed), [identity])).toBe('too-large');
  });

  test('of more than a line of the journal holds is refused before it is read', async () => {
    const packed = gzipSync(`[${' '.repeat(limits.examRecordText)}]`);
    expect(await openSealedRecord(await sealBytes(packed), [identity])).toBe('too-large');
  });

  test('of many records has one room for all of them', async () => {
    const sealed = await sealBytes(gzipSync(JSON.stringify(signedRecord('1'))));
    const opened = await openSealedRecord(sealed, [identity]);
    if (typeof opened === 'string') throw new Error(opened);
    expect(await openSealedRecord(sealed, [identity], opened.length)).toEqual(opened);
    expect(await openSealedRecord(sealed, [identity], opened.length - 1)).toBe('too-large');
    expect(await openSealedRecord(sealed, [identity], 0)).toBe('too-large');
  });

  test('of more lines than there are people is refused before one is opened', async () => {
    const bytes = Buffer.from(encodeAnswerFile(Array.from({ length: limits.answerRecords + 1 }, () => 'AAAA')));
    expect(await openAnswers(bytes, [identity])).toEqual({ ok: false, kind: 'too-large' });
  });

  test.each(['[]', 'null', '{"format":1}', '['.repeat(100_000), '{"format":2,"events":[],"publicKey":"","signature":""}'])(
    'of other JSON is not understood',
    async (text) => {
      expect(await openSealedRecord(await sealBytes(gzipSync(text)), [identity])).toBe('not-understood');
    },
  );

  test('that is no gzip is not understood', async () => {
    expect(await openSealedRecord(await sealBytes(Buffer.from('text')), [identity])).toBe('not-understood');
  });
});

describe('a record that is well signed', () => {
  test('and names another attempt than that of its exam and person is refused', async () => {
    const lies = [
      header({ attemptId: 'exam-1:somebody' }),
      header({ attemptId: 'exam-2:person-1' }),
      header({ personId: 'person-2', attemptId: 'exam-1:person-1' }),
    ];
    for (const head of lies) expect(await kindOf(signed(eventsOf(head)))).toBe('tampered');
  });

  test('and holds entries of another attempt is refused', async () => {
    const own = eventsOf(header());
    const foreign = eventsOf(header({ personId: 'person-2' }), [answered('q-1', 1), handedIn]);
    expect(await kindOf(signed([...own.slice(0, 1), ...foreign.slice(1)]))).toBe('tampered');
    expect(await kindOf(signed([...foreign.slice(0, 1), ...own.slice(1)]))).toBe('tampered');
  });

  test('and is reordered, doubled, or goes on behind its hand-in is refused', async () => {
    const [first, second, third, last] = eventsOf(header(), [answered('q-1', 0), answered('q-2', 0), handedIn]);
    if (!first || !second || !third || !last) throw new Error('four entries');
    const after = appendEvents(last, [{ attemptId: last.attemptId, at: 1, elapsedMs: 9_000, happening: answered('q-1', 2) }]);
    const wrong = [
      [first, third, second, last],
      [first, second, second, third, last],
      [second, third, last],
      [first, second, third, last, ...after],
    ];
    for (const events of wrong) expect(await kindOf(signed(events))).toBe('tampered');
  });

  test.each<[string, (event: ExamEvent) => unknown]>([
    ['a date beyond all dates', (event) => ({ ...event, at: 1e300 })],
    ['a time used that never ends', (event) => ({ ...event, elapsedMs: 1e300 })],
    ['a date that is no number', (event) => ({ ...event, at: null })],
    ['a long number', (event) => ({ ...event, n: 1e300 })],
    ['an option that no question has', (event) => ({ ...event, happening: answered('q-1', 4_000_000_000) })],
    ['another kind', (event) => ({ ...event, happening: { kind: 'paid' } })],
  ])('and holds %s is not understood', async (_what, change) => {
    const record = { ...signedRecord('1'), events: signedRecord('1').events.map(change) };
    expect(await openSealedRecord(await sealBytes(gzipSync(JSON.stringify(record))), [identity])).toBe('not-understood');
  });

  test('and was cut and signed anew by somebody else opens as unfinished: it adds nothing to the whole one', async () => {
    const whole = eventsOf(header(), [answered('q-1', 0), handedIn]);
    const opened = await open(signed(whole.slice(0, 2)));
    if (!opened.ok) throw new Error(opened.kind);
    expect(opened.records.map(({ record }) => record.events.length)).toEqual([2]);
  });

  test('twice in a file, or two people of one computer, are all opened', async () => {
    const opened = await open(signedRecord('1'), signedRecord('1'), signedRecord('2'));
    expect(opened.ok && opened.records.length).toBe(3);
  });

  test('and has ten thousand entries opens in bearable time', async () => {
    const long = Array.from({ length: 10_000 }, (_, n) => answered(`q-${n % 100}`, n % 4));
    const from = performance.now();
    const opened = await open(signed(eventsOf(header(), [...long, handedIn])));
    expect(opened.ok && opened.records[0]?.record.events.length).toBe(10_002);
    expect(performance.now() - from).toBeLessThan(20_000);
  });
});
