import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { PieceEntry } from '@shared/model/package.ts';
import { codeOf, hashBytes, syncDirectory, writeDurably } from '../../files.ts';
import { Refusal } from '../refusal.ts';
import { partOf } from '../transfer/part.ts';

/** A block, a piece of a large file or a delta: whatever is fetched. */
export type StoredFile = Pick<PieceEntry, 'sha256' | 'length'>;

/** Everything fetched of all packages by its SHA-256, in `blocks/`: what two versions share lies here once. */
export interface BlockStore {
  /** The bytes of a block, hashed again; null where it is missing. A damaged one is removed, so that it is fetched anew. */
  read(block: StoredFile): Promise<Buffer | null>;
  /** Whether a block lies here in its full length. */
  holds(block: StoredFile): Promise<boolean>;
  /** Takes in what was made here. Throws Refusal tampered where it is not what was signed. */
  put(block: StoredFile, bytes: Uint8Array): Promise<void>;
  /** The bytes of a block from `first` to `last`, both included, not hashed again: for playing a piece. Errors are the stream's. */
  stream(block: StoredFile, first?: number, last?: number): Readable;
  /** How many bytes of a block a broken download has left here; its length where it is here. */
  partBytes(block: StoredFile): Promise<number>;
  /** Removes every block, and every part of one, that is not in use. */
  keepOnly(inUse: ReadonlySet<string>): Promise<void>;
  /** Removes what broken downloads have left. */
  dropParts(): Promise<void>;
  /** Where a block lies once it is here. */
  fileOf(block: StoredFile): string;
  /** Makes the names of blocks that were put here by rename durable. */
  sync(): Promise<void>;
}

export async function openBlockStore(directory: string): Promise<BlockStore> {
  await mkdir(directory, { recursive: true });
  const fileOf = ({ sha256 }: StoredFile): string => path.join(directory, sha256);

  async function read(block: StoredFile): Promise<Buffer | null> {
    const bytes = await readIfThere(fileOf(block));
    if (!bytes || hashBytes(bytes) === block.sha256) return bytes;
    await rm(fileOf(block), { force: true });
    return null;
  }

  async function removeWhere(unwanted: (name: string) => boolean): Promise<void> {
    const names = (await readdir(directory)).filter(unwanted);
    await Promise.all(names.map((name) => rm(path.join(directory, name), { force: true })));
  }

  return {
    read,
    fileOf,
    holds: async (block) => (await sizeOf(fileOf(block))) === block.length,
    async put(block, bytes) {
      if (hashBytes(bytes) !== block.sha256) throw new Refusal('tampered', block.sha256, 'these bytes have another hash');
      await writeDurably(fileOf(block), bytes);
      await rm(partOf(fileOf(block)), { force: true });
    },
    stream: (block, start, end) => createReadStream(fileOf(block), { start, end }),
    async partBytes(block) {
      const whole = await sizeOf(fileOf(block));
      return whole === block.length ? whole : Math.min((await sizeOf(partOf(fileOf(block)))) ?? 0, block.length);
    },
    keepOnly: (inUse) => removeWhere((name) => !inUse.has(name.replace(/\.part$/, ''))),
    dropParts: () => removeWhere((name) => path.extname(name) !== ''),
    sync: () => syncDirectory(directory),
  };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
