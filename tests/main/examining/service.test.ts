import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { papersToSeal, publishedExam } from '@shared/exam/bureau/published-exam.ts';
import type { PublishedExam, SealedExam } from '@shared/model/examining.ts';
import { openAnswers } from '../../../main/examining/answer-files.ts';
import { openPapers } from '../../../main/examining/sealed-papers.ts';
import { bureauExam, storedPaper } from '../../support/bureau-exams.ts';
import { failureOf, openBranch, temporaryFolder, valueOf } from '../sync/support.ts';
import { answerFile, openOffice, signedRecord, type Office } from './support.ts';

const startCode = 'ABCD-EFGH-JKMN';
const papers = papersToSeal({ id: 'exam-1', release: 'key' }, [storedPaper()]);

async function sealedExam(office: Office): Promise<SealedExam> {
  const sealed = valueOf(await office.channels['exam:seal']({ papers, startCode }));
  return { ...sealed, startCode, at: 1 };
}

/** Publishing does not look into the seal. */
const seal: SealedExam = { startCode, file: 'c2VhbGVk', recipient: `age1${'q'.repeat(58)}`, at: 1 };
const exam = publishedExam({ ...bureauExam(), sealed: seal }, [storedPaper()], false);
const examWithKey = publishedExam({ ...bureauExam(), sealed: seal }, [storedPaper()], true);

async function opened(office: Office, files: readonly string[]) {
  office.choose(files);
  const chosen = await office.channels['exam:choose-answers']();
  return Promise.all(chosen.map(({ token }) => office.channels['exam:open-answers'](token)));
}

describe('the receiving key', () => {
  test('is made once, lies sealed in a private file, and goes into every sealed exam', async () => {
    const office = await openOffice();
    const { recipient, ...state } = valueOf(await office.channels['exam:receiving-key']());
    expect(recipient).toMatch(/^age1[0-9a-z]{58}$/);
    expect(state).toEqual({ usable: true, exportedAt: null, former: 0 });
    const folder = path.join(office.profile, 'publisher-keys');
    const file = path.join(folder, 'receiving.json');
    expect(await readFile(file, 'utf8')).not.toContain('AGE-SECRET-KEY');
    if (process.platform !== 'win32') expect([(await stat(file)).mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(await sealedExam(office)).toMatchObject({ recipient });
    const again = await openOffice({ profile: office.profile });
    expect(valueOf(await again.channels['exam:receiving-key']())).toMatchObject({ recipient });
  });

  test('is carried to another computer by its copy in the safe, and old keys go on opening', async () => {
    const office = await openOffice();
    const { recipient } = valueOf(await office.channels['exam:receiving-key']());
    const safe = await temporaryFolder();
    const outcome = valueOf(await office.channels['exam:export-key']('one long passphrase', safe));
    expect(outcome.files.map(({ name }) => name)).toEqual([expect.stringMatching(/^receiving-\w{8}\.age$/), '说明.txt']);
    expect(valueOf(await office.channels['exam:receiving-key']()).exportedAt).not.toBeNull();
    const folder = path.join(safe, path.basename(outcome.folderLabel));
    const copy = path.join(folder, outcome.files[0]?.name ?? '');
    for (const name of await readdir(folder)) expect(await readFile(path.join(folder, name), 'utf8')).not.toContain('AGE-SECRET-KEY-1');

    const other = await openOffice();
    const own = valueOf(await other.channels['exam:receiving-key']()).recipient;
    other.choose([], copy);
    expect(failureOf(await other.channels['exam:import-key']('a wrong passphrase')).kind).toBe('key-locked');
    expect(valueOf(await other.channels['exam:import-key']('one long passphrase'))).toMatchObject({ recipient, former: 1 });
    const files = await temporaryFolder();
    await writeFile(path.join(files, 'a.sanxun-answers'), await answerFile([signedRecord('1')], recipient));
    await writeFile(path.join(files, 'b.sanxun-answers'), await answerFile([signedRecord('2')], own));
    expect(await opened(other, [path.join(files, 'a.sanxun-answers'), path.join(files, 'b.sanxun-answers')])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });

  test('that another account sealed says so, and seals nothing', async () => {
    const office = await openOffice();
    await office.channels['exam:receiving-key']();
    const stranger = await openOffice({ profile: office.profile, safe: null });
    expect(valueOf(await stranger.channels['exam:receiving-key']())).toMatchObject({ usable: false });
    expect(failureOf(await stranger.channels['exam:seal']({ papers, startCode })).kind).toBe('publish-refused');
    expect(failureOf(await stranger.channels['exam:export-key']('one long passphrase', await temporaryFolder())).kind).toBe(
      'publish-refused',
    );
  });
});

describe('sealing and publishing', () => {
  test('a short code is refused, a good one opens the papers', async () => {
    const office = await openOffice();
    expect(failureOf(await office.channels['exam:seal']({ papers, startCode: '123456' })).kind).toBe('publish-refused');
    expect(await openPapers((await sealedExam(office)).file, startCode)).toEqual(papers);
  });

  test('an exam is published, gets its answers in a second version, and is withdrawn', async () => {
    const office = await openOffice();
    const place = await temporaryFolder();
    const order = { place, name: 'exam-2026-q4', clockOk: true };
    const publish = async (one: PublishedExam) => valueOf(await office.channels['exam:publish']({ ...order, exam: one }, 'task'));
    expect(await publish(exam)).toMatchObject({ version: 1, outcome: 'published' });
    expect(await publish(exam)).toMatchObject({ version: 1, outcome: 'unchanged' });
    const branch = await openBranch();
    const source = await branch.trust(path.join(place, 'sanxun-repo'));
    expect(await branch.update(source)).toMatchObject([{ manifest: { title: '示例季度考试', kind: 'exam' }, added: 1 }]);
    expect(await publish(examWithKey)).toMatchObject({ version: 2, outcome: 'published' });
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: 2 }, changed: 1, withdrawn: 0 }]);
    expect(valueOf(await office.channels['exam:withdraw'](order, 'task'))).toMatchObject({ version: 3 });
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: 3, retired: true }, withdrawn: 1 }]);
  });

  test('a name that holds another exam, another seal, or published answers is not written over', async () => {
    const office = await openOffice();
    const place = await temporaryFolder();
    const publish = (one: PublishedExam) =>
      office.channels['exam:publish']({ place, name: 'exam-2026-q4', exam: one, clockOk: true }, 'task');
    valueOf(await publish(examWithKey));
    expect(failureOf(await publish({ ...examWithKey, id: 'exam-2' })).subject).toContain('另一场考试');
    expect(failureOf(await publish({ ...examWithKey, sealed: 'YWdl' })).subject).toContain('另一份密封试卷');
    expect(failureOf(await publish(exam)).subject).toContain('不能收回');
    expect(failureOf(await office.channels['exam:publish']({ place: 'gone', name: 'exam-2026-q4', exam, clockOk: true }, 'task'))).toEqual({
      kind: 'place-gone',
      subject: '',
    });
  });
});

