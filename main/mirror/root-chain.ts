import type { Root } from '@tufjs/models';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { readFirstRoot } from '../sync/trust/trust.ts';

/** The roots of a repository: each signed by the one before and by itself (spec 5.3). */
export interface RootChain {
  /** Hex SHA-256 of the signed part of the first: the publisher's name. */
  readonly fingerprint: string;
  readonly newest: Root;
  /** Every root file as it lies there, the first one first. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer; readonly root: Root }[];
}

/** Follows the roots from the first one on; null where there is none. Throws where one does not lead to the next. */
export async function followRoots(rootOf: (version: number) => Promise<Buffer | null>): Promise<RootChain | null> {
  const first = await rootOf(1);
  if (first === null) return null;
  const { fingerprint } = readFirstRoot(first, '1.root.json');
  const store = new TrustedMetadataStore(first);
  const files = [{ name: '1.root.json', bytes: first, root: store.root.signed }];
  for (let version = 2; ; version += 1) {
    const bytes = await rootOf(version);
    if (bytes === null) return { fingerprint, newest: store.root.signed, files };
    store.updateRoot(bytes);
    files.push({ name: `${version}.root.json`, bytes, root: store.root.signed });
  }
}
