import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Source, SourceLocation, SourceProbe, StagedBlock, StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { InstalledPackage } from '@shared/model/package.ts';
import { readBlock } from './store/block-content.ts';
import { openBlockStore } from './store/block-store.ts';
import type { Fetch } from './sources/http-reader.ts';
import { asInstalled, openInstalled } from './store/installed.ts';
import { createProbing } from './sources/probing.ts';
import { openPublisher } from './trust/publishers.ts';
import { queue } from './queue.ts';
import { asResult, Refusal, type Log } from './refusal.ts';
import { asSource, openSources, readerOf } from './sources/sources.ts';
import { createStagedVersions } from './store/staged-versions.ts';
import { fetchNothing, stage } from './store/staging.ts';
import { openStarter, starterId } from './sources/starter.ts';
import { syncFrom, type Origin, type Progress } from './sync.ts';

export interface PackagesOptions {
  /** Where everything of this room is kept. */
  readonly directory: string;
  /** The repository that came with the program, or null. */
  readonly starter: string | null;
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  readonly log: Log;
}

/** What the window and the command line do with packages; the IPC handlers call these one to one. */
export interface Packages {
  installed(): Promise<readonly InstalledPackage[]>;
  sources(): Promise<readonly Source[]>;
  /** Looks at a place without trusting it. */
  probe(location: SourceLocation): Promise<Result<SourceProbe>>;
  /** Trusts what was probed. Adding the same place again gives the same source. */
  addSource(probe: string): Promise<Result<Source>>;
  /** Forgets a place. What it brought stays installed; the floor of its publisher stays too. */
  removeSource(source: string): Promise<void>;
  /** Verifies what a source offers and stages every version that should be installed. */
  sync(source: string, signal: AbortSignal, progress: Progress): Promise<Result<SyncFindings>>;
  /** A block of a staged version. Throws where it is not staged: the caller made it up. */
  block(staged: string, position: number): Promise<StagedBlock>;
  /** Makes a staged version the installed one and drops what nothing uses any more. Doing it twice changes nothing. */
  settle(staged: string): Promise<InstalledPackage>;
  /** Stages an installed version again from what lies here; null where nothing is installed under that name. */
  restore(name: string): Promise<Result<StagedPackage | null>>;
}

export async function createPackages({ directory, starter, fetch, now, placeOf, log }: PackagesOptions): Promise<Packages> {
  await mkdir(directory, { recursive: true });
  const publishers = path.join(directory, 'publishers');
  const sources = openSources(path.join(directory, 'sources.json'));
  const records = await openInstalled(path.join(directory, 'installed'));
  const store = await openBlockStore(path.join(directory, 'blocks'));
  const staged = createStagedVersions();
  const probing = createProbing({ publishers, sources, fetch, placeOf });
  /** Work on the block store goes one after the other. */
  const inTurn = queue();
  let starterSuccess: number | null = null;

  async function originOf(id: string): Promise<Origin> {
    if (id === starterId && starter !== null) return openStarter(starter);
    const entry = (await sources.list()).find((other) => other.id === id);
    if (!entry) throw new Refusal('place-gone', '', `no source ${id}`);
    return { reader: await readerOf(entry, fetch), publisher: await openPublisher(publishers, entry.publisher), starter: false };
  }

  async function syncNow(id: string, signal: AbortSignal, progress: Progress): Promise<SyncFindings> {
    const trusted = new Set((await sources.list()).map((entry) => entry.publisher));
    const origin = await originOf(id);
    const { staged: versions, ...findings } = await syncFrom(origin, { records, store, trusted, now: now(), progress, log, signal });
    if (origin.starter) starterSuccess = now();
    else await sources.update(id, { lastSuccess: now() });
    return { ...findings, packages: versions.map(staged.hold) };
  }

  async function settleNow(token: string): Promise<InstalledPackage> {
    const { manifest, publisher, starter: isStarter } = staged.find(token);
    const record = { manifest, publisher, starter: isStarter, installedAt: new Date(now()).toISOString() };
    await records.put(record);
    const used = [...(await records.list()).flatMap((installed) => installed.manifest.blocks), ...staged.blocks()];
    await store.keepOnly(new Set(used.map(({ sha256 }) => sha256)));
    return asInstalled(record);
  }

  async function restoreNow(name: string): Promise<StagedPackage | null> {
    const record = await records.find(name);
    if (!record) return null;
    const { signal } = new AbortController();
    return staged.hold(await stage({ offer: record, replaces: record, store, fetchBlock: fetchNothing, onBlock: () => undefined, signal }));
  }

  return {
    installed: async () => (await records.list()).map(asInstalled),
    async sources() {
      const added = (await sources.list()).map(asSource);
      return starter === null ? added : [await describeStarter(starter, starterSuccess), ...added];
    },
    probe: (location) => asResult(log, location.kind === 'http' ? location.url : '', () => probing.probe(location)),
    addSource: (probe) => asResult(log, '', () => probing.add(probe)),
    removeSource: sources.remove,
    sync: (id, signal, progress) => inTurn(() => asResult(log, '', () => syncNow(id, signal, progress))),
    async block(token, position) {
      const { manifest, indexes } = staged.find(token);
      const entry = manifest.blocks[position];
      const bytes = entry && (await store.read(entry));
      if (!bytes) throw new Error(`block ${position} of ${manifest.name} cannot be read`);
      return { bytes, index: indexes.get(entry.sha256) ?? (await readBlock(manifest.kind, entry, bytes)).index };
    },
    settle: (token) => inTurn(() => settleNow(token)),
    restore: (name) => inTurn(() => asResult(log, name, () => restoreNow(name))),
  };
}

async function describeStarter(directory: string, lastSuccess: number | null): Promise<Source> {
  const { reader, publisher } = await openStarter(directory);
  return { id: starterId, kind: 'starter', label: reader.label, publisher: publisher.fingerprint, lastSuccess };
}
