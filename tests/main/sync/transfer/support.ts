import { createCipheriv, createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../../main/sync/refusal.ts';
import { folderReader } from '../../../../main/sync/sources/folder-reader.ts';
import type { Reader } from '../../../../main/sync/sources/reader.ts';
import { openBlockStore, type BlockStore } from '../../../../main/sync/store/block-store.ts';
import { fetchBlocks, type FetchOptions, type Wanted } from '../../../../main/sync/transfer/fetch-blocks.ts';
import { temporaryFolder } from '../support.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that do not compress, the same for the same seed. */
export function noise(length: number, seed: number): Buffer {
  const key = createHash('sha256').update(String(seed)).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

export interface Shelf {
  /** The folder of a repository with nothing but files to fetch. */
  readonly folder: string;
  readonly wanted: readonly Wanted[];
  readonly contents: readonly Buffer[];
  pathOf(place: number): string;
}

/** A folder as a repository has it, with files of the given lengths. */
export async function openShelf(...lengths: readonly number[]): Promise<Shelf> {
  const folder = await temporaryFolder();
  const contents = lengths.map((length, place) => noise(length, place + 1));
  const wanted = contents.map((bytes): Wanted => {
    const sha256 = hashOf(bytes);
    return { sha256, expected: { file: `targets/example/${sha256}.f`, length: bytes.length, hashes: { sha256 } } };
  });
  const pathOf = (place: number): string => path.join(folder, wanted[place]?.expected.file ?? '');
  await mkdir(path.join(folder, 'targets', 'example'), { recursive: true });
  await mkdir(path.join(folder, 'metadata'));
  await Promise.all(contents.map((bytes, place) => writeFile(pathOf(place), bytes)));
  return { folder, wanted, contents, pathOf };
}

export interface Cellar {
  readonly directory: string;
  readonly store: BlockStore;
  /** Fetches everything of a shelf; gives the kind of a refusal, or null. */
  fetch(shelf: Shelf, readers: readonly Reader[], options?: Partial<FetchOptions>): Promise<string | null>;
  /** Files of the store with their content. */
  held(): Promise<ReadonlyMap<string, Buffer>>;
}

/** A content store and what a test does with it; opening it a second time is a restart of the program. */
export async function openCellar(directory?: string): Promise<Cellar> {
  const home = directory ?? (await temporaryFolder());
  const store = await openBlockStore(home);
  return {
    directory: home,
    store,
    async fetch({ wanted }, readers, options = {}) {
      const { signal } = new AbortController();
      try {
        await fetchBlocks(wanted, { store, readers, parallel: 4, onBytes: () => undefined, signal, ...options });
        return null;
      } catch (error) {
        if (error instanceof Refusal) return error.failure.kind;
        throw error;
      }
    },
    async held() {
      const names = await readdir(home);
      return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(home, name))] as const)));
    },
  };
}

/** What the store holds when all of a shelf has come. */
export const wholeOf = ({ wanted, contents }: Shelf): ReadonlyMap<string, Buffer> =>
  new Map(wanted.map(({ sha256 }, place) => [sha256, contents[place] ?? Buffer.alloc(0)]));

export interface Spoilt {
  readonly reader: Reader;
  /** `file from` of each opening. */
  readonly opened: readonly string[];
  /** Bytes that were handed out. */
  readonly bytes: number;
}

/** A reader of a folder that a test can spoil. `change` may throw, or change what comes of each opening. */
export function spoiltReader(
  folder: string,
  change: (chunk: Uint8Array, at: number, opening: number) => Uint8Array,
  resumes = true,
): Spoilt {
  const good = folderReader(folder, 'a spoilt source');
  const opened: string[] = [];
  const counts = { bytes: 0 };
  const reader: Reader = {
    ...good,
    resumes,
    async open(file, from, signal) {
      const opening = opened.push(`${path.basename(file)} ${from}`);
      const source = await good.open(file, from, signal);
      return source && { ...source, body: spoil(source.body, from, opening) };
    },
  };
  async function* spoil(body: AsyncIterable<Uint8Array>, from: number, opening: number): AsyncGenerator<Uint8Array> {
    let at = from;
    for await (const chunk of body) {
      const changed = change(chunk, at, opening);
      counts.bytes += changed.length;
      yield changed;
      at += chunk.length;
    }
  }
  return {
    reader,
    opened,
    get bytes() {
      return counts.bytes;
    },
  };
}

/** As a line that breaks. */
export const broken = (): Refusal => new Refusal('source-unreachable', 'a spoilt source', 'cut for the test');
