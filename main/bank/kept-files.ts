import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { encodings, type Encoding } from '@shared/bank/encodings.ts';
import type { FileRefusal } from '@shared/bank/imported.ts';
import { readJson, renamePatiently, syncDirectory, writeDurably } from '../files.ts';
import { openFile, unreadable } from '../import/open-file.ts';
import { limits } from '../limits.ts';

/** A copy of a question file, so that the source can be shown when the stick that it came from is long gone. */
export interface KeptFile {
  readonly sha256: string;
  readonly path: string;
  /** Its name as the person knows it. */
  readonly name: string;
  /** The encoding that it was read in; null in files that are no texts. */
  readonly encoding: Encoding | null;
}

export interface KeptFiles {
  /** Copies a file durably, or says why it is not even opened. Throws the system's error where the copy cannot be written. */
  keep(file: string, name: string, signal: AbortSignal): Promise<KeptFile | FileRefusal>;
  find(sha256: string): Promise<KeptFile | null>;
  /** Remembers how a text was read, for showing it the same way. */
  remember(kept: KeptFile, encoding: Encoding | null): Promise<void>;
}

const hex = /^[0-9a-f]{64}$/;
const aboutSchema = z.object({ name: z.string().min(1), encoding: z.enum(encodings).nullable() });

/** `<directory>/<sha256>` holds the bytes, `<sha256>.json` what belongs to them. */
export async function openKeptFiles(directory: string): Promise<KeptFiles> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory)) if (name.endsWith('.tmp')) await rm(path.join(directory, name), { force: true });
  const pathOf = (sha256: string): string => path.join(directory, sha256);
  const describe = (sha256: string, about: z.infer<typeof aboutSchema>): Promise<void> =>
    writeDurably(`${pathOf(sha256)}.json`, `${JSON.stringify(about)}\n`);

  return {
    async keep(file, name, signal) {
      const copied = await copy(file, name, directory, signal);
      if (typeof copied !== 'string') return copied;
      await describe(copied, { name, encoding: null });
      await makeRoom(directory, copied);
      return { sha256: copied, path: pathOf(copied), name, encoding: null };
    },
    async find(sha256) {
      if (!hex.test(sha256)) return null; // it becomes part of a path
      const about = aboutSchema.safeParse(await readJson(`${pathOf(sha256)}.json`).catch(() => null));
      const present = await touch(pathOf(sha256));
      return about.success && present ? { sha256, path: pathOf(sha256), ...about.data } : null;
    },
    async remember(kept, encoding) {
      if (encoding !== kept.encoding) await describe(kept.sha256, { name: kept.name, encoding });
    },
  };
}

/** Copies under the name of its hash: temporary name → fsync → rename → fsync of the folder. */
async function copy(file: string, name: string, directory: string, signal: AbortSignal): Promise<string | FileRefusal> {
  const opened = await openFile(file, name);
  if ('code' in opened) return opened;
  const temporary = path.join(directory, `${randomUUID()}.tmp`);
  try {
    const sha256 = await copyInto(temporary, opened.handle, signal);
    if (typeof sha256 === 'string') await renamePatiently(temporary, path.join(directory, sha256));
    await syncDirectory(directory);
    return sha256;
  } finally {
    await opened.handle.close();
    await rm(temporary, { force: true });
  }
}

async function copyInto(file: string, source: FileHandle, signal: AbortSignal): Promise<string | FileRefusal> {
  const target = await open(file, 'w');
  try {
    return await pump(source, target, signal);
  } finally {
    await target.close();
  }
}

const pieceBytes = 1_000_000;

/** Errors of the source are refusals, those of the target are thrown. */
async function pump(source: FileHandle, target: FileHandle, signal: AbortSignal): Promise<string | FileRefusal> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceBytes);
  for (let total = 0; ;) {
    signal.throwIfAborted();
    const read = await source.read(piece).catch(unreadable);
    if ('code' in read) return read;
    if (read.bytesRead === 0) break;
    total += read.bytesRead;
    if (total > limits.importFile) return { code: 'file-too-large', message: '文件在读取时变大，超过了上限。' };
    const part = piece.subarray(0, read.bytesRead);
    hash.update(part);
    await target.writeFile(part);
  }
  await target.sync();
  return hash.digest('hex');
}

/** Marks a copy as used now; false where it is not there. */
async function touch(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () => false,
  );
}

/** Lets the copies go that were not used for longest, never the newest one. */
async function makeRoom(directory: string, newest: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => hex.test(name));
  const files = await Promise.all(names.map(async (name) => ({ name, ...(await sizeAndAge(path.join(directory, name))) })));
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of files.toSorted((one, other) => one.used - other.used)) {
    if (total <= limits.keptFiles) return;
    if (name === newest) continue;
    for (const ending of ['', '.json']) await rm(path.join(directory, name + ending), { force: true });
    total -= size;
  }
}

async function sizeAndAge(file: string): Promise<{ size: number; used: number }> {
  const { size, mtimeMs } = await stat(file);
  return { size, used: mtimeMs };
}
