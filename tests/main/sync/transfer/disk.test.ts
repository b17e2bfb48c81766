import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderReader } from '../../../../main/sync/sources/folder-reader.ts';
import { asResult } from '../../../../main/sync/refusal.ts';
import { fetchBlocks } from '../../../../main/sync/transfer/fetch-blocks.ts';
import { temporaryFolder } from '../support.ts';
import { hashOf, openCellar, openShelf, spoiltReader } from './support.ts';

const mounts: string[] = [];
afterEach(() => {
  for (const mount of mounts.splice(0)) execFileSync('umount', ['-l', mount]);
});

/** A disk of its own, or null where this machine does not let us mount one. */
async function smallDisk(size: string): Promise<string | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  mounts.push(folder);
  return folder;
}

test('a full disk is said, nothing is half there, and the download goes on when there is room', async ({ skip }) => {
  const disk = await smallDisk('12m');
  if (disk === null) return skip('mounting needs root');
  const ballast = path.join(disk, 'ballast');
  await writeFile(ballast, Buffer.alloc(6_000_000));
  const shelf = await openShelf(1_500_000, 2_500_000, 2_500_000, 2_500_000);
  const cellar = await openCellar(path.join(disk, 'blocks'));
  const { store } = cellar;
  const { signal } = new AbortController();
  const options = { store, readers: [folderReader(shelf.folder, 'a good source')], parallel: 2, onBytes: () => undefined, signal };
  const logged: unknown[] = [];
  const result = await asResult(
    (_what, error) => void logged.push(error),
    '题库',
    () => fetchBlocks(shelf.wanted, options),
  );
  expect(result).toEqual({ ok: false, failure: { kind: 'disk-full', subject: '题库' } });
  expect(logged).toMatchObject([{ code: 'ENOSPC' }]);
  for (const [name, bytes] of await cellar.held()) if (!name.endsWith('.part')) expect(hashOf(bytes)).toBe(name);
  await rm(ballast);
  const rest = spoiltReader(shelf.folder, (chunk) => chunk);
  expect(await cellar.fetch(shelf, [rest.reader])).toBeNull();
  const held = await cellar.held();
  expect([held.size, [...held].filter(([name, bytes]) => hashOf(bytes) !== name)]).toEqual([shelf.wanted.length, []]);
  expect(rest.bytes).toBeLessThan(9_000_000 - 4_000_000); // what had come before was not fetched again
});
