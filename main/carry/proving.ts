import { rm } from 'node:fs/promises';
import path from 'node:path';
import { hashFromMedium } from '../export/read-back.ts';
import { codeOf, hashBytes } from '../files.ts';
import type { MirrorOptions } from '../mirror/mirror.ts';
import type { Shelf } from '../mirror/shelf.ts';
import { stopIfCancelled } from '../sync/refusal.ts';

/**
 * Reads a whole copy back from its medium and takes away what is not what it should be. Gives the names of those files:
 * none where the copy is proven.
 */
export async function removeUnproven(directory: string, shelf: Shelf, { signal, progress }: MirrorOptions): Promise<readonly string[]> {
  const { files } = shelf.publication;
  const total = files.reduce((sum, { length }) => sum + length, 0);
  const bad: string[] = [];
  let done = 0;
  for (const { file, length } of files) {
    stopIfCancelled(signal, file);
    progress({ phase: 'verify', done, total, unit: 'bytes' });
    const copy = path.join(directory, ...file.split('/'));
    if ((await hashOn(copy)) !== (await hashIn(shelf, file))) {
      await rm(copy, { force: true });
      bad.push(file);
    }
    done += length;
  }
  progress({ phase: 'verify', done: total, total, unit: 'bytes' });
  return bad;
}

/** A target carries its hash in its name; metadata is compared with what is held here. */
async function hashIn(shelf: Shelf, file: string): Promise<string> {
  const named = /^([0-9a-f]{64})\./.exec(path.posix.basename(file))?.[1];
  return named ?? hashBytes(await shelf.read(file));
}

/** '' where there is no such file. */
async function hashOn(file: string): Promise<string> {
  try {
    return await hashFromMedium(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
