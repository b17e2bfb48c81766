import type { StagedBlock } from '@shared/ipc/contract.ts';
import type { BlockContents, InstalledPackage, PackageKind, PackageManifest } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { database, type StoredBlock, type StoredIndex } from './database.ts';
import { packIndex, UnpackedIndex } from './packed-index.ts';

const blocksInMemory = 6;
const recent = new Map<string, Promise<unknown>>();

const keyOf = (name: string, sha256: string): string => `${name}/${sha256}`;

/** Which blocks of a version are not yet in the database, as positions in its list. */
export async function missingBlocks(manifest: PackageManifest | InstalledPackage): Promise<number[]> {
  const have = new Set(await database.blocks.where('package').equals(manifest.name).primaryKeys());
  return manifest.blocks.flatMap((block, position) => (have.has(keyOf(manifest.name, block.sha256)) ? [] : [position]));
}

/**
 * Makes a verified version the installed one, in one transaction. `fresh` holds the blocks that were missing. Doing
 * it twice changes nothing.
 */
export async function installVersion(version: InstalledPackage, fresh: ReadonlyMap<number, StagedBlock>): Promise<void> {
  const wanted = new Set(version.blocks.map((block) => keyOf(version.name, block.sha256)));
  const blocks: StoredBlock[] = [];
  const indexes: StoredIndex[] = [];
  for (const [position, { bytes, index }] of fresh) {
    const entry = version.blocks[position];
    if (!entry) throw new Error(`${version.name} has no block ${position}`);
    const key = keyOf(version.name, entry.sha256);
    blocks.push({ key, package: version.name, bytes });
    if (index) indexes.push({ key, package: version.name, ...packIndex(index) });
  }
  await database.transaction('rw', database.packages, database.blocks, database.indexes, async () => {
    for (const table of [database.blocks, database.indexes]) {
      const old = await table.where('package').equals(version.name).primaryKeys();
      await table.bulkDelete(old.filter((key) => !wanted.has(key)));
    }
    await database.blocks.bulkPut(blocks);
    await database.indexes.bulkPut(indexes);
    await database.packages.put(version);
  });
}

export const installedPackages = (): Promise<InstalledPackage[]> => database.packages.toArray();

/** The unpacked content of the only block of a small package (roster, policy, column), or null when none is installed. */
export async function readPackage<K extends Exclude<PackageKind, 'bank'>>(kind: K): Promise<BlockContents[K] | null> {
  const version = (await database.packages.toArray()).find((entry) => entry.kind === kind);
  const block = version?.blocks[0];
  if (!version || !block) return null;
  return (await readBlock(keyOf(version.name, block.sha256))) as BlockContents[K]; // main checked the block against its kind's schema
}

/** Sections of all installed banks in their published order, with how many questions each has. */
export async function readSections(): Promise<{ section: string; total: number }[]> {
  const totals = new Map<string, number>();
  for (const version of await banks()) {
    for (const block of version.blocks) totals.set(block.section, (totals.get(block.section) ?? 0) + block.items);
  }
  return [...totals].map(([section, total]) => ({ section, total }));
}

/** The index of one block, with the key under which its questions are read. */
export interface KeyedIndex {
  readonly key: string;
  readonly index: UnpackedIndex;
}

/** Index rows of one section (or of all where section is null), in published order. */
export async function readIndexes(section: string | null): Promise<KeyedIndex[]> {
  const rows = section === null ? await database.indexes.toArray() : await database.indexes.where('section').equals(section).toArray();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const ordered: KeyedIndex[] = [];
  for (const version of await banks()) {
    for (const block of version.blocks) {
      const row = byKey.get(keyOf(version.name, block.sha256));
      if (row) ordered.push({ key: row.key, index: new UnpackedIndex(row) });
    }
  }
  return ordered;
}

/** Questions of one bank block. */
export async function readQuestions(key: string): Promise<readonly Question[]> {
  const { questions } = (await readBlock(key)) as BlockContents['bank']; // main checked the block against the bank schema
  return questions;
}

async function banks(): Promise<InstalledPackage[]> {
  return (await database.packages.toArray()).filter((version) => version.kind === 'bank');
}

function readBlock(key: string): Promise<unknown> {
  const known = recent.get(key);
  if (known) return known;
  const reading = unpack(key);
  recent.set(key, reading);
  if (recent.size > blocksInMemory) recent.delete(recent.keys().next().value ?? key);
  reading.catch(() => recent.delete(key));
  return reading;
}

async function unpack(key: string): Promise<unknown> {
  const block = await database.blocks.get(key);
  if (!block) throw new Error(`block ${key} is not installed`);
  const stream = new Blob([block.bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}
