import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { checkRecord } from '@shared/exam/quarterly/record.ts';
import { decodeAnswerFile, encodeAnswerFile, openSealedRecord, sealRecord } from '../../../main/exam/answer-file.ts';
import { isSigned, signRecord } from '../../../main/exam/record-signature.ts';
import { createExamService } from '../../../main/exam/service.ts';
import type { Safe } from '../../../main/publish/destinations.ts';
import { createTasks } from '../../../main/tasks.ts';
import { temporaryFolder } from '../../support/launch.ts';
import { attemptId, wholeRecord } from '../../shared/exam/quarterly/records.ts';
import { bureau, installed, publishedExam, recordOfSomebodyElse, recordToSeal } from './exams.ts';

let profile = '';
let stick = '';
let now = 0;
beforeEach(() => {
  const folder = temporaryFolder('exam');
  const place = temporaryFolder('stick');
  profile = folder.path;
  stick = place.path;
  now = 1_000_000;
  return () => {
    folder.remove();
    place.remove();
  };
});

async function start(safe: Safe | null = null) {
  const packages = installed(await publishedExam());
  return createExamService({
    profile,
    packages: async () => packages,
    tasks: createTasks(
      () => undefined,
      () => 0,
    ),
    placeOf: (token) => (token === 'stick' ? stick : null),
    safe,
    now: () => now,
    monotonic: () => 0,
    log: () => undefined,
  });
}

const events = recordToSeal().events;
const receipt = receiptOf(events.at(-1)?.hash ?? '');

const onStick = (): string[] => readdirSync(path.join(stick, '考试答卷')).toSorted();

describe('sealing a record', () => {
  test('puts it into the outbox, where it is after a restart', async () => {
    const entry = { attemptId, examTitle: '示例考试', personName: '示例员工01', receipt, sealedAt: now, exportedAt: null };
    expect(await (await start())['exam:seal-record'](recordToSeal())).toEqual({ ok: true, value: entry });
    expect(await (await start())['exam:outbox']()).toEqual([entry]);
  });

  test('twice changes nothing, not even that it was exported', async () => {
    const service = await start();
    await service['exam:seal-record'](recordToSeal());
    now += 1;
    await service['exam:export-answers']('stick', [attemptId], 'task');
    now += 1;
    await service['exam:seal-record'](recordToSeal());
    expect(await service['exam:outbox']()).toMatchObject([{ sealedAt: 1_000_000, exportedAt: 1_000_001 }]);
  });

  test('refuses a record whose chain does not hold', async () => {
    const service = await start();
    const changed = events.map((event) => ({ ...event, at: event.at + 1 }));
    expect(await service['exam:seal-record'](recordToSeal({ events: changed }))).toEqual({
      ok: false,
      failure: { kind: 'tampered', subject: '示例员工01' },
    });
    expect(await service['exam:outbox']()).toEqual([]);
  });

  test('leaves no name and no answer readable in what leaves the computer', async () => {
    const service = await start();
    await service['exam:seal-record'](recordToSeal());
    await service['exam:export-answers']('stick', [attemptId], 'task');
    const [name = ''] = onStick().filter((file) => file.endsWith('.sanxun-answers'));
    const text = readFileSync(path.join(stick, '考试答卷', name), 'utf8');
    for (const secret of ['示例员工01', 'person-1', 'judge', '示例考试']) expect(text).not.toContain(secret);
    expect(name).toContain('示例县供电局 示例考试 1份');
    expect(name).not.toContain('示例员工');
  });
});

describe('an export', () => {
  test('brings the chosen records to the bureau, signed and whole', async () => {
    const service = await start();
    for (const record of [recordToSeal(), recordOfSomebodyElse()]) await service['exam:seal-record'](record);
    const outcome = await service['exam:export-answers']('stick', [attemptId, 'exam-1:person-2'], 'task');
    expect(outcome).toMatchObject({ ok: true, value: { files: [{ name: expect.stringMatching(/ 2份 \d{8}-\d{6}\.sanxun-answers$/) }] } });
    const [file = ''] = onStick().filter((name) => name.endsWith('.sanxun-answers'));
    const sealed = decodeAnswerFile(readFileSync(path.join(stick, '考试答卷', file)));
    if (typeof sealed === 'string') throw new Error(sealed);
    const records = await Promise.all(sealed.map((one) => openSealedRecord(one, [bureau.identity])));
    const opened = records.flatMap((one) => (typeof one === 'string' ? [] : [one.record]));
    expect(opened.map(({ events: entries }) => checkRecord(entries))).toMatchObject([
      { ok: true, complete: true },
      { ok: true, complete: true },
    ]);
    expect(opened.map(isSigned)).toEqual([true, true]);
    expect(new Set(opened.map(({ publicKey }) => publicKey)).size).toBe(1);
  });

  test('marks as exported only what was read back', async () => {
    const service = await start();
    for (const record of [recordToSeal(), recordOfSomebodyElse()]) await service['exam:seal-record'](record);
    expect(await service['exam:export-answers']('elsewhere', [attemptId], 'task')).toMatchObject({ failure: { kind: 'place-gone' } });
    expect((await service['exam:outbox']()).map(({ exportedAt }) => exportedAt)).toEqual([null, null]);
    await service['exam:export-answers']('stick', [attemptId], 'task');
    const exported = (await service['exam:outbox']()).flatMap((entry) => (entry.exportedAt === null ? [] : [entry.attemptId]));
    expect(exported).toEqual([attemptId]);
  });

  test('of nothing that lies here is refused', async () => {
    expect(await (await start())['exam:export-answers']('stick', ['exam-9:person-9'], 'task')).toMatchObject({ ok: false });
  });
});

