import type { PackageManifest } from '@shared/model/package.ts';
import type { Found } from '../run/found.ts';
import type { SourceList } from '../sources/sources.ts';
import type { BlockStore } from '../store/block-store.ts';
import type { InstalledRecords } from '../store/installed.ts';
import type { Publisher } from '../trust/publishers.ts';
import type { TrustedFiles } from '../trust/trust.ts';

/** What this computer holds that can be passed on. */
export interface Stock {
  /** Publishers that a person has trusted here, by fingerprint. */
  publishers(): Promise<readonly string[]>;
  /** The newest metadata that went through the gates; null where there is none. */
  trusted(publisher: string): Promise<TrustedFiles | null>;
  /** Every root that was accepted, the first one first. */
  roots(publisher: string): Promise<readonly Buffer[]>;
  /** Manifests that lie here: of installed versions, and of those that were fetched and wait. */
  manifests(publisher: string): Promise<readonly PackageManifest[]>;
  readonly store: BlockStore;
}

interface StockOptions {
  readonly sources: SourceList;
  readonly records: Pick<InstalledRecords, 'list'>;
  readonly found: Found;
  readonly store: BlockStore;
  readonly openPublisher: (fingerprint: string) => Promise<Publisher>;
}

export function createStock({ sources, records, found, store, openPublisher }: StockOptions): Stock {
  return {
    store,
    publishers: async () => [...new Set((await sources.list()).map(({ publisher }) => publisher))],
    trusted: async (publisher) => (await openPublisher(publisher)).trusted(),
    roots: async (publisher) => (await openPublisher(publisher)).roots(),
    async manifests(publisher) {
      const versions = [...(await records.list()), ...(await found.list())];
      return versions.filter((version) => version.publisher === publisher && !version.starter).map(({ manifest }) => manifest);
    },
  };
}
