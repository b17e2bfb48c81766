import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { repairDatabases } from '../../../main/journal/leveldb-repair.ts';
import { temporaryFolder } from '../../support/journals.ts';
import { writeLog } from '../../support/leveldb-writer.ts';

const name = 'app_sanxun_0.indexeddb.leveldb';
const log = writeLog(['one', 'two', 'three'].map((text) => Buffer.from(text)));
const manifest = writeLog([Buffer.from('edits')]);
const sixBytesMore = Buffer.from([1, 2, 3, 4, 5, 0]);

let profile = '';
let database = '';

/** A profile with a database as Chromium leaves it. */
beforeEach(() => {
  profile = temporaryFolder();
  database = path.join(profile, 'IndexedDB', name);
  mkdirSync(database, { recursive: true });
  const files = {
    CURRENT: 'MANIFEST-000001\n',
    'MANIFEST-000001': manifest.bytes,
    '000003.log': log.bytes,
    '000005.ldb': 'table',
    LOCK: '',
    LOG: 'text',
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(database, file), content);
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

function failCopies(code: string): void {
  vi.spyOn(fileSystem, 'copyFile').mockRejectedValue(Object.assign(new Error(code), { code }));
  syncBuiltinESMExports(); // so that modules which imported it by name see it too
}

const read = (...parts: readonly string[]): Buffer => readFileSync(path.join(...parts));
const write = (file: string, bytes: Uint8Array | string): void => writeFileSync(path.join(database, file), bytes);

describe('nothing to do', () => {
  test('for whole databases, for a profile without any, and for folders that are no LevelDB', async () => {
    expect(await repairDatabases(profile)).toEqual([]);
    expect(existsSync(path.join(profile, 'repairs'))).toBe(false);
    expect(await repairDatabases(path.join(profile, 'absent'))).toEqual([]);
    const other = path.join(profile, 'IndexedDB', 'other.leveldb');
    mkdirSync(other);
    writeFileSync(path.join(other, 'data.sqlite'), sixBytesMore);
    expect(await repairDatabases(profile)).toEqual([]);
    expect(read(other, 'data.sqlite')).toEqual(sixBytesMore);
  });

  test('for a database that was made but never written', async () => {
    for (const file of readdirSync(database)) if (!/^(CURRENT|LOCK)$/.test(file)) rmSync(path.join(database, file));
    expect(await repairDatabases(profile)).toEqual([]);
  });
});

describe('torn tails', () => {
  test.each(['000003.log', 'MANIFEST-000001'])('of %s are cut off at every length, and the file is kept as it was', async (file) => {
    const { bytes, ends } = file.endsWith('.log') ? log : manifest;
    const begin = ends.at(-2) ?? 0;
    for (let length = begin + 1; length < bytes.length; length++) {
      const torn = bytes.subarray(0, length);
      write(file, torn);
      expect(await repairDatabases(profile)).toEqual([{ kind: 'database-tail-cut', amount: length - begin }]);
      expect(read(database, file)).toEqual(bytes.subarray(0, begin));
      const newest = Math.max(...readdirSync(path.join(profile, 'repairs')).map(Number));
      expect(read(profile, 'repairs', String(newest), `${name}-${file}`)).toEqual(torn);
      expect(await repairDatabases(profile)).toEqual([]);
    }
  });

  test('a header without its data, which made Chromium delete everything, is cut off', async () => {
    write('000003.log', Buffer.concat([log.bytes, log.bytes.subarray(0, 7)]));
    expect(await repairDatabases(profile)).toEqual([{ kind: 'database-tail-cut', amount: 7 }]);
    expect(read(database, '000003.log')).toEqual(log.bytes);
  });

  test('the five newest repairs are kept', async () => {
    for (let start = 1; start <= 7; start++) {
      write('000003.log', Buffer.concat([log.bytes, sixBytesMore]));
      await repairDatabases(profile);
    }
    expect(readdirSync(path.join(profile, 'repairs')).sort()).toEqual(['3', '4', '5', '6', '7']);
  });

  test('without space for a copy the tail is cut all the same', async () => {
    write('000003.log', Buffer.concat([log.bytes, sixBytesMore]));
    failCopies('ENOSPC');
    expect(await repairDatabases(profile)).toEqual([{ kind: 'database-tail-cut', amount: 6 }]);
    expect(read(database, '000003.log')).toEqual(log.bytes);
  });

  test('where a copy fails for another reason, nothing is touched', async () => {
    write('000003.log', Buffer.concat([log.bytes, sixBytesMore]));
    failCopies('EIO');
    await expect(repairDatabases(profile)).rejects.toMatchObject({ code: 'EIO' });
    expect(read(database, '000003.log')).toEqual(Buffer.concat([log.bytes, sixBytesMore]));
  });
});

describe('damage', () => {
  test('in the middle is told and left to Chromium; the file is kept', async () => {
    const damaged = Buffer.from(log.bytes);
    damaged[8] = damaged[8]! ^ 1;
    write('000003.log', damaged);
    expect(await repairDatabases(profile)).toEqual([{ kind: 'database-damaged', amount: damaged.length }]);
    expect(read(database, '000003.log')).toEqual(damaged);
    expect(read(profile, 'repairs', '1', `${name}-000003.log`)).toEqual(damaged);
  });

  test.each([
    ['is missing', () => rmSync(path.join(database, 'CURRENT'))],
    ['is empty', () => write('CURRENT', '')],
    ['is cut short', () => write('CURRENT', 'MANIFEST-000001')],
    ['names a manifest that is missing', () => rmSync(path.join(database, 'MANIFEST-000001'))],
    ['names something else', () => write('CURRENT', '000003.log\n')],
  ])('where CURRENT %s, the database and its blobs are moved away whole', async (_what, damage) => {
    const blobs = path.join(profile, 'IndexedDB', 'app_sanxun_0.indexeddb.blob');
    mkdirSync(blobs);
    writeFileSync(path.join(blobs, '1'), 'blob');
    damage();
    const files = readdirSync(database).sort();
    expect(await repairDatabases(profile)).toEqual([{ kind: 'database-damaged', amount: log.bytes.length + 'table'.length }]);
    expect(readdirSync(path.join(profile, 'IndexedDB'))).toEqual([]);
    expect(readdirSync(path.join(profile, 'repairs', '1', name)).sort()).toEqual(files);
    expect(read(profile, 'repairs', '1', 'app_sanxun_0.indexeddb.blob', '1').toString()).toBe('blob');
    expect(await repairDatabases(profile)).toEqual([]);
  });
});

test('a log of 4 MB takes a few milliseconds', async () => {
  const { bytes } = writeLog(Array.from({ length: 1_000 }, (_, index) => Buffer.alloc(4_000, index)));
  write('000003.log', bytes);
  await repairDatabases(profile); // once to warm up, as in a program that was started before
  const begun = performance.now();
  expect(await repairDatabases(profile)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(250);
});