describe("the installation's key", () => {
  const publicKeyOf = async (safe: Safe | null): Promise<string> => {
    const service = await start(safe);
    const other = wholeRecord([{ kind: 'left' }, { kind: 'returned', awayMs: (now += 1) }]);
    await service['exam:seal-record'](recordToSeal({ events: other }));
    await service['exam:export-answers']('stick', [attemptId], 'task');
    const file = onStick().findLast((name) => name.endsWith('.sanxun-answers')) ?? '';
    const sealed = decodeAnswerFile(readFileSync(path.join(stick, '考试答卷', file)));
    const one = await openSealedRecord(sealed[0] ?? '', [bureau.identity]);
    return typeof one === 'string' ? one : one.record.publicKey;
  };
  const safe: Safe = {
    seal: (text) => Buffer.from(`sealed ${text}`).toString('base64'),
    open: (sealed) => Buffer.from(sealed, 'base64').toString().replace('sealed ', ''),
  };
  const keyFile = (): string => path.join(profile, 'exam', 'installation-key.json');

  test('is made once and stays', async () => {
    const first = await publicKeyOf(null);
    now += 2_000;
    expect(await publicKeyOf(null)).toBe(first);
  });

  test('lies in the system’s safe where there is one', async () => {
    const first = await publicKeyOf(safe);
    expect(readFileSync(keyFile(), 'utf8')).not.toContain('PRIVATE KEY');
    now += 2_000;
    expect(await publicKeyOf(safe)).toBe(first);
  });

  test('is made anew where it does not open any more; the old one is kept aside', async () => {
    const first = await publicKeyOf(safe);
    now += 2_000;
    const second = await publicKeyOf({
      ...safe,
      open: () => {
        throw new Error('another account');
      },
    });
    expect(second).not.toBe(first);
    expect(readdirSync(path.join(profile, 'exam'))).toContain('installation-key.old.json');
    writeFileSync(keyFile(), 'not JSON');
    now += 2_000;
    expect(await publicKeyOf(null)).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});

describe('a signature', () => {
  const key = createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const signed = signRecord(events, key);

  test('holds for the whole record only', () => {
    expect(isSigned(signed)).toBe(true);
    for (let length = 1; length < events.length; length += 1) expect(isSigned({ ...signed, events: events.slice(0, length) })).toBe(false);
    expect(isSigned({ ...signed, events: recordOfSomebodyElse().events })).toBe(false);
    const other = signRecord(events, generateKeyPairSync('ed25519').privateKey);
    expect(isSigned({ ...signed, publicKey: other.publicKey })).toBe(false);
    expect(isSigned({ ...signed, publicKey: 'AAAA' })).toBe(false);
    expect(isSigned({ ...signed, signature: '' })).toBe(false);
  });
});

describe('an answer file', () => {
  test('law: gives back the records that were put in', () => {
    const line = fc.uint8Array({ minLength: 1, maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (sealed) => {
        expect(decodeAnswerFile(Buffer.from(encodeAnswerFile(sealed)))).toEqual(sealed);
      }),
    );
  });

  test('that was cut off anywhere is never taken; behind its beginning it says so', () => {
    const bytes = Buffer.from(encodeAnswerFile(['QUFBQQ==', 'QkJCQg==']));
    const beginning = 'sanxun-answers/1 2'.length;
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeAnswerFile(bytes.subarray(0, length))).toBe(length < beginning ? 'not-understood' : 'truncated');
    }
    expect(decodeAnswerFile(Buffer.from('<html>'))).toBe('not-understood');
  });

  test('sealed to another bureau, or damaged, does not open', async () => {
    const key = generateKeyPairSync('ed25519').privateKey;
    const sealed = await sealRecord(signRecord(events, key), bureau.recipient);
    expect(await openSealedRecord(sealed, [bureau.identity])).toMatchObject({ record: signRecord(events, key) });
    expect(await openSealedRecord(sealed, [])).toBe('not-for-us');
    const damaged = Buffer.from(sealed, 'base64');
    damaged[damaged.length - 5] = (damaged[damaged.length - 5] ?? 0) ^ 1;
    expect(await openSealedRecord(damaged.toString('base64'), [bureau.identity])).toBe('tampered');
  });
});