describe('answer files', () => {
  test('of a stick are found in its folders and opened with the receipts that branches read out', async () => {
    const office = await openOffice();
    const { recipient } = valueOf(await office.channels['exam:receiving-key']());
    const stick = await temporaryFolder();
    await mkdir(path.join(stick, '示例县', '答卷'), { recursive: true });
    await writeFile(
      path.join(stick, '示例县', '答卷', '示例.SANXUN-ANSWERS'),
      await answerFile([signedRecord('1'), signedRecord('2')], recipient),
    );
    await writeFile(path.join(stick, '别的.txt'), 'text');
    const found = valueOf(await office.channels['exam:find-answers'](stick));
    expect(found.map(({ name }) => name)).toEqual(['示例.SANXUN-ANSWERS']);
    expect(await office.channels['exam:open-answers'](found[0]?.token ?? '')).toMatchObject({
      file: '示例.SANXUN-ANSWERS',
      ok: true,
      records: [{ record: signedRecord('1'), receipt: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) }, { record: signedRecord('2') }],
    });
    expect(failureOf(await office.channels['exam:find-answers']('gone')).kind).toBe('place-gone');
    await expect(office.channels['exam:open-answers']('/etc/hostname')).rejects.toThrow('not chosen');
  });

  test('for another bureau, damaged, of another kind or gone are refused, each by itself', async () => {
    const office = await openOffice();
    const { recipient } = valueOf(await office.channels['exam:receiving-key']());
    const foreign = valueOf(await (await openOffice()).channels['exam:receiving-key']()).recipient;
    const folder = await temporaryFolder();
    const good = await answerFile([signedRecord('1')], recipient);
    const damaged = Buffer.from(good);
    damaged.write(damaged[damaged.length - 90] === 65 ? 'B' : 'A', damaged.length - 90);
    const files = {
      good,
      foreign: await answerFile([signedRecord('1')], foreign),
      damaged,
      other: Buffer.from('PK'),
      cut: good.subarray(0, -5),
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
    const outcomes = await opened(
      office,
      [...Object.keys(files), 'none'].map((name) => path.join(folder, name)),
    );
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.failure.kind))).toEqual([
      'ok',
      'not-for-us',
      'tampered',
      'not-understood',
      'truncated',
      'place-gone',
    ]);
  });

  test('hold no name, no answer and no exam for whoever finds the stick', async () => {
    const office = await openOffice();
    const { recipient } = valueOf(await office.channels['exam:receiving-key']());
    const bytes = await answerFile([signedRecord('1')], recipient);
    for (const secret of ['示例', 'exam-1', 'q-1']) expect(bytes.includes(secret)).toBe(false);
  });
});

describe('a record that was changed before it was sealed', () => {
  const identity = async (office: Office) => {
    const { recipient } = valueOf(await office.channels['exam:receiving-key']());
    return recipient;
  };

  test.each([
    ['an answer', () => ({ ...signedRecord('1'), events: signedRecord('1', 2).events })],
    ['a dropped end', () => ({ ...signedRecord('1'), events: signedRecord('1').events.slice(0, -1) })],
    ['an entry in the middle', () => ({ ...signedRecord('1'), events: signedRecord('1').events.filter(({ n }) => n !== 1) })],
    ['the signature', () => ({ ...signedRecord('1'), signature: Buffer.alloc(64, 1).toString('base64') })],
    ['the key', () => ({ ...signedRecord('1'), publicKey: Buffer.alloc(32, 1).toString('base64') })],
    ['no key at all', () => ({ ...signedRecord('1'), publicKey: 'AAAA' })],
  ])('%s is seen', async (_what, record) => {
    const office = await openOffice();
    const recipient = await identity(office);
    const folder = await temporaryFolder();
    const file = path.join(folder, 'changed.sanxun-answers');
    await writeFile(file, await answerFile([signedRecord('2'), record()], recipient));
    expect(await opened(office, [file])).toEqual([
      { file: 'changed.sanxun-answers', ok: false, failure: { kind: 'tampered', subject: 'changed.sanxun-answers' } },
    ]);
  });
});

test('bytes that are no answer file are not understood', async () => {
  expect(await openAnswers(Buffer.from('text'), [])).toEqual({ ok: false, kind: 'not-understood' });
});
