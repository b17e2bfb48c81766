import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure, FailureKind } from '@shared/model/failure.ts';

/**
 * Puts bytes under a name so that the name shows the old content or the new one, never a part: temporary name in the
 * same folder → fsync → rename → fsync of the folder. Throws the system's error; nothing is left under the final name.
 * `mode` are the rights of a new file, as the system's umask narrows them.
 */
export async function writeDurably(file: string, bytes: Uint8Array | string | AsyncIterable<Uint8Array>, mode = 0o666): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(path.dirname(file));
}

/** Renames over an existing file. On Windows a virus scanner may hold either file for a moment: tries for up to 5 s. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  const until = performance.now() + 5_000;
  for (;;) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));
      if (process.platform !== 'win32' || !held || performance.now() > until) throw error;
      await sleep(50);
    }
  }
}

/** Makes a rename in a folder durable. Windows cannot open folders and does not need it. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: FileHandle | null = null;
  try {
    handle = await open(directory, 'r');
    await handle.sync();
  } catch (error) {
    // Some network and FUSE file systems refuse to sync a folder; the file itself is synced.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'ENOSYS'].includes(codeOf(error))) throw error;
  } finally {
    await handle?.close();
  }
}

/** Hex SHA-256 of a file, read in pieces. */
export async function hashFile(file: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(file)) sum.update(chunk as Buffer);
  return sum.digest('hex');
}

export const hashBytes = (bytes: Uint8Array | string): string => hash('sha256', bytes);

/** Parsed JSON of a file, or null where the file does not exist. Throws on anything else that is wrong. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new Error(`reading ${path.basename(file)}`, { cause: error });
  }
}

const kindOfCode: Readonly<Record<string, FailureKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'place-gone',
  ENODEV: 'place-gone',
  ENXIO: 'place-gone',
  ENOTCONN: 'place-gone',
  EIO: 'place-gone',
  EBUSY: 'busy',
};

/** What a system error on a file means to a person. `subject` is the file as the person knows it. */
export function fileFailure(error: unknown, subject: string): Failure {
  return { kind: kindOfCode[codeOf(error)] ?? 'write-failed', subject };
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
