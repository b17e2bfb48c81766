import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Source, SourceLocation, SourceProbe, StagedBlock, StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';
import { fail, type Result } from '@shared/model/failure.ts';
import type { InstalledPackage } from '@shared/model/package.ts';
import { limits } from '../limits.ts';
import { readBlock } from './block-content.ts';
import { openBlockStore } from './block-store.ts';
import type { Fetch } from './http-reader.ts';
import { asInstalled, openInstalled } from './installed.ts';
import { openPublisher, trustPublisher } from './publishers.ts';
import { readCapped, watched, type Reader } from './reader.ts';
import { asResult, Refusal, type Log } from './refusal.ts';
import { asSource, locate, openSources, readerOf, type Located } from './sources.ts';
import { fetchNothing, stage, type Staged } from './staging.ts';
import { openStarter, starterId } from './starter.ts';
import { syncFrom, type Origin, type Progress } from './sync.ts';
import { readFirstRoot, type FirstRoot } from './trust.ts';

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
  const probes = new Map<string, Located & { readonly first: FirstRoot }>();
  const stagedVersions = new Map<string, Staged>();
  const inTurn = queue();
  let starterSuccess: number | null = null;

  /** One staged version a name: a newer one takes the place of one that nobody installed. */
  function hold(staged: Staged): StagedPackage {
    for (const [token, other] of stagedVersions) if (other.manifest.name === staged.manifest.name) stagedVersions.delete(token);
    const token = randomUUID();
    stagedVersions.set(token, staged);
    return asStaged(token, staged);
  }

  function stagedAs(token: string): Staged {
    const staged = stagedVersions.get(token);
    if (!staged) throw new Error(`nothing is staged as ${token}`);
    return staged;
  }

  async function originOf(id: string): Promise<Origin> {
    if (id === starterId && starter !== null) return openStarter(starter);
    const entry = (await sources.list()).find((other) => other.id === id);
    if (!entry) throw new Refusal('place-gone', '', `no source ${id}`);
    return { reader: await readerOf(entry, fetch), publisher: await openPublisher(publishers, entry.publisher), starter: false };
  }

  async function noteSuccess(id: string): Promise<void> {
    const entry = (await sources.list()).find((other) => other.id === id);
    if (entry) await sources.put({ ...entry, lastSuccess: now() });
    else starterSuccess = now();
  }

  async function syncNow(id: string, signal: AbortSignal, progress: Progress): Promise<SyncFindings> {
    const trusted = new Set((await sources.list()).map((entry) => entry.publisher));
    const found = await syncFrom(await originOf(id), { records, store, trusted, now: now(), progress, log, signal });
    await noteSuccess(id);
    const { staged, refused, transferredBytes, reusedBytes } = found;
    return { packages: staged.map(hold), refused, transferredBytes, reusedBytes };
  }

  async function dropUnused(): Promise<void> {
    const used = [...(await records.list()), ...stagedVersions.values()].flatMap(({ manifest }) => manifest.blocks);
    await store.keepOnly(new Set(used.map(({ sha256 }) => sha256)));
  }

  return {
    installed: async () => (await records.list()).map(asInstalled),
    async sources() {
      const added = (await sources.list()).map(asSource);
      return starter === null ? added : [await describeStarter(starter, starterSuccess), ...added];
    },
    probe: (location) =>
      asResult(log, location.kind === 'http' ? location.url : '', async () => {
        const located = await locate(location, placeOf);
        const first = await lookAt(await readerOf(located, fetch));
        const known = (await sources.list()).some(({ publisher }) => publisher === first.fingerprint);
        const token = randomUUID();
        probes.set(token, { ...located, first });
        return { probe: token, label: located.label, fingerprint: first.fingerprint, known };
      }),
    async addSource(token) {
      const probed = probes.get(token);
      if (!probed) return fail('place-gone');
      return asResult(log, probed.label, async () => {
        const { first, ...located } = probed;
        await trustPublisher(publishers, first);
        // A stick gets another drive letter each time; it is the same source as long as its publisher is.
        const same = (await sources.list()).find((other) =>
          located.kind === 'removable' ? other.kind === 'removable' && other.publisher === first.fingerprint : other.at === located.at,
        );
        const entry = { id: same?.id ?? randomUUID(), ...located, publisher: first.fingerprint, lastSuccess: same?.lastSuccess ?? null };
        await sources.put(entry);
        return asSource(entry);
      });
    },
    removeSource: (id) => sources.remove(id),
    sync: (id, signal, progress) => inTurn(() => asResult(log, '', () => syncNow(id, signal, progress))),
    async block(token, position) {
      const { manifest, indexes } = stagedAs(token);
      const entry = manifest.blocks[position];
      const bytes = entry && (await store.read(entry));
      if (!bytes) throw new Error(`block ${position} of ${manifest.name} cannot be read`);
      return { bytes, index: indexes.get(entry.sha256) ?? (await readBlock(manifest.kind, entry, bytes)).index };
    },
    settle: (token) =>
      inTurn(async () => {
        const { manifest, publisher, starter: fromStarter } = stagedAs(token);
        const record = { manifest, publisher, starter: fromStarter, installedAt: new Date(now()).toISOString() };
        await records.put(record);
        await dropUnused();
        return asInstalled(record);
      }),
    restore: (name) =>
      inTurn(() =>
        asResult(log, name, async () => {
          const record = await records.find(name);
          if (!record) return null;
          const { manifest, publisher, starter: fromStarter } = record;
          const offer = { manifest, publisher, starter: fromStarter };
          const { signal } = new AbortController();
          return hold(await stage({ offer, replaces: record, store, fetchBlock: fetchNothing, onBlock: () => undefined, signal }));
        }),
      ),
  };
}

/** The first root of a repository that nobody has trusted yet (spec 5.2: the trusted root is got out of band). */
async function lookAt(reader: Reader): Promise<FirstRoot> {
  const { signal } = new AbortController();
  const bytes = await readCapped(watched(reader, { bytes: 0 }), 'metadata/1.root.json', limits.rootMetadata, signal);
  if (!bytes) throw new Refusal('source-empty', reader.label, 'no 1.root.json');
  return readFirstRoot(bytes, reader.label);
}

async function describeStarter(directory: string, lastSuccess: number | null): Promise<Source> {
  const { reader, publisher } = await openStarter(directory);
  return { id: starterId, kind: 'starter', label: reader.label, publisher: publisher.fingerprint, lastSuccess };
}

function asStaged(token: string, { manifest, publisher, replaces, changes }: Staged): StagedPackage {
  const { added, changed, withdrawn } = changes;
  return {
    staged: token,
    manifest,
    publisher,
    replaces: replaces && { version: replaces.manifest.version, publisher: replaces.publisher },
    added: added.length,
    changed: changed.length,
    withdrawn: withdrawn.length,
    touched: [...changed, ...withdrawn],
  };
}

/** Work that shares the store goes one after the other. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const before = last;
    const mine = (async () => {
      await Promise.allSettled([before]);
      return work();
    })();
    last = mine;
    return mine;
  };
}
