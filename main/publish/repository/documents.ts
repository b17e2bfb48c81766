import { Metadata, MetaFile, Root, Snapshot, Targets, Timestamp, type TargetFile } from '@tufjs/models';
import { Role } from '@tufjs/models/dist/role.js';
import { hashBytes } from '../../files.ts';
import type { Keys, SigningKey } from '../keys/keys.ts';

const day = 86_400_000;
/** Renewing the root is a ceremony; the rest is signed anew with each publication, at least once a year. */
const lifetimes = { root: 3_653 * day, others: 400 * day } as const;

/** A signed metadata file, ready to be written. */
export interface Document {
  /** Name in `metadata/`. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** Version 1 of the root: it names the keys of all roles. */
export function rootDocument(keys: Keys, now: number): Document {
  const role = (key: SigningKey): Role => new Role({ keyIDs: [key.public.keyID], threshold: 1 });
  const root = new Root({
    ...common(1, now + lifetimes.root),
    consistentSnapshot: true,
    keys: { [keys.root.public.keyID]: keys.root.public, [keys.online.public.keyID]: keys.online.public },
    roles: { root: role(keys.root), targets: role(keys.online), snapshot: role(keys.online), timestamp: role(keys.online) },
  });
  return signed('1.root.json', root, keys.root);
}

export interface Versions {
  readonly targets: number;
  readonly snapshot: number;
  readonly timestamp: number;
}

/** Targets, snapshot and timestamp of one publication, in the order in which they have to be written. */
export function publicationDocuments(
  targets: Readonly<Record<string, TargetFile>>,
  versions: Versions,
  key: SigningKey,
  now: number,
): Document[] {
  const expires = now + lifetimes.others;
  const targetsFile = signed(
    `${versions.targets}.targets.json`,
    new Targets({ ...common(versions.targets, expires), targets: { ...targets } }),
    key,
  );
  const snapshot = new Snapshot({
    ...common(versions.snapshot, expires),
    meta: { 'targets.json': describe(versions.targets, targetsFile) },
  });
  const snapshotFile = signed(`${versions.snapshot}.snapshot.json`, snapshot, key);
  const timestamp = new Timestamp({ ...common(versions.timestamp, expires), snapshotMeta: describe(versions.snapshot, snapshotFile) });
  return [targetsFile, snapshotFile, signed('timestamp.json', timestamp, key)];
}

/** Whether half of the time for which something was signed has gone by. */
export const isHalfSpent = (expires: string, now: number): boolean => Date.parse(expires) - now < lifetimes.others / 2;

const common = (version: number, expires: number) => ({ version, specVersion: '1.0.31', expires: withoutFractions(expires) });

/** Spec 4.2.1: "YYYY-MM-DDTHH:MM:SSZ". */
const withoutFractions = (instant: number): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

function signed(file: string, content: Root | Targets | Snapshot | Timestamp, key: SigningKey): Document {
  const metadata = new Metadata(content);
  metadata.sign(key.sign);
  return { file, bytes: Buffer.from(JSON.stringify(metadata.toJSON())) };
}

function describe(version: number, { bytes }: Document): MetaFile {
  return new MetaFile({ version, length: bytes.length, hashes: { sha256: hashBytes(bytes) } });
}
