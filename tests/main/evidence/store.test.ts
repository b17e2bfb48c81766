import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashBytes } from '../../../main/files.ts';
import { failureOf, temporaryFolder, valueOf } from '../sync/support.ts';
import { pdf, program, start } from './support.ts';

const absent = 'ab'.repeat(32);

test('law: any bytes are kept under their hash, once, and come out again', async () => {
  const { profile, channels, keep } = await start();
  const place = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const kept = await keep('文件.bin', bytes);
      expect(kept).toEqual({ name: '文件.bin', bytes: bytes.length, sha256: hashBytes(bytes) });
      expect(await channels['evidence:present']([kept.sha256, absent])).toEqual([true, false]);
      valueOf(await channels['evidence:save'](kept.sha256, kept.name, place));
      expect([...(await readFile(path.join(place, '佐证材料', '文件.bin')))]).toEqual([...bytes]);
    }),
    { numRuns: 25 },
  );
  const names = await readdir(path.join(profile, 'evidence'));
  expect(names.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
});

test('the same file under two names lies there once, and mends one that was damaged', async () => {
  const { profile, channels, keep } = await start();
  const one = await keep('甲.pdf', pdf);
  const other = await keep('乙.pdf', pdf);
  const folder = path.join(profile, 'evidence');
  expect([one.sha256, await readdir(folder)]).toEqual([other.sha256, [one.sha256]]);
  await writeFile(path.join(folder, one.sha256), 'something else');
  expect(failureOf(await channels['evidence:open'](one.sha256, one.name))).toEqual({ kind: 'tampered', subject: '甲.pdf' });
  expect(failureOf(await channels['evidence:save'](one.sha256, one.name, await temporaryFolder())).kind).toBe('tampered');
  await keep('甲.pdf', pdf);
  expect(await channels['evidence:open'](one.sha256, one.name)).toMatchObject({ ok: true });
});

test('a file that is too large is named, and nothing of the choice is kept', async () => {
  const { profile, channels, choose } = await start();
  await choose({ '小.pdf': pdf, '大.pdf': Buffer.alloc(1_048_577), '又小.pdf': pdf });
  expect(failureOf(await channels['evidence:choose'](1))).toEqual({ kind: 'too-large', subject: '大.pdf' });
  expect(await readdir(path.join(profile, 'evidence'))).toEqual([]);
  await choose({ '刚好.pdf': Buffer.alloc(1_048_576) });
  expect(valueOf(await channels['evidence:choose'](1))).toMatchObject([{ name: '刚好.pdf', bytes: 1_048_576 }]);
});

test('nothing chosen, a folder, and a file that is gone', async () => {
  const { profile, channels, choosePaths } = await start();
  expect(valueOf(await channels['evidence:choose'](1))).toEqual([]);
  choosePaths([profile]);
  expect(await channels['evidence:choose'](1)).toMatchObject({ ok: false });
  choosePaths([path.join(profile, 'gone.pdf')]);
  expect(failureOf(await channels['evidence:choose'](1)).kind).toBe('place-gone');
});

test('what is saved keeps its true ending, whatever its name pretends', async () => {
  const { channels, keep } = await start();
  const place = await temporaryFolder();
  const { sha256 } = await keep('program', program);
  for (const name of ['照片\u202Egpj.exe', '../../照片.exe', '照片.exe']) valueOf(await channels['evidence:save'](sha256, name, place));
  expect((await readdir(path.join(place, '佐证材料'))).filter((name) => !name.endsWith('.txt')).toSorted()).toEqual([
    '照片.exe',
    '照片gpj.exe',
  ]);
  expect(await readdir(place)).toEqual(['佐证材料']);
});

test('hashes that are none lead nowhere', async () => {
  const { profile, channels } = await start();
  await writeFile(path.join(profile, 'secret'), 'x');
  expect(await channels['evidence:present'](['../secret', absent])).toEqual([false, false]);
  expect(failureOf(await channels['evidence:open']('../secret', 'a.txt'))).toEqual({ kind: 'place-gone', subject: 'a.txt' });
  expect(failureOf(await channels['evidence:save'](absent, 'a.txt', 'gone')).kind).toBe('place-gone');
});

test('a new start takes away half copies and what was opened before, and follows no link', async ({ skip }) => {
  if (process.platform === 'win32') return skip('links need rights there');
  const first = await start();
  const { sha256, name } = await first.keep('材料.pdf', pdf);
  valueOf(await first.channels['evidence:open'](sha256, name));
  await writeFile(path.join(first.profile, 'evidence', 'half.tmp'), 'x');
  const elsewhere = await temporaryFolder();
  await mkdir(path.join(elsewhere, 'kept'));
  await symlink(elsewhere, path.join(first.profile, 'evidence-opened', 'link'));
  const again = await start(first.profile);
  expect((await readdir(first.profile)).toSorted()).toEqual(['evidence']);
  expect([await readdir(path.join(first.profile, 'evidence')), await readdir(elsewhere)]).toEqual([[sha256], ['kept']]);
  expect(await again.channels['evidence:present']([sha256])).toEqual([true]);
});
