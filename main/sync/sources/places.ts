import path from 'node:path';
import type { SourceLocation } from '@shared/ipc/contract.ts';
import { splitAddress } from '../../address.ts';
import { isInside, removableFolders, repositoryIn } from '../../drives.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import { readFirstRoot } from '../trust/trust.ts';
import { folderReader } from './folder-reader.ts';
import { httpReader, type Get } from './http-reader.ts';
import { readCapped, type Reader } from './reader.ts';
import type { SourceEntry } from './sources.ts';

/** Where a person says that a repository is, in main's own terms. */
export type Located = Pick<SourceEntry, 'kind' | 'at' | 'label'>;

/** Roots of the drives that can be pulled out. */
export type Drives = () => Promise<readonly string[]>;

/**
 * Throws Refusal place-gone where a token stands for nothing any more. A user and password in an address are left off:
 * what is signed is no secret, and they would be shown beside the source and kept with it.
 */
export async function locate(
  location: SourceLocation,
  placeOf: (token: string) => string | null,
  drives: Drives = removableFolders,
): Promise<Located> {
  if (location.kind === 'http') {
    const { url } = splitAddress(location.url);
    return { kind: 'http', at: url, label: url };
  }
  const folder = placeOf(location.place);
  if (folder === null) throw new Refusal('place-gone', '', 'the token of the place is not known');
  const kind = (await drives()).some((drive) => isInside(drive, folder)) ? 'removable' : 'folder';
  return { kind, at: folder, label: path.basename(folder) || folder };
}

/** How to read what lies there. A folder that is gone or empty says so when its first file is opened. */
export async function readerOf({ kind, at, label }: Located, get: Get): Promise<Reader> {
  if (kind === 'http') return httpReader(at, get);
  return folderReader((await repositoryIn(at)) ?? at, label);
}

/**
 * Where a stick's repository is now: a stick gets another drive letter each time, and its folder goes with it. Null while
 * it is not plugged in.
 */
export async function findStick({ at, publisher }: Pick<SourceEntry, 'at' | 'publisher'>, drives: Drives): Promise<string | null> {
  for (const folder of [at, ...(await drives()).flatMap((drive) => candidatesOn(drive, at))]) {
    if ((await publisherIn(folder)) === publisher) return folder;
  }
  return null;
}

/** The same folder below another root: `E:\培训\包` is looked for as `F:\培训\包`, `F:\包` and `F:\`. */
export function candidatesOn(drive: string, before: string): readonly string[] {
  const names = before.split(/[\\/]/).filter((name) => name !== '' && !/^[A-Za-z]:$/.test(name));
  return [...names.keys(), names.length].map((from) => path.join(drive, ...names.slice(from)));
}

/** Fingerprint of the publisher whose repository lies in a folder, or in `sanxun-repo` in it; null where there is none to be read. */
export async function publisherIn(folder: string): Promise<string | null> {
  const repository = await repositoryIn(folder);
  if (repository === null) return null;
  try {
    const { signal } = new AbortController();
    const bytes = await readCapped(folderReader(repository, ''), 'metadata/1.root.json', limits.rootMetadata, signal);
    return bytes && readFirstRoot(bytes, '').fingerprint;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
