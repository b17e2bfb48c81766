import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { TargetFile } from '@tufjs/models';
import type { FailureKind } from '@shared/model/failure.ts';
import type { PackageManifest, PieceEntry } from '@shared/model/package.ts';
import { manifestSchema, packageName } from '@shared/model/schemas/content.ts';
import { hashBytes } from '../../files.ts';
import { limits } from '../../limits.ts';
import { pack, unpack } from '../delta/packing.ts';
import { Refusal } from '../refusal.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import type { Expected } from '../transfer/receive.ts';
import { requireLength } from '../trust/gates.ts';
import type { Refreshed } from '../trust/refresh.ts';
import { expectedOf } from '../trust/targets.ts';

const manifestFile = 'manifest.json.gz';

/** Target name of the manifest of a package. */
export const manifestTarget = (name: string): string => `${name}/${manifestFile}`;

/** The manifests that the signed targets list. Their folder is the name of the package, safe on every disk. */
export function manifestTargets({ targets }: Pick<Refreshed, 'targets'>): readonly TargetFile[] {
  return Object.values(targets.signed.targets).filter(({ path }) => isManifest(path));
}

const isManifest = (file: string): boolean => posix.basename(file) === manifestFile && packageName.safeParse(posix.dirname(file)).success;

/** The bytes of a manifest as they are published. */
export const packManifest = (manifest: PackageManifest): Buffer => pack(Buffer.from(JSON.stringify(manifest)));

/** Whether a manifest that lies here is the signed one: then it need not come through the line again. */
export const isSignedManifest = ({ hashes }: TargetFile, manifest: PackageManifest): boolean =>
  hashes['sha256'] === hashBytes(packManifest(manifest));

/** Everything that a version needs: its blocks and the pieces of its large files. */
export const entriesOf = ({ blocks, files = [] }: PackageManifest): readonly PieceEntry[] => [
  ...blocks,
  ...files.flatMap(({ pieces }) => pieces),
];

/**
 * Where a block, piece or delta lies in the repository (spec 6.2), and what has to come. The manifest is a signed target
 * and names the hash and the length of everything in the package: that binds them as firmly as a list of targets would.
 */
export function expectedOfEntry({ store }: Pick<Refreshed, 'store'>, { target, sha256, length }: PieceEntry): Expected {
  const { dir, base } = posix.parse(target);
  const name = store.root.signed.consistentSnapshot ? posix.join(dir, `${sha256}.${base}`) : target;
  return { file: `targets/${name}`, length, hashes: { sha256 } };
}

/** Fetches a manifest and checks it against the signed targets, its schema and the caps. Throws Refusal. */
export async function readManifest(
  refreshed: Refreshed,
  target: TargetFile,
  reader: Reader,
  signal: AbortSignal,
): Promise<PackageManifest> {
  if (target.length > limits.manifest) throw tooLarge(target.path, target.length);
  const manifest = await parseManifest(await readTarget(refreshed, target, reader, signal), target.path);
  requireOwnTargets(manifest);
  requireCaps(manifest);
  return manifest;
}

async function readTarget({ store }: Refreshed, target: TargetFile, reader: Reader, signal: AbortSignal): Promise<Buffer> {
  const { file } = expectedOf(store, target);
  const bytes = await readCapped(reader, file, target.length, signal);
  if (!bytes) throw refuse('truncated', file, 'the repository lacks this file');
  requireLength(file, bytes, target.length);
  try {
    await target.verify(Readable.from([bytes]));
  } catch (error) {
    throw refuse('tampered', file, 'the hash is not the signed one', error);
  }
  return bytes;
}

async function parseManifest(bytes: Buffer, file: string): Promise<PackageManifest> {
  let value: unknown;
  try {
    value = JSON.parse((await unpack(bytes, limits.manifest)).toString('utf8'));
  } catch (error) {
    throw refuse('not-understood', file, 'not a gzip file of JSON', error);
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw refuse('not-understood', file, 'another format', parsed.error);
  if (file !== manifestTarget(parsed.data.name)) throw refuse('not-understood', file, `it calls itself ${parsed.data.name}`);
  return parsed.data;
}

/** A package may not name what belongs to another one, nor two things by one name. */
function requireOwnTargets(manifest: PackageManifest): void {
  const seen = new Map<string, string>();
  for (const { target, sha256 } of [...entriesOf(manifest), ...(manifest.deltas ?? [])]) {
    if (!target.startsWith(`${manifest.name}/`)) throw refuse('tampered', target, `not a target of ${manifest.name}`);
    if ((seen.get(target) ?? sha256) !== sha256) throw refuse('tampered', target, 'named twice with different contents');
    seen.set(target, sha256);
  }
}

function requireCaps({ name, blocks, files = [], deltas = [] }: PackageManifest): void {
  const pieces = files.flatMap((file) => file.pieces);
  requireCap(name, blocks, limits.blockPacked, limits.packagePacked);
  requireCap(name, pieces, limits.piece, limits.packageFiles);
  requireCap(name, deltas, limits.delta, limits.packagePacked);
}

function requireCap(name: string, entries: readonly PieceEntry[], each: number, all: number): void {
  const large = entries.find(({ length }) => length > each);
  if (large) throw tooLarge(large.target, large.length);
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  if (total > all) throw tooLarge(name, total);
}

const tooLarge = (file: string, length: number): Refusal => refuse('too-large', file, `${length} bytes`);
const refuse = (kind: FailureKind, file: string, reason: string, cause?: unknown): Refusal => new Refusal(kind, file, reason, cause);
