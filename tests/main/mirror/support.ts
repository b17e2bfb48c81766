import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Depot } from '../../../main/mirror/depot.ts';
import { folderDepot } from '../../../main/mirror/folder-depot.ts';
import { mirror } from '../../../main/mirror/mirror.ts';
import { folderShelf } from '../../../main/publish/upload/folder-shelf.ts';
import { s3Depot } from '../../../main/mirror/s3-depot.ts';
import { webdavDepot } from '../../../main/mirror/webdav-depot.ts';
import { folderReader } from '../../../main/sync/sources/folder-reader.ts';
import { httpReader, type Fetch } from '../../../main/sync/sources/http-reader.ts';
import { readCapped, type Reader } from '../../../main/sync/sources/reader.ts';
import { entriesOf, expectedOfEntry, manifestTargets, readManifest } from '../../../main/sync/store/manifests.ts';
import { hashBytes } from '../../../main/files.ts';
import { startNginx, type NginxOptions } from '../../support/nginx.ts';
import { startS3 } from '../../support/s3-server.ts';
import { temporaryFolder } from '../sync/support.ts';
import type { Client } from '../publish/support.ts';

/** A destination under test, and how a branch reads it. */
export interface Stand {
  readonly depot: (fetch: Fetch) => Promise<Depot>;
  readonly reader: Reader;
  /** What lies there, to be put back later. */
  save(): Promise<unknown>;
  load(saved: unknown): Promise<void>;
  stop(): Promise<void>;
}

export async function folderStand(): Promise<Stand> {
  const place = await temporaryFolder();
  const directory = path.join(place, 'sanxun-repo');
  return {
    depot: () => folderDepot(directory, place),
    reader: folderReader(directory, 'stick'),
    ...savedFolder(directory),
    stop: () => Promise.resolve(),
  };
}

export async function nginxStand(options: NginxOptions = {}): Promise<Stand & { readonly url: string; readonly folder: string }> {
  const nginx = await startNginx(options);
  const { user, password } = options.login ?? { user: '', password: '' };
  return {
    ...nginx,
    depot: (fetch) => Promise.resolve(webdavDepot({ url: nginx.url, user, password }, fetch)),
    reader: options.login ? folderReader(nginx.folder, 'nginx') : httpReader(nginx.url, fetch),
    ...savedFolder(nginx.folder),
  };
}

export const s3Keys = { accessKey: 'EXAMPLEKEY', secretKey: 'example/secret+key', region: 'cn-example-1' } as const;

export async function s3Stand(): Promise<Stand & { readonly url: string }> {
  const store = await startS3({ ...s3Keys, bucket: 'sanxun', publicRead: true, now: Date.now });
  const objects = store.objects as Map<string, Buffer>;
  return {
    url: store.url,
    depot: (fetch) => Promise.resolve(s3Depot({ ...s3Keys, url: `${store.url}/repository` }, fetch)),
    reader: httpReader(`${store.url}/repository/`, fetch),
    save: () => Promise.resolve(new Map(objects)),
    async load(saved) {
      objects.clear();
      for (const [name, bytes] of saved as Map<string, Buffer>) objects.set(name, bytes);
    },
    stop: store.stop,
  };
}

function savedFolder(directory: string): Pick<Stand, 'save' | 'load'> {
  return {
    async save() {
      const copy = path.join(await temporaryFolder(), 'saved');
      await cp(directory, copy, { recursive: true });
      return copy;
    },
    async load(saved) {
      for (const name of await readdir(directory)) await rm(path.join(directory, name), { recursive: true });
      await cp(String(saved), directory, { recursive: true });
    },
  };
}

/** Uploads with the network as it is, unless told otherwise. */
export async function uploadTo(
  stand: Stand,
  repository: string,
  { fetch: line = fetch, signal = new AbortController().signal }: { readonly fetch?: Fetch; readonly signal?: AbortSignal } = {},
) {
  return mirror(await folderShelf(repository), await stand.depot(line), { signal, progress: () => undefined });
}

/** Versions of all packages that a client finds at a place, after every file of them came whole. Throws Refusal otherwise. */
export async function readWhole(client: Client, reader: Reader): Promise<Record<string, number>> {
  const refreshed = await client.take(reader);
  const { signal } = new AbortController();
  const versions: Record<string, number> = {};
  for (const target of manifestTargets(refreshed)) {
    const manifest = await readManifest(refreshed, target, reader, signal);
    for (const entry of entriesOf(manifest)) {
      const bytes = await readCapped(reader, expectedOfEntry(refreshed, entry).file, entry.length, signal);
      if (!bytes || hashBytes(bytes) !== entry.sha256) throw new Error(`${entry.target} is not whole`);
    }
    versions[manifest.name] = manifest.version;
  }
  return versions;
}

/** A network that ends for good at a request: before it is sent, or after it was answered but before anybody hears of it. */
export function dyingFetch(after: number, moment: 'before' | 'answered') {
  const controller = new AbortController();
  let requests = 0;
  const dying: Fetch = async (url, options) => {
    requests += 1;
    if (requests <= after) return fetch(url, options);
    if (moment === 'answered' && !controller.signal.aborted) await fetch(url, { ...options, signal: null });
    controller.abort();
    throw new TypeError('the line is dead');
  };
  return { fetch: dying, signal: controller.signal, requests: () => requests };
}
