import type { KeyObject } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { BundleEntry, BundleManifest } from '@shared/model/bundle.ts';
import { bundleManifestSchema } from '@shared/model/schemas/projects.ts';
import { hashBytes } from '../files.ts';
import { limits } from '../limits.ts';
import { isSignedBy, publicKeyOf, signBytes } from '../signing.ts';
import type { Unopened } from './envelope.ts';
import { isKnownKind, readEntry } from './entries.ts';
import { joinFrames, splitFrames } from './frames.ts';
import { readPlainJson } from './plain-json.ts';

// Inside its envelope a bundle is frames: the manifest as JSON, its signature in base64, and the content of each entry as
// canonical JSON. The manifest names a content by the hash of its bytes, so that the one signature holds for all of them.

/** What a manifest says beside its entries. */
export type ManifestHead = Pick<BundleManifest, 'id' | 'sender' | 'createdAt'>;

export interface Packed {
  readonly bytes: Buffer;
  /** Hex SHA-256 of the content of each entry, in their order. */
  readonly sha256s: readonly string[];
}

/** Signs entries with the installation's key. */
export function packContents(head: ManifestHead, entries: readonly BundleEntry[], key: KeyObject): Packed {
  const contents = entries.map(({ content }) => Buffer.from(canonicalJson(content)));
  const sha256s = contents.map((content) => hashBytes(content));
  const named = entries.map(({ kind, id, revision }, place) => ({ kind, id, revision, sha256: sha256s[place] ?? '' }));
  const manifest = Buffer.from(
    JSON.stringify({ format: 1, installation: publicKeyOf(key), ...head, entries: named } satisfies BundleManifest),
  );
  const signature = Buffer.from(signBytes(signedBytes(manifest), key));
  const once = new Map(contents.map((content, place) => [sha256s[place], content])).values();
  return { bytes: joinFrames([manifest, signature, ...once]), sha256s };
}

export interface Contents {
  readonly manifest: BundleManifest;
  readonly entries: readonly BundleEntry[];
  /** Kinds of entries that this program does not know, or not in this form, and how many of each. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** Checks and reads what stood in an envelope. Every content has to be named and every named one there; `signal` ends what takes too long. */
export async function readContents(bytes: Buffer, signal: AbortSignal): Promise<Contents | Unopened> {
  const frames = splitFrames(bytes, limits.bundleEntries + 2);
  const [signed, signature, ...contents] = frames ?? [];
  if (!signed || !signature) return 'not-understood';
  const manifest = manifestIn(signed);
  if (typeof manifest === 'string') return manifest;
  if (!isSignedBy(signedBytes(signed), manifest.installation, signature.toString('latin1'))) return 'tampered';
  const byHash = new Map(contents.map((content) => [hashBytes(content), content]));
  const names = new Set(manifest.entries.map(({ sha256 }) => sha256));
  if (byHash.size !== names.size || contents.length !== names.size) return 'tampered';
  return readEntries(manifest, byHash, signal);
}

async function readEntries(
  manifest: BundleManifest,
  contents: ReadonlyMap<string, Buffer>,
  signal: AbortSignal,
): Promise<Contents | Unopened> {
  const entries: BundleEntry[] = [];
  const unknown = new Map<string, number>();
  let room: number = limits.bundleText;
  for (const { kind, id, revision, sha256 } of manifest.entries) {
    const content = contents.get(sha256)?.toString('utf8');
    if (content === undefined) return 'tampered';
    room -= content.length; // a content that is named often becomes as many objects
    if (signal.aborted || room < 0 || content.length > limits.bundleEntryText) return 'too-large';
    const entry = isKnownKind(kind) ? readEntry({ kind, id, revision }, content) : null;
    if (entry) entries.push(entry);
    else unknown.set(kind, (unknown.get(kind) ?? 0) + 1);
    await nextTurn();
  }
  return unknown.size > limits.bundleKinds ? 'not-understood' : { manifest, entries, unknown: Object.fromEntries(unknown) };
}

function manifestIn(bytes: Buffer): BundleManifest | Unopened {
  if (bytes.length > limits.bundleText) return 'too-large';
  const value = readPlainJson(bytes.toString('utf8'));
  const { format } = Object(value) as { readonly format?: unknown }; // asked before the rest: a later form may look otherwise
  if (typeof format === 'number' && format > 1) return 'newer';
  return bundleManifestSchema.safeParse(value).data ?? 'not-understood';
}

/** The key signs other things as well: these bytes are none of them. */
const signedBytes = (manifest: Uint8Array): Buffer => Buffer.concat([Buffer.from('sanxun bundle\n'), manifest]);
