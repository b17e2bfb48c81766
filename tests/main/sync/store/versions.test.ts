import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnpackedIndex } from '@shared/packages/packed-index.ts';
import { Refusal } from '../../../../main/sync/refusal.ts';
import type { Offer } from '../../../../main/sync/store/precedence.ts';
import { day, fingerprintFiles, noon, numbers, question } from '../support.ts';
import { openOffice, publisher, type Office } from './versions-support.ts';

const questions = (count: number, from = 1, note = '') => numbers(count, from).map((number) => question(number, { note }));

const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    return error instanceof Refusal ? error.failure : error;
  }
};

const installed = async ({ installing }: Office) =>
  (await installing.details()).map(({ name, version, before }) => [name, version, before?.version ?? null]);

const off = async ({ installing }: Office, offer: Offer) => installing.putOff.has(offer);

describe('staging', () => {
  test('compares with what is installed here and computes the indexes of new blocks', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(3), questions(2, 10)]));
    const next = await office.bank(2, [[question(1), question(2, { note: '改' })], questions(2, 10), questions(1, 20)], {
      withdrawn: ['Q-3'],
    });
    const staged = await office.stage(next);
    expect(staged).toEqual({
      staged: expect.any(String),
      manifest: next.manifest,
      publisher,
      source: '示例来源',
      replaces: { version: 1, publisher },
      added: 1,
      changed: 1,
      withdrawn: 1,
      touched: ['Q-2', 'Q-3'],
      rollsBack: false,
    });
    const { indexes } = office.installing.find(staged.staged);
    expect([...indexes.keys()]).toEqual([next.manifest.blocks[0]!.sha256, next.manifest.blocks[2]!.sha256]);
    const blocks = await office.installing.blocks(staged.staged, [2, 1]);
    expect(blocks.map(({ bytes }) => bytes.length)).toEqual([2, 1].map((place) => next.manifest.blocks[place]!.length));
    expect(blocks.map(({ index }) => index && new UnpackedIndex(index).ids)).toEqual([['Q-20'], ['Q-10', 'Q-11']]);
    await expect(office.installing.blocks(staged.staged, [1, 9])).rejects.toThrow('block 9 of bank cannot be read');
  });

  test('what is missing without a signed word is refused, and what is installed stays', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(3)]));
    const next = await office.bank(2, [questions(2)]);
    expect(await refusalOf(office.stage(next))).toEqual({ kind: 'not-withdrawn', subject: '示例题库 bank' });
    expect(await installed(office)).toEqual([['bank', 1, null]]);
    const changes = { since: 1, added: [], changed: [], withdrawn: ['Q-3'] };
    expect(await office.stage(await office.bank(2, [questions(2)], { changes }))).toMatchObject({ withdrawn: 1, touched: ['Q-3'] });
  });

  test('an id that only moved to another block is not missing', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(2), questions(2, 10)]));
    expect(await office.stage(await office.bank(2, [questions(1), [question(2), ...questions(2, 10)]]))).toMatchObject({
      changed: 0,
      withdrawn: 0,
    });
  });

  test('another publisher says nothing about withdrawal', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(3)]));
    const other = { ...(await office.bank(1, [questions(1)])), publisher: 'cd'.repeat(32) };
    expect(await office.stage(other)).toMatchObject({ withdrawn: 2, rollsBack: false });
  });

  test('a package that was withdrawn as a whole has no content, and everything in it is withdrawn', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(3)]));
    expect(await refusalOf(office.stage(await office.bank(2, [questions(1)], { retired: true })))).toEqual({
      kind: 'not-understood',
      subject: 'bank',
    });
    const retired = await office.bank(2, [], { retired: true });
    expect(await office.stage(retired)).toMatchObject({ withdrawn: 3, touched: ['Q-1', 'Q-2', 'Q-3'] });
    await office.install(retired);
    expect(await office.installing.details()).toMatchObject([{ version: 2, retired: true, blocks: [], before: { version: 1 } }]);
    expect(await office.installing.rollBack('bank')).toMatchObject({ added: 3, rollsBack: true });
  });

  test('a block or a piece that is missing is refused; a piece that was missing before as well is not', async () => {
    const office = await openOffice();
    const piece = await office.piece(Buffer.from('示例文件'));
    const files = [{ name: '示例.mp4', type: 'video/mp4', length: piece.length, sha256: piece.sha256, pieces: [piece] }];
    const offer = await office.bank(1, [questions(1)], { files });
    const drop = (sha256: string) => rm(path.join(office.directory, 'blocks', sha256));
    await drop(piece.sha256);
    expect(await refusalOf(office.stage(offer))).toEqual({ kind: 'tampered', subject: piece.target });
    await office.piece(Buffer.from('示例文件'));
    await office.install(offer);
    expect([await office.installing.file(piece.sha256), await office.installing.file('00'.repeat(32))]).toEqual([files[0], null]);
    await drop(piece.sha256);
    expect(await office.installing.restore('bank')).toMatchObject({ manifest: { version: 1 }, added: 0, touched: [] });
    await drop(offer.manifest.blocks[0]!.sha256);
    expect(await refusalOf(office.installing.restore('bank'))).toEqual({ kind: 'tampered', subject: 'bank/b0001.json.gz' });
  });
});

