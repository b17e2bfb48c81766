import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BlockEntry } from '@shared/model/package.ts';
import { codeOf, hashBytes } from '../../files.ts';
import { receive, type Expected } from '../transfer/receive.ts';
import type { Reader } from '../sources/reader.ts';

/** Blocks of all packages by their SHA-256, in `blocks/`: what two versions share lies here once. */
export interface BlockStore {
  /** The bytes of a block, hashed again; null where it is missing. A damaged one is removed, so that it is fetched anew. */
  read(block: BlockEntry): Promise<Buffer | null>;
  /** Whether a block lies here in its full length. */
  holds(block: BlockEntry): Promise<boolean>;
  /** Fetches a block and gives its bytes. Throws like `receive`. */
  fetch(reader: Reader, expected: Expected, block: BlockEntry, signal: AbortSignal): Promise<Buffer>;
  /** Removes every block and every part of one that is not in use. */
  keepOnly(inUse: ReadonlySet<string>): Promise<void>;
}

export async function openBlockStore(directory: string): Promise<BlockStore> {
  await mkdir(directory, { recursive: true });
  const fileOf = (block: BlockEntry): string => path.join(directory, block.sha256);

  async function read(block: BlockEntry): Promise<Buffer | null> {
    const bytes = await readIfThere(fileOf(block));
    if (!bytes || hashBytes(bytes) === block.sha256) return bytes;
    await rm(fileOf(block), { force: true });
    return null;
  }

  return {
    read,
    async holds(block) {
      const entry = await stat(fileOf(block)).catch(() => null);
      return entry?.size === block.length;
    },
    async fetch(reader, expected, block, signal) {
      await dropOtherParts(directory, block);
      await receive(reader, expected, fileOf(block), signal);
      const bytes = await read(block);
      if (!bytes) throw new Error(`block ${block.sha256} was verified and cannot be read back`);
      return bytes;
    },
    async keepOnly(inUse) {
      const unused = (await readdir(directory)).filter((name) => !inUse.has(name));
      await Promise.all(unused.map((name) => rm(path.join(directory, name), { force: true })));
    },
  };
}

/** Blocks come one after the other, so one part at most is worth keeping: what is left of broken downloads stays under one block's cap. */
async function dropOtherParts(directory: string, block: BlockEntry): Promise<void> {
  const parts = (await readdir(directory)).filter((name) => name.endsWith('.part') && name !== `${block.sha256}.part`);
  await Promise.all(parts.map((name) => rm(path.join(directory, name), { force: true })));
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
