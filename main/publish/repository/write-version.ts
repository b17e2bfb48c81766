import { TargetFile } from '@tufjs/models';
import type { PackageManifest, PieceEntry } from '@shared/model/package.ts';
import { hashBytes } from '../../files.ts';
import { entriesOf, manifestTarget, packManifest } from '../../sync/store/manifests.ts';
import { readFirstRoot, type FirstRoot } from '../../sync/trust/trust.ts';
import type { Keys } from '../keys/keys.ts';
import { firstRootDocument } from '../keys/root-document.ts';
import { isHalfSpent, publicationDocuments, type SignedTargets, type Versions } from './documents.ts';
import type { PackedDelta } from './deltas.ts';
import { writePieces, type CutFile } from './large-files.ts';
import type { PackedBlock } from './pack.ts';
import { targetsBeside, writeDocument, writeTarget, type Repository } from './repository.ts';

/** What is needed to sign and write into a repository. */
export interface Press {
  readonly repository: Repository;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The parts of a version beside its manifest. */
export interface VersionParts {
  readonly packed: readonly PackedBlock[];
  readonly files: readonly CutFile[];
  readonly delta: PackedDelta | null;
}

/**
 * Writes a version, targets first and timestamp.json last: whoever copies the folder meanwhile has the old version or the
 * new one. Gives the publisher's fingerprint.
 */
export async function writeVersion(press: Press, manifest: PackageManifest, { packed, files, delta }: VersionParts): Promise<string> {
  const { directory } = press.repository;
  for (const { entry, bytes } of packed) if (bytes) await writeTarget(directory, entry.target, bytes);
  for (const file of files) await writePieces(directory, file);
  if (delta) await writeTarget(directory, delta.entry.target, delta.bytes);
  const bytes = packManifest(manifest);
  const target = manifestTarget(manifest.name);
  await writeTarget(directory, target, bytes);
  const { fingerprint } = press.repository.root ?? (await writeRoot(press));
  const { manifests, content } = targetsBeside(press.repository, manifest.name);
  await writeDocuments(press, {
    manifests: { ...manifests, [target]: manifestFile(manifest, { target, length: bytes.length, sha256: hashBytes(bytes) }) },
    content: { ...content, ...Object.fromEntries(contentOf(manifest).map((entry) => [entry.target, targetFile(entry)])) },
  });
  return fingerprint;
}

/**
 * Signs anew what is published, once half of its time is spent: so publishing once a year is enough, changed or not.
 * `force` signs at once, as new keys need it.
 */
export async function renewSignatures(press: Press, { force = false } = {}): Promise<{ fingerprint: string; renewed: boolean }> {
  const { current, root } = press.repository;
  if (!current || !root) throw new Error('a package was published and its repository was not');
  const renewed = force || isHalfSpent(current.targets.signed.expires, press.now);
  if (renewed) await writeDocuments(press, current.signed);
  return { fingerprint: root.fingerprint, renewed };
}

async function writeDocuments({ repository, keys, now }: Press, targets: SignedTargets): Promise<void> {
  const documents = publicationDocuments(targets, versionsAfter(repository), keys.online, now);
  for (const document of documents) await writeDocument(repository.directory, document);
}

async function writeRoot({ repository, keys, now }: Press): Promise<FirstRoot> {
  const document = firstRootDocument(keys, now);
  await writeDocument(repository.directory, document);
  return readFirstRoot(document.bytes, document.file);
}

const contentOf = (manifest: PackageManifest): readonly PieceEntry[] => [...entriesOf(manifest), ...(manifest.deltas ?? [])];

const targetFile = ({ target, length, sha256 }: PieceEntry): TargetFile => new TargetFile({ path: target, length, hashes: { sha256 } });

/** `custom` lets other tools show what a target is without fetching it. */
function manifestFile({ kind, version, title, issued }: PackageManifest, { target, length, sha256 }: PieceEntry): TargetFile {
  const unrecognizedFields = { custom: { kind, version, title, issued } };
  return new TargetFile({ path: target, length, hashes: { sha256 }, unrecognizedFields });
}

function versionsAfter({ current }: Repository): Versions {
  const after = (metadata: { signed: { version: number } } | undefined): number => (metadata?.signed.version ?? 0) + 1;
  return { targets: after(current?.store.targets), snapshot: after(current?.store.snapshot), timestamp: after(current?.store.timestamp) };
}