describe('settling', () => {
  test('twice changes nothing, not even a date; neither does restoring', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(2)]));
    const staged = await office.stage(await office.bank(2, [questions(3)]));
    await office.installing.settle([staged.staged]);
    const before = await fingerprintFiles(office.directory);
    office.now += day;
    await office.installing.settle([staged.staged]);
    const restored = await office.installing.restore('bank');
    await office.installing.settle([restored!.staged]);
    expect(await fingerprintFiles(office.directory)).toEqual(before);
    expect(await office.installing.details()).toMatchObject([
      {
        version: 2,
        installedAt: new Date(noon).toISOString(),
        source: '示例来源',
        expires: '2027-09-01T00:00:00.000Z',
        before: { version: 1 },
      },
    ]);
  });

  test('takes a token that was never given out for a mistake of the caller', async () => {
    const office = await openOffice();
    await expect(office.installing.settle(['made-up'])).rejects.toThrow('nothing is staged as made-up');
  });

  test('renewed signatures change the date and nothing else', async () => {
    const office = await openOffice();
    await office.install(await office.bank(1, [questions(2)]));
    const [before] = await office.installing.details();
    await office.installing.renew('bank', '2028-01-01T00:00:00.000Z');
    await office.installing.renew('none', '2028-01-01T00:00:00.000Z');
    expect(await office.installing.details()).toEqual([{ ...before, expires: '2028-01-01T00:00:00.000Z' }]);
  });

  test('a record of the program’s first edition is read, and a damaged version before is none', async () => {
    const office = await openOffice();
    const { manifest } = await office.bank(1, [questions(2)]);
    const record = { manifest, publisher, starter: false, installedAt: '2026-01-01T00:00:00.000Z', before: { record: 7 } };
    await writeFile(path.join(office.directory, 'installed/bank.json'), JSON.stringify(record));
    expect(await office.installing.details()).toMatchObject([{ version: 1, source: '', expires: '', before: null }]);
  });
});

