import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { failureOf, temporaryFolder, valueOf } from '../sync/support.ts';
import { pdf, start } from './support.ts';

const megabyte = 1_048_576;

/** A disk of so many megabytes; null where this system makes none. */
async function smallDisk(megabytes: number): Promise<string | null> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-small-disk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder])); // of these the last one runs first
  return folder;
}

test('a full disk is told, keeps nothing half, and what was kept before stays whole', async ({ skip }) => {
  const disk = (await smallDisk(4)) ?? skip('no small disk here');
  const { channels, choose, keep } = await start(path.join(disk, 'profile'));
  const before = await keep('先.pdf', pdf);
  await choose({ '小.pdf': `${pdf}小`, '大.pdf': Buffer.alloc(6 * megabyte) });
  expect(failureOf(await channels['evidence:choose'](20)).kind).toBe('disk-full');
  const kept = await readdir(path.join(disk, 'profile', 'evidence'));
  expect(kept.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  expect(await channels['evidence:open'](before.sha256, before.name)).toMatchObject({ ok: true });
  await choose({ '小.pdf': `${pdf}小` });
  expect(valueOf(await channels['evidence:choose'](20))).toMatchObject([{ name: '小.pdf' }]);
});

test('a place that is full is told when a file is saved onto it', async ({ skip }) => {
  const disk = (await smallDisk(2)) ?? skip('no small disk here');
  const { channels, keep } = await start();
  const { sha256, name } = await keep('大.pdf', Buffer.alloc(6 * megabyte));
  expect(failureOf(await channels['evidence:save'](sha256, name, disk)).kind).toBe('disk-full');
});

test('a file of three gigabytes is refused before a byte of it is read', async () => {
  const { profile, channels, choosePaths } = await start();
  const folder = await temporaryFolder();
  const large = path.join(folder, '大.mp4');
  await writeFile(large, '');
  await truncate(large, 3_000_000_000);
  choosePaths([large]);
  const from = performance.now();
  expect(failureOf(await channels['evidence:choose'](1_000))).toEqual({ kind: 'too-large', subject: '大.mp4' });
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(await readdir(path.join(profile, 'evidence'))).toEqual([]);
});

test('a file of no bytes is kept and comes out again, and only as a text it is opened', async () => {
  const { channels, keep } = await start();
  const place = await temporaryFolder();
  const { sha256, bytes } = await keep('空.pdf', '');
  expect(bytes).toBe(0);
  expect(failureOf(await channels['evidence:open'](sha256, '空.pdf')).kind).toBe('unsafe-file');
  expect(await channels['evidence:open'](sha256, '空.txt')).toMatchObject({ ok: true });
  expect(valueOf(await channels['evidence:save'](sha256, '空.pdf', place)).files).toMatchObject([{ name: '空.pdf', bytes: 0 }]);
});

test('pipes and devices are not read, a link brings what it leads to', async ({ skip }) => {
  if (process.platform === 'win32') skip('no pipes in folders there');
  const { channels, choosePaths } = await start();
  const folder = await temporaryFolder();
  const [pipe, zeros, link, file] = ['pipe', 'zeros.pdf', 'link.pdf', 'file.pdf'].map((name) => path.join(folder, name));
  if (!pipe || !zeros || !link || !file) throw new Error('four names make four paths');
  execFileSync('mkfifo', [pipe]);
  await symlink('/dev/zero', zeros);
  await writeFile(file, pdf);
  await symlink(file, link);
  for (const odd of [pipe, zeros]) {
    choosePaths([odd]);
    expect(failureOf(await channels['evidence:choose'](1)).kind).toBe('not-understood');
  }
  choosePaths([link]);
  const [kept] = valueOf(await channels['evidence:choose'](1));
  await rm(file);
  expect(await channels['evidence:open'](kept?.sha256 ?? '', 'link.pdf')).toMatchObject({ ok: true });
});
