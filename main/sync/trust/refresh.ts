import { MetadataKind, type Metadata, type Targets } from '@tufjs/models';
import { EqualVersionError } from 'tuf-js/dist/error.js';
import { limits } from '../../limits.ts';
import type { Reader } from '../sources/reader.ts';
import { Refusal } from '../refusal.ts';
import { gate, requireHashes } from './gates.ts';
import { TrustedMetadataStore } from './models.ts';
import { metadataAddress } from './names.ts';
import { readMetadata, readSigned } from './read-metadata.ts';
import { requireThreshold, rootSigners, type Signers } from './signers.ts';
import type { TrustedFiles } from './trust.ts';

export interface RefreshRequest {
  readonly reader: Reader;
  readonly trusted: TrustedFiles;
  /** The moment against which expiry is judged, asked for once, when all newer roots are trusted (spec 5.1: fixed for the whole update). */
  readonly referenceTime: () => Promise<Date>;
  /**
   * Called with everything that is trusted whenever a file more is, before the next one is asked for: so it outlives
   * whatever fails later (spec 5.3.8, 5.4.5, 5.5.7, 5.6.6). What it throws ends the update.
   */
  readonly onTrusted: (files: TrustedFiles, store: TrustedMetadataStore) => Promise<void>;
  readonly signal: AbortSignal;
}

/** What the repository says now, every signature, version, hash and date of it checked. */
export interface Refreshed {
  readonly files: TrustedFiles;
  readonly store: TrustedMetadataStore;
  readonly targets: Metadata<Targets>;
}

interface Session extends Pick<RefreshRequest, 'reader' | 'signal' | 'onTrusted'> {
  readonly store: TrustedMetadataStore;
}

/** Spec 5, "Detailed client workflow": each file goes through tuf-js's gates, in order, before the next is fetched. */
export async function refresh({ trusted, referenceTime, ...request }: RefreshRequest): Promise<Refreshed> {
  const session = { ...request, store: new TrustedMetadataStore(Buffer.from(trusted.root)) };
  const { store, onTrusted } = session;
  let files = await followRoots(session, trusted);
  requireRootInTime(store, await referenceTime());
  const steps = { timestamp: takeTimestamp, snapshot: takeSnapshot, targets: takeTargets };
  for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
    const text = await steps[role](session, trusted[role]);
    files = { ...files, [role]: text };
    await onTrusted(files, store);
  }
  return { files, store, targets: present(store.targets) };
}

/** A publisher may have renewed its keys so many times since this client last looked. */
export const maxRotations = 256;

/** Spec 5.3: every root up to the newest, each signed by the one before and by itself. */
async function followRoots({ reader, store, onTrusted, signal }: Session, trusted: TrustedFiles): Promise<TrustedFiles> {
  let files = trusted;
  for (let step = 0; step < maxRotations; step++) {
    const version = store.root.signed.version + 1;
    const file = `${version}.root.json`;
    const bytes = await readMetadata(reader, file, limits.rootMetadata, signal);
    if (!bytes) return files;
    const signers = rootSigners(store.root, MetadataKind.Root);
    gate({ file, bytes, signers, version }, (candidate) => {
      requireThreshold(file, store.updateRoot(candidate), signers);
      requireThreshold(file, store.root, rootSigners(store.root, MetadataKind.Root));
    });
    files = { ...files, root: bytes.toString('utf8') };
    await onTrusted(files, store);
  }
  return files;
}

/** Spec 5.3.10: the newest root must not have expired; those on the way to it may. */
function requireRootInTime(store: TrustedMetadataStore, referenceTime: Date): void {
  // tuf-js takes the system clock and has no option for another one; a clock that is behind would hide expiry.
  Reflect.set(store, 'referenceTime', referenceTime);
  const { signed } = store.root;
  if (!signed.isExpired(referenceTime)) return;
  throw new Refusal('expired', 'root.json', `expired ${signed.expires}`, undefined, new Date(signed.expires).toISOString());
}

