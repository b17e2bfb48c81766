import { MetadataKind, type Metadata, type Targets } from '@tufjs/models';
import { EqualVersionError } from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { limits } from '../../limits.ts';
import { gate, requireLength, signersOf } from './gates.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import { Refusal } from '../refusal.ts';
import type { TrustedFiles } from './trust.ts';

export interface RefreshRequest {
  readonly reader: Reader;
  readonly trusted: TrustedFiles;
  /** The moment against which expiry is judged (spec 5.1: fixed for the whole update). */
  readonly referenceTime: Date;
  /** Called with each newer root as soon as it is trusted, so that it outlives whatever fails later (spec 5.3.8). */
  readonly onRoot: (root: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** What the repository says now, every signature, version, hash and date of it checked. */
export interface Refreshed {
  readonly files: TrustedFiles;
  readonly store: TrustedMetadataStore;
  readonly targets: Metadata<Targets>;
}

interface Session extends Omit<RefreshRequest, 'trusted' | 'referenceTime'> {
  readonly store: TrustedMetadataStore;
}

/** Spec 5, "Detailed client workflow": each file goes through tuf-js's gates, in order, before the next is fetched. */
export async function refresh({ trusted, referenceTime, ...request }: RefreshRequest): Promise<Refreshed> {
  const store = openStore(trusted.root, referenceTime);
  const session = { ...request, store };
  const root = await followRoots(session, trusted.root);
  const timestamp = await takeTimestamp(session, trusted.timestamp);
  const snapshot = await takeSnapshot(session, trusted.snapshot);
  const targets = await takeTargets(session, trusted.targets);
  return { files: { root, timestamp, snapshot, targets }, store, targets: present(store.targets) };
}

function openStore(root: string, referenceTime: Date): TrustedMetadataStore {
  const store = new TrustedMetadataStore(Buffer.from(root));
  // tuf-js takes the system clock and has no option for another one; a clock that is behind would hide expiry.
  Reflect.set(store, 'referenceTime', referenceTime);
  return store;
}

/** A publisher may have renewed its keys so many times since this client last looked. */
const maxRotations = 256;

/** Spec 5.3: every root up to the newest, each signed by the one before and by itself. */
async function followRoots({ reader, store, onRoot, signal }: Session, trusted: string): Promise<string> {
  let root = trusted;
  for (let step = 0; step < maxRotations; step++) {
    const file = `${store.root.signed.version + 1}.root.json`;
    const bytes = await readCapped(reader, `metadata/${file}`, limits.rootMetadata, signal);
    if (!bytes) return root;
    gate({ file, bytes, signers: signersOf(store.root, MetadataKind.Root) }, (candidate) => store.updateRoot(candidate));
    root = bytes.toString('utf8');
    await onRoot(root);
  }
  return root;
}

/** Spec 5.4: signed by the timestamp key, not older than the one before, not expired. */
async function takeTimestamp({ reader, store, signal }: Session, trusted: string | null): Promise<string> {
  const signers = signersOf(store.root, MetadataKind.Timestamp);
  takeHeld(trusted, (held) => store.updateTimestamp(held));
  const file = 'timestamp.json';
  const bytes = await readCapped(reader, `metadata/${file}`, limits.timestampMetadata, signal);
  if (!bytes) throw new Refusal('source-empty', reader.label, 'no timestamp.json');
  try {
    gate({ file, bytes, signers }, (candidate) => store.updateTimestamp(candidate));
  } catch (error) {
    if (error instanceof EqualVersionError && trusted !== null) return trusted;
    throw error;
  }
  return bytes.toString('utf8');
}

/** Spec 5.5: the one that the timestamp names, by hash and version; no targets file in it may be older than before. */
async function takeSnapshot({ reader, store, signal }: Session, trusted: string | null): Promise<string> {
  if (takeHeld(trusted, (held) => store.updateSnapshot(held, true)) && trusted !== null) return trusted;
  const meta = present(store.timestamp).signed.snapshotMeta;
  const file = consistent(store, meta.version, 'snapshot.json');
  const bytes = await readSigned(reader, file, { length: meta.length, cap: limits.snapshotMetadata }, signal);
  gate({ file, bytes, signers: signersOf(store.root, MetadataKind.Snapshot) }, (candidate) => store.updateSnapshot(candidate));
  return bytes.toString('utf8');
}

/** Spec 5.6: the one that the snapshot names, by hash and version, not expired. */
async function takeTargets(session: Session, trusted: string | null): Promise<string> {
  const { store } = session;
  const role = MetadataKind.Targets;
  if (takeHeld(trusted, (held) => store.updateDelegatedTargets(held, role, MetadataKind.Root)) && trusted !== null) return trusted;
  return fetchTargets(session, role, { name: MetadataKind.Root, signers: signersOf(store.root, role) });
}

/** Who says which keys sign a targets file: the root, or the targets file that delegates to it. */
export interface Delegator {
  readonly name: string;
  readonly signers: readonly string[];
}

type TargetsSession = Pick<Session, 'reader' | 'store' | 'signal'>;

/** Fetches the targets file of a role, top-level or delegated, and sends it through the gates of spec 5.6.2 to 5.6.5. */
export async function fetchTargets({ reader, store, signal }: TargetsSession, role: string, delegator: Delegator): Promise<string> {
  const meta = present(store.snapshot).signed.meta[`${role}.json`];
  if (!meta) throw new Refusal('tampered', `${role}.json`, 'the snapshot does not name it');
  const file = consistent(store, meta.version, `${encodeURIComponent(role)}.json`);
  const bytes = await readSigned(reader, file, { length: meta.length, cap: limits.targetsMetadata }, signal);
  gate({ file, bytes, signers: delegator.signers }, (candidate) => store.updateDelegatedTargets(candidate, role, delegator.name));
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

interface SignedLength {
  readonly length: number | undefined;
  /** Holds where the length was not signed. */
  readonly cap: number;
}

async function readSigned(reader: Reader, file: string, { length, cap }: SignedLength, signal: AbortSignal): Promise<Buffer> {
  const bytes = await readCapped(reader, `metadata/${file}`, Math.min(length ?? cap, cap), signal);
  if (!bytes) throw new Refusal('truncated', file, 'the repository lacks this file');
  requireLength(file, bytes, length);
  return bytes;
}

/** Spec 6.2: in a repository with consistent snapshots every metadata file carries its version in its name. */
function consistent(store: TrustedMetadataStore, version: number, name: string): string {
  return store.root.signed.consistentSnapshot ? `${version}.${name}` : name;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a metadata file was asked for before it was trusted');
  return value;
}
