import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { codeOf, fileFailure, hashBytes, hashFile, readJson, writeDurably } from '../../main/files.ts';
import { temporaryFolder } from '../support/journals.ts';

afterEach(() => vi.restoreAllMocks());

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** What all file handles share: faults put into it hit every write. */
async function handles(): Promise<FileHandle> {
  const handle = await open(import.meta.filename);
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
}

describe('writeDurably', () => {
  it('writes and overwrites, and leaves nothing beside', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a');
    await writeDurably(file, 'old');
    await writeDurably(file, new Uint8Array([1, 2]));
    expect([...readFileSync(file)]).toEqual([1, 2]);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it.each(['writeFile', 'sync'] as const)('keeps the old content when %s fails', async (step) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a');
    await writeDurably(file, 'old');
    vi.spyOn(await handles(), step).mockRejectedValueOnce(systemError('EIO'));
    await expect(writeDurably(file, 'new')).rejects.toMatchObject({ code: 'EIO' });
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a']]);
  });

  it('has the bytes on the disk before the name shows them, and the name before it is done', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a');
    const shared = await handles();
    const atSync: (readonly string[])[] = [];
    const sync = shared.sync;
    vi.spyOn(shared, 'sync').mockImplementation(function (this: FileHandle) {
      atSync.push(readdirSync(folder));
      return Reflect.apply(sync, this, []);
    });
    await writeDurably(file, 'new');
    expect(atSync).toEqual(process.platform === 'win32' ? [['a.tmp']] : [['a.tmp'], ['a']]);
  });

  it('leaves nothing where it cannot take the name', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
    await expect(writeDurably(path.join(folder, 'a'), 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a']);
    await expect(writeDurably(path.join(folder, 'none', 'a'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('leaves nothing half-written on a disk that is full', async ({ skip }) => {
    const disk = temporaryFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      return skip('needs the right to mount a disk');
    }
    onTestFinished(() => void execFileSync('umount', [disk]));
    const file = path.join(disk, 'a');
    await writeDurably(file, 'old');
    await expect(writeDurably(file, Buffer.alloc(200_000))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect([readFileSync(file, 'utf8'), readdirSync(disk)]).toEqual(['old', ['a']]);
    await writeDurably(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('leaves nothing in a folder that may not be written', async () => {
    const folder = temporaryFolder();
    await writeDurably(path.join(folder, 'a'), 'old');
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    await expect(writeDurably(path.join(folder, 'a'), 'new')).rejects.toMatchObject({ code: 'EACCES' });
    expect(readFileSync(path.join(folder, 'a'), 'utf8')).toBe('old');
  });
});

describe('reading', () => {
  it('tells a file that is not there from one that is broken', async () => {
    const file = path.join(temporaryFolder(), 'a.json');
    expect(await readJson(file)).toBeNull();
    writeFileSync(file, '{"a":');
    await expect(readJson(file)).rejects.toMatchObject({ message: 'reading a.json', cause: expect.any(SyntaxError) as unknown });
    writeFileSync(file, '{"a":1}');
    expect(await readJson(file)).toEqual({ a: 1 });
  });

  it('hashes a file of several pieces as its bytes', async () => {
    const file = path.join(temporaryFolder(), 'a');
    const bytes = Buffer.alloc(200_001, 'sanxun');
    writeFileSync(file, bytes);
    expect(await hashFile(file)).toBe(hashBytes(bytes));
    expect(hashBytes('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

it('system errors become what they mean to a person', () => {
  const kinds = ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'EBUSY', 'EXYZ'].map((code) => fileFailure(systemError(code), 'a').kind);
  expect(kinds).toEqual(['disk-full', 'read-only', 'no-permission', 'place-gone', 'busy', 'write-failed']);
  expect(fileFailure('no error at all', 'a')).toEqual({ kind: 'write-failed', subject: 'a' });
  expect([codeOf(systemError('EIO')), codeOf(new Error('plain')), codeOf({ code: 'EIO' })]).toEqual(['EIO', '', '']);
});
