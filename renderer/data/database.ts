import Dexie, { type Table } from 'dexie';
import type { InstalledPackage } from '@shared/model/package.ts';
import type { JournalMark, WorkRows } from '@shared/model/work.ts';
import type { PackedIndex } from '@shared/packages/packed-index.ts';
import { watching } from './kept/watch.ts';
import { databaseVersions } from './versions.ts';

/** Content: an installed version. `unsettled` from the moment it is here until main has settled it. */
export interface StoredPackage extends InstalledPackage {
  readonly unsettled?: true;
}

/** Content: one gzip block as it came from its package. key = `package/sha256`. */
export interface StoredBlock {
  readonly key: string;
  readonly package: string;
  readonly bytes: Uint8Array;
}

/** Content: the index of one bank block. */
export interface StoredIndex extends PackedIndex {
  readonly key: string;
  readonly package: string;
}

/** The last journal record that the work tables hold. */
export interface AppliedMark extends JournalMark {
  readonly key: 'applied';
}

type WorkTables = { readonly [T in keyof WorkRows]: Table<WorkRows[T], string> };

export type SanxunDatabase = Dexie &
  WorkTables & {
    readonly packages: Table<StoredPackage, string>;
    readonly blocks: Table<StoredBlock, string>;
    readonly indexes: Table<StoredIndex, string>;
    readonly meta: Table<AppliedMark, string>;
  };

export const databaseName = 'sanxun';

/** Relaxed durability: what is here is on disk already, work in main's journal and content in main's store; both are replayed. */
export function openDatabase(versions = databaseVersions, name = databaseName): SanxunDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed' });
  for (const { version, stores } of versions) database.version(version).stores(stores);
  return database as SanxunDatabase; // the tables named in the versions above
}

/** The one database of this page. What is kept in memory of it hears of every change. */
export const database = openDatabase();
database.use(watching);

/**
 * Whether a newer program wrote the database. Asked before it is opened, because Dexie opens such a one too and may even
 * add to it. The browser's version numbers are Dexie's times ten.
 */
export async function isFromNewerProgram(): Promise<boolean> {
  const existing = await indexedDB.databases().catch(() => []); // one that cannot be read is rebuilt when it is opened
  const newest = Math.max(...databaseVersions.map(({ version }) => version));
  return existing.some(({ name, version }) => name === databaseName && (version ?? 0) >= 10 * (newest + 1));
}
