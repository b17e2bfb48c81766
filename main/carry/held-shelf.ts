import { posix } from 'node:path';
import type { PackageManifest, PieceEntry } from '@shared/model/package.ts';
import { hashBytes } from '../files.ts';
import type { Shelf, ShelfFile } from '../mirror/shelf.ts';
import { followRoots } from '../mirror/root-chain.ts';
import { Refusal } from '../sync/refusal.ts';
import { entriesOf, manifestTarget, packManifest } from '../sync/store/manifests.ts';
import type { Stock } from '../sync/service/stock.ts';
import type { Holding } from './holding.ts';

/** Gives the bytes of one file, or null where they are gone or damaged. */
type Source = () => Promise<Buffer | null>;

/** A publisher's repository as far as this computer holds it, laid out as its publisher has laid it out. Throws Refusal. */
export async function heldShelf(stock: Stock, publisher: string, { files }: Holding, packages: readonly PackageManifest[]): Promise<Shelf> {
  const roots = await rootsOf(stock, publisher, files.root);
  const sources = new Map<string, { readonly length: number; readonly read: Source }>();
  const hold = (file: string, bytes: Buffer): void => void sources.set(file, { length: bytes.length, read: async () => bytes });
  for (const manifest of packages) {
    for (const entry of entriesOf(manifest)) {
      sources.set(pathOf(entry), { length: entry.length, read: () => stock.store.read(entry) });
    }
    const bytes = packManifest(manifest);
    hold(pathOf({ target: manifestTarget(manifest.name), sha256: hashBytes(bytes) }), bytes);
  }
  for (const { name, bytes } of roots.files) hold(`metadata/${name}`, bytes);
  hold(`metadata/${versionIn(files.targets)}.targets.json`, Buffer.from(files.targets));
  hold(`metadata/${versionIn(files.snapshot)}.snapshot.json`, Buffer.from(files.snapshot));
  hold('metadata/timestamp.json', Buffer.from(files.timestamp));
  return {
    roots,
    publication: {
      files: [...sources].map(([file, { length }]): ShelfFile => ({ file, length })),
      timestamp: Buffer.from(files.timestamp),
    },
    async read(file) {
      const bytes = await sources.get(file)?.read();
      if (!bytes) throw new Refusal('tampered', file, 'gone or damaged here since it was looked at');
      return bytes;
    },
  };
}

/** An office that knows only the first root has to be led to the newest (spec 5.3): without one between, nobody could follow. */
async function rootsOf(stock: Stock, publisher: string, newest: string) {
  const held = await stock.roots(publisher);
  const chain = await followRoots(async (version) => held[version - 1] ?? null);
  if (chain?.fingerprint !== publisher || chain.newest.version !== versionIn(newest)) {
    throw new Refusal('source-unreachable', '', 'not every root of the publisher lies here');
  }
  return chain;
}

/** Where a target lies in a repository (spec 6.2): the hash stands before the name. */
export function pathOf({ target, sha256 }: Omit<PieceEntry, 'length'>): string {
  const { dir, base } = posix.parse(target);
  return posix.join('targets', dir, `${sha256}.${base}`);
}

/** The version that a signed text says it is; it went through the gates before. */
const versionIn = (text: string): number => (JSON.parse(text) as { signed: { version: number } }).signed.version;
