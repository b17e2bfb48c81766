import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from '@tufjs/models';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { codeOf } from '../../files.ts';
import { readFirstRoot } from '../../sync/trust/trust.ts';
import { refuse } from '../problem.ts';

/** The roots of a repository: each signed by the one before and by itself (spec 5.3). */
export interface RootChain {
  /** Hex SHA-256 of the signed part of the first: the publisher's name. */
  readonly fingerprint: string;
  readonly newest: Root;
  /** Every root file as it lies there, the first one first. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer; readonly root: Root }[];
}

/** Follows the roots in a repository folder; null where there is none. Throws PublishRefusal repository-damaged. */
export async function readRoots(repository: string): Promise<RootChain | null> {
  try {
    return await followRoots((version) => read(repository, version));
  } catch (error) {
    return refuse('repository-damaged', `发布文件夹已损坏，根文件核对不上：${repository}（${String(error)}）。请从备份恢复。`, error);
  }
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

async function read(repository: string, version: number): Promise<Buffer | null> {
  try {
    return await readFile(path.join(repository, 'metadata', `${version}.root.json`));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Ids of the keys that a root names for the root role, and for all others, which the online keys sign. */
export const rootIds = (root: Root): readonly string[] => root.roles.root?.keyIDs ?? [];
export const onlineIds = (root: Root): readonly string[] => root.roles.timestamp?.keyIDs ?? [];
export const rootThreshold = (root: Root): number => root.roles.root?.threshold ?? 1;
