import { Metadata, MetaFile, Root, Snapshot, Targets, Timestamp, type TargetFile } from '@tufjs/models';
import { Delegations } from '@tufjs/models/dist/delegations.js';
import { DelegatedRole } from '@tufjs/models/dist/role.js';
import { hashBytes } from '../../files.ts';
import type { SigningKey } from '../keys/signing-key.ts';

const day = 86_400_000;
/** Renewing the root is a ceremony; the rest is signed anew with each publication, at least once a year. Milliseconds. */
export const lifetimes = { root: 3_653 * day, others: 400 * day } as const;

/** A signed metadata file, ready to be written. */
export interface Document {
  /** Name in `metadata/`. */
  readonly file: string;
  readonly bytes: Buffer;
}

export interface Versions {
  readonly targets: number;
  readonly snapshot: number;
  readonly timestamp: number;
}

/** What a publication signs, target by target. */
export interface SignedTargets {
  /** Listed by the top-level role: every client reads this list. */
  readonly manifests: Readonly<Record<string, TargetFile>>;
  /** Listed by the role `content`: the manifests bind these too, so our clients need not read this list. */
  readonly content: Readonly<Record<string, TargetFile>>;
}

/** The role to which blocks, pieces and deltas are delegated: TUF clients of every make find them through it. */
export const contentRole = 'content';
const contentPaths = ['*/b*.json.gz', '*/f-*', '*/d*.zst'];

/** Content, targets, snapshot and timestamp of one publication, in the order in which they have to be written. */
export function publicationDocuments({ manifests, content }: SignedTargets, versions: Versions, key: SigningKey, now: number): Document[] {
  const expires = now + lifetimes.others;
  const listed = common(versions.targets, expires);
  const contentFile = signed(`${versions.targets}.${contentRole}.json`, new Targets({ ...listed, targets: { ...content } }), [key]);
  const targets = new Targets({ ...listed, targets: { ...manifests }, delegations: delegate(key) });
  const targetsFile = signed(`${versions.targets}.targets.json`, targets, [key]);
  const snapshot = new Snapshot({
    ...common(versions.snapshot, expires),
    meta: { [`${contentRole}.json`]: describe(versions.targets, contentFile), 'targets.json': describe(versions.targets, targetsFile) },
  });
  const snapshotFile = signed(`${versions.snapshot}.snapshot.json`, snapshot, [key]);
  const timestamp = new Timestamp({ ...common(versions.timestamp, expires), snapshotMeta: describe(versions.snapshot, snapshotFile) });
  return [contentFile, targetsFile, snapshotFile, signed('timestamp.json', timestamp, [key])];
}

/** Whether half of the time for which something was signed has gone by. */
export const isHalfSpent = (expires: string, now: number): boolean => Date.parse(expires) - now < lifetimes.others / 2;

export const common = (version: number, expires: number) => ({ version, specVersion: '1.0.31', expires: withoutFractions(expires) });

export function signed(file: string, content: Root | Targets | Snapshot | Timestamp, signers: readonly SigningKey[]): Document {
  const metadata = new Metadata(content);
  for (const key of signers) metadata.sign(key.sign, true);
  return { file, bytes: Buffer.from(JSON.stringify(metadata.toJSON())) };
}

function delegate(key: SigningKey): Delegations {
  const { keyID } = key.public;
  const role = new DelegatedRole({ name: contentRole, keyIDs: [keyID], threshold: 1, terminating: true, paths: contentPaths });
  return new Delegations({ keys: { [keyID]: key.public }, roles: { [contentRole]: role } });
}

/** Spec 4.2.1: "YYYY-MM-DDTHH:MM:SSZ". */
const withoutFractions = (instant: number): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

function describe(version: number, { bytes }: Document): MetaFile {
  return new MetaFile({ version, length: bytes.length, hashes: { sha256: hashBytes(bytes) } });
}
