import type { StagedBlock } from '@shared/ipc/contract.ts';
import type { BlockContents, InstalledPackage, PackageFile, PackageKind, PackageManifest } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { UnpackedIndex } from '@shared/packages/packed-index.ts';
import type { KeyedIndex } from '@shared/study/catalogue.ts';
import { database, type StoredBlock, type StoredIndex, type StoredPackage } from './database.ts';

const blocksInMemory = 6;
const recent = new Map<string, Promise<unknown>>();

const keyOf = (name: string, sha256: string): string => `${name}/${sha256}`;

/** Which blocks of a version are not yet in the database, as positions in its list. */
export async function missingBlocks(manifest: PackageManifest | InstalledPackage): Promise<number[]> {
  const have = new Set(await database.blocks.where('package').equals(manifest.name).primaryKeys());
  return manifest.blocks.flatMap((block, position) => (have.has(keyOf(manifest.name, block.sha256)) ? [] : [position]));
}

/** A verified version with the blocks that the database lacked, by their position. */
export interface FreshVersion {
  readonly version: InstalledPackage;
  readonly fresh: ReadonlyMap<number, StagedBlock>;
}

/**
 * Makes verified versions the ones that the screens read: all of them in one transaction, or none. They count as
 * unsettled until main has settled them too. Doing it twice changes nothing.
 */
export async function installVersions(versions: readonly FreshVersion[]): Promise<void> {
  const wanted = new Set(versions.flatMap(({ version }) => version.blocks.map((block) => keyOf(version.name, block.sha256))));
  const names = versions.map(({ version }) => version.name);
  const rows = versions.map(rowsOf);
  await database.transaction('rw', database.packages, database.blocks, database.indexes, async () => {
    for (const table of [database.blocks, database.indexes]) {
      const old = await table.where('package').anyOf(names).primaryKeys();
      await table.bulkDelete(old.filter((key) => !wanted.has(key)));
    }
    await database.blocks.bulkPut(rows.flatMap(({ blocks }) => blocks));
    await database.indexes.bulkPut(rows.flatMap(({ indexes }) => indexes));
    await database.packages.bulkPut(versions.map(({ version }) => ({ ...version, unsettled: true })));
  });
}

/** Takes over what main has settled: its records of versions whose blocks are here. */
export async function settleVersions(settled: readonly InstalledPackage[]): Promise<void> {
  await database.transaction('rw', database.packages, async () => void (await database.packages.bulkPut([...settled])));
}

/** Takes packages out again that main never settled; those that it did settle stay whatever main holds now. */
export async function dropUnsettled(names: readonly string[]): Promise<void> {
  await database.transaction('rw', database.packages, database.blocks, database.indexes, async () => {
    const stored = await database.packages.bulkGet([...names]);
    const dropped = stored.flatMap((version) => (version?.unsettled ? [version.name] : []));
    await database.packages.bulkDelete(dropped);
    for (const table of [database.blocks, database.indexes]) await table.where('package').anyOf(dropped).delete();
  });
}

function rowsOf({ version, fresh }: FreshVersion): { readonly blocks: StoredBlock[]; readonly indexes: StoredIndex[] } {
  const blocks: StoredBlock[] = [];
  const indexes: StoredIndex[] = [];
  for (const [position, { bytes, index }] of fresh) {
    const entry = version.blocks[position];
    if (!entry) throw new Error(`${version.name} has no block ${position}`);
    const key = keyOf(version.name, entry.sha256);
    blocks.push({ key, package: version.name, bytes });
    if (index) indexes.push({ key, package: version.name, ...index });
  }
  return { blocks, indexes };
}

export const installedPackages = (): Promise<StoredPackage[]> => database.packages.toArray();

/** The large files of installed columns, in their published order. Main serves them by their SHA-256. */
export async function readColumnFiles(): Promise<readonly PackageFile[]> {
  const columns = (await database.packages.toArray()).filter((version) => version.kind === 'column');
  return columns.flatMap(({ files = [] }) => files);
}

/** The unpacked content of the only block of a small package (roster, policy, column), or null when none is installed. */
export async function readPackage<K extends Exclude<PackageKind, 'bank'>>(kind: K): Promise<BlockContents[K] | null> {
  const [first] = await smallPackages(kind);
  return first ? contentOf(first) : null;
}

/** The contents of all installed packages of a small kind, by the names of their packages. */
export async function readPackages<K extends Exclude<PackageKind, 'bank'>>(kind: K): Promise<ReadonlyMap<string, BlockContents[K]>> {
  const contents = new Map<string, BlockContents[K]>();
  for (const small of await smallPackages(kind)) contents.set(small.name, await contentOf<K>(small));
  return contents;
}

interface SmallPackage {
  readonly name: string;
  /** Key of its only block. */
  readonly key: string;
}

/** One that was withdrawn has no block. */
async function smallPackages(kind: PackageKind): Promise<readonly SmallPackage[]> {
  const versions = (await database.packages.toArray()).filter((version) => version.kind === kind);
  return versions.flatMap(({ name, blocks: [block] }) => (block ? [{ name, key: keyOf(name, block.sha256) }] : []));
}

const contentOf = async <K extends PackageKind>({ key }: SmallPackage): Promise<BlockContents[K]> =>
  (await readBlock(key)) as BlockContents[K]; // main checked the block against its kind's schema

/** Sections of all installed banks in their published order, with how many questions each has. */
export async function readSections(): Promise<{ section: string; total: number }[]> {
  const totals = new Map<string, number>();
  for (const version of await banks()) {
    for (const block of version.blocks) totals.set(block.section, (totals.get(block.section) ?? 0) + block.items);
  }
  return [...totals].map(([section, total]) => ({ section, total }));
}

/** The keys of all installed bank blocks, in published order. */
export async function readBankKeys(): Promise<string[]> {
  return (await banks()).flatMap(({ name, blocks }) => blocks.map(({ sha256 }) => keyOf(name, sha256)));
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