describe('the version before', () => {
  test('is taken up again; the newer one is then not offered by itself, but by hand', async () => {
    const office = await openOffice();
    const [first, second, third] = [
      await office.bank(1, [questions(2)]),
      await office.bank(2, [questions(1), [question(2, { note: '改' }), question(3)]]),
      await office.bank(3, [questions(3)]),
    ];
    await office.install(first);
    await office.install(second);
    const back = await office.installing.rollBack('bank');
    expect(back).toMatchObject({ manifest: first.manifest, rollsBack: true, changed: 1, withdrawn: 1, touched: ['Q-2', 'Q-3'] });
    expect(await installed(office)).toEqual([['bank', 2, 1]]);
    await office.installing.settle([back.staged]);
    expect(await installed(office)).toEqual([['bank', 1, 2]]);
    expect([await off(office, first), await off(office, second), await off(office, third)]).toEqual([true, true, false]);
    const restarted = await office.restart();
    expect(await off(restarted, second)).toBe(true);
    await restarted.install(second);
    expect([await installed(restarted), await off(restarted, second)]).toEqual([[['bank', 2, 1]], false]);
  });

  test('is kept for 30 days, by a clock that is behind no shorter', async () => {
    const office = await openOffice(undefined, noon - 2_000 * day);
    await office.install(await office.bank(1, [questions(2)]));
    await office.install(await office.bank(2, [questions(1), questions(2, 5)], { withdrawn: ['Q-2'] }));
    office.now = noon + 29 * day;
    expect(await office.installing.details()).toMatchObject([
      { before: { version: 1, until: new Date(noon + 2_000 + 30 * day).toISOString() } },
    ]);
    expect(await office.installing.rollBack('bank')).toMatchObject({ rollsBack: true });
    office.now = noon + 31 * day;
    expect(await installed(office)).toEqual([['bank', 2, null]]);
    expect(await refusalOf(office.installing.rollBack('bank'))).toEqual({ kind: 'older', subject: '示例题库 bank' });
    expect(await refusalOf(office.installing.rollBack('none'))).toEqual({ kind: 'older', subject: 'none' });
  });

  test('is not what another publisher had under the name', async () => {
    const office = await openOffice();
    await office.install(await office.bank(4, [questions(2)]));
    await office.install({ ...(await office.bank(1, [questions(3)])), publisher: 'cd'.repeat(32) });
    expect(await installed(office)).toEqual([['bank', 1, null]]);
  });

  test('putting off is by publisher and package, up to a version', async () => {
    const office = await openOffice();
    const [second, third, other] = [
      await office.bank(2, [questions(2)]),
      await office.bank(3, [questions(3)]),
      await office.bank(2, [questions(2)], { name: 'other' }),
    ];
    await office.installing.putOff.add([second]);
    expect([await off(office, second), await off(office, third), await off(office, other)]).toEqual([true, false, false]);
    expect(await off(office, { ...second, publisher: 'cd'.repeat(32) })).toBe(false);
    await office.installing.putOff.add([third, other]);
    expect([await off(office, second), await off(office, third), await off(office, other)]).toEqual([true, true, true]);
    await writeFile(path.join(office.directory, 'put-off.json'), '\0\0');
    expect(await off(office, third)).toBe(false);
  });
});

describe('collecting', () => {
  const blocksIn = async ({ directory }: Office) => (await readdir(path.join(directory, 'blocks'))).sort();
  const shas = (...offers: readonly Offer[]) =>
    [...new Set(offers.flatMap(({ manifest }) => manifest.blocks.map(({ sha256 }) => sha256)))].sort();

  test('keeps what is installed, staged, before and wanted by others, until the time is up', async () => {
    const office = await openOffice();
    const first = await office.bank(1, [questions(1), questions(2, 10)]);
    const second = await office.bank(2, [questions(1), questions(3, 10)]);
    const third = await office.bank(3, [questions(4, 10), questions(1)]);
    const unfinished = await office.bank(1, [questions(1, 90)], { name: 'other' });
    await office.install(first);
    await office.install(second);
    await office.stage(third);
    await office.installing.collect(new Set(shas(unfinished)));
    expect(await blocksIn(office)).toEqual(shas(first, second, third, unfinished));
    await office.installing.collect(new Set());
    expect(await blocksIn(office)).toEqual(shas(first, second, third));
    const restarted = await office.restart();
    await restarted.installing.collect(new Set());
    expect(await blocksIn(office)).toEqual(shas(first, second));
    restarted.now = noon + 40 * day;
    await restarted.installing.collect(new Set());
    expect(await blocksIn(office)).toEqual(shas(second));
    // A clock that went too far ahead and came back does not promise what is gone.
    restarted.now = noon;
    expect(await installed(restarted)).toEqual([['bank', 2, null]]);
  });
});