/** Spec 5.4: signed by the timestamp key, not older than the one before, not expired. */
async function takeTimestamp({ reader, store, signal }: Session, trusted: string | null): Promise<string> {
  const signers = rootSigners(store.root, MetadataKind.Timestamp);
  takeHeld(trusted, (held) => store.updateTimestamp(held));
  const file = 'timestamp.json';
  const bytes = await readMetadata(reader, file, limits.timestampMetadata, signal);
  if (!bytes) throw new Refusal('source-empty', reader.label, 'no timestamp.json');
  try {
    gate({ file, bytes, signers, version: null }, (candidate) => {
      requireThreshold(file, store.updateTimestamp(candidate), signers);
    });
  } catch (error) {
    if (error instanceof EqualVersionError && trusted !== null) return trusted;
    throw error;
  }
  return bytes.toString('utf8');
}

/** Spec 5.5: the one that the timestamp names, by hash and version; no targets file in it may be older than before. */
async function takeSnapshot({ reader, store, signal }: Session, trusted: string | null): Promise<string> {
  if (takeHeld(trusted, (held) => store.updateSnapshot(held, true)) && trusted !== null) return trusted;
  const { version, length, hashes } = present(store.timestamp).signed.snapshotMeta;
  requireHashes('snapshot.json', hashes);
  const file = consistent(store, version, 'snapshot.json');
  const signers = rootSigners(store.root, MetadataKind.Snapshot);
  const bytes = await readSigned(reader, file, { length, cap: limits.snapshotMetadata }, signal);
  gate({ file, bytes, signers, version }, (candidate) => requireThreshold(file, store.updateSnapshot(candidate), signers));
  return bytes.toString('utf8');
}

/** Spec 5.6: the one that the snapshot names, by hash and version, not expired. */
async function takeTargets(session: Session, trusted: string | null): Promise<string> {
  const { store } = session;
  const role = MetadataKind.Targets;
  if (takeHeld(trusted, (held) => store.updateDelegatedTargets(held, role, MetadataKind.Root)) && trusted !== null) return trusted;
  return fetchTargets(session, role, { name: MetadataKind.Root, signers: rootSigners(store.root, role) });
}

/** Who says which keys sign a targets file: the root, or the targets file that delegates to it. */
export interface Delegator {
  readonly name: string;
  readonly signers: Signers;
}

type TargetsSession = Pick<Session, 'reader' | 'store' | 'signal'>;

/** Fetches the targets file of a role, top-level or delegated, and sends it through the gates of spec 5.6.2 to 5.6.5. */
export async function fetchTargets({ reader, store, signal }: TargetsSession, role: string, delegator: Delegator): Promise<string> {
  const { meta } = present(store.snapshot).signed;
  const name = `${role}.json`;
  const described = Object.hasOwn(meta, name) ? meta[name] : undefined;
  if (!described) throw new Refusal('tampered', name, 'the snapshot does not name it');
  const { version, length, hashes } = described;
  requireHashes(name, hashes);
  const file = consistent(store, version, name);
  const bytes = await readSigned(reader, file, { length, cap: limits.targetsMetadata }, signal);
  const { name: from, signers } = delegator;
  gate({ file, bytes, signers, version }, (candidate) => {
    store.updateDelegatedTargets(candidate, role, from);
    requireThreshold(file, present(store.getRole(role)), signers);
  });
  return bytes.toString('utf8');
}

/** What we hold already is only a help against rollback: where it is damaged or outdated, the repository is asked. */
function takeHeld(held: string | null, take: (bytes: Buffer) => unknown): boolean {
  if (held === null) return false;
  try {
    take(Buffer.from(held));
    return true;
  } catch {
    return false;
  }
}

/** Spec 6.2: in a repository with consistent snapshots every metadata file carries its version in its name. */
function consistent(store: TrustedMetadataStore, version: number, name: string): string {
  return metadataAddress(store.root.signed.consistentSnapshot ? `${version}.${name}` : name);
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a metadata file was asked for before it was trusted');
  return value;
}
