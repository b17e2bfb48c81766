import { TargetFile } from '@tufjs/models';
import type { PackageManifest } from '@shared/model/package.ts';
import { hashBytes } from '../../files.ts';
import { readFirstRoot, type FirstRoot } from '../../sync/trust/trust.ts';
import { isHalfSpent, publicationDocuments, rootDocument, type Versions } from './documents.ts';
import type { Keys } from '../keys/keys.ts';
import type { PackedBlock } from './pack.ts';
import { targetsBeside, writeDocument, writeTarget, type Repository } from './repository.ts';

/** What is needed to sign and write into a repository. */
export interface Press {
  readonly repository: Repository;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Writes a version, targets first and timestamp.json last: whoever copies the folder meanwhile has the old version or the
 * new one. Gives the publisher's fingerprint.
 */
export async function writeVersion(press: Press, manifest: PackageManifest, packed: readonly PackedBlock[]): Promise<string> {
  const { repository } = press;
  for (const { entry, bytes } of packed) if (bytes) await writeTarget(repository.directory, entry.target, bytes);
  const manifestBytes = Buffer.from(JSON.stringify(manifest));
  const manifestFile = `${manifest.name}/manifest.json`;
  await writeTarget(repository.directory, manifestFile, manifestBytes);
  const { fingerprint } = repository.root ?? (await writeRoot(press));
  await writeDocuments(press, {
    ...targetsBeside(repository, manifest.name),
    ...Object.fromEntries(packed.map(({ entry }) => [entry.target, targetFile(entry.target, entry)])),
    [manifestFile]: targetFile(manifestFile, { length: manifestBytes.length, sha256: hashBytes(manifestBytes) }, manifest),
  });
  return fingerprint;
}

/** Signs anew what is published, once half of its time is spent: so publishing once a year is enough, changed or not. */
export async function renewSignatures(press: Press): Promise<{ fingerprint: string; renewed: boolean }> {
  const { current, root } = press.repository;
  if (!current || !root) throw new Error('a package was published and its repository was not');
  const renewed = isHalfSpent(current.targets.signed.expires, press.now);
  if (renewed) await writeDocuments(press, current.targets.signed.targets);
  return { fingerprint: root.fingerprint, renewed };
}

async function writeDocuments({ repository, keys, now }: Press, targets: Readonly<Record<string, TargetFile>>): Promise<void> {
  const documents = publicationDocuments(targets, versionsAfter(repository), keys.online, now);
  for (const document of documents) await writeDocument(repository.directory, document);
}

async function writeRoot({ repository, keys, now }: Press): Promise<FirstRoot> {
  const document = rootDocument(keys, now);
  await writeDocument(repository.directory, document);
  return readFirstRoot(document.bytes, document.file);
}

function targetFile(path: string, { length, sha256 }: { length: number; sha256: string }, manifest?: PackageManifest): TargetFile {
  // `custom` lets other tools show what a target is without fetching it.
  const custom = manifest && { kind: manifest.kind, version: manifest.version, title: manifest.title, issued: manifest.issued };
  return new TargetFile({ path, length, hashes: { sha256 }, ...(custom && { unrecognizedFields: { custom } }) });
}

function versionsAfter({ current }: Repository): Versions {
  const after = (metadata: { signed: { version: number } } | undefined): number => (metadata?.signed.version ?? 0) + 1;
  return { targets: after(current?.store.targets), snapshot: after(current?.store.snapshot), timestamp: after(current?.store.timestamp) };
}
