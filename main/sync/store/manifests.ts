import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { TargetFile } from '@tufjs/models';
import type { FailureKind } from '@shared/model/failure.ts';
import type { BlockEntry, PackageManifest } from '@shared/model/package.ts';
import { manifestSchema, packageName } from '@shared/model/schemas/content.ts';
import { limits } from '../../limits.ts';
import { requireLength } from '../trust/gates.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import type { Refreshed } from '../trust/refresh.ts';
import { Refusal } from '../refusal.ts';
import { expectedOf } from '../trust/targets.ts';

/** The manifests that the signed targets list. Their folder is the name of the package, safe on every disk. */
export function manifestTargets({ targets }: Refreshed): readonly TargetFile[] {
  return Object.values(targets.signed.targets).filter(({ path }) => isManifest(path));
}

const isManifest = (file: string): boolean =>
  posix.basename(file) === 'manifest.json' && packageName.safeParse(posix.dirname(file)).success;

/** Fetches a manifest and checks it against its schema and against the signed targets. Throws Refusal. */
export async function readManifest(
  refreshed: Refreshed,
  target: TargetFile,
  reader: Reader,
  signal: AbortSignal,
): Promise<PackageManifest> {
  if (target.length > limits.manifest) throw tooLarge(target.path, target.length);
  const bytes = await readTarget(refreshed, target, reader, signal);
  const manifest = parseManifest(bytes, target.path);
  let total = 0;
  for (const block of manifest.blocks) {
    requireSigned(refreshed, manifest, block);
    total += block.length;
    if (block.length > limits.blockPacked || total > limits.packagePacked) throw tooLarge(block.target, total);
  }
  return manifest;
}

/** The signed entry of a block; the manifest alone would not bind the block to this version of the repository. */
export function targetOf({ targets }: Refreshed, block: BlockEntry): TargetFile {
  const target = targets.signed.targets[block.target];
  if (!target) throw refuse('tampered', block.target, 'the signed targets do not list it');
  return target;
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

function parseManifest(bytes: Buffer, file: string): PackageManifest {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw refuse('not-understood', file, 'not JSON', error);
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw refuse('not-understood', file, 'another format', parsed.error);
  if (file !== `${parsed.data.name}/manifest.json`) throw refuse('not-understood', file, `it calls itself ${parsed.data.name}`);
  return parsed.data;
}

function requireSigned(refreshed: Refreshed, manifest: PackageManifest, block: BlockEntry): void {
  const target = targetOf(refreshed, block);
  const same = target.hashes.sha256 === block.sha256 && target.length === block.length;
  if (!same || !block.target.startsWith(`${manifest.name}/`)) throw refuse('tampered', block.target, 'manifest and signed targets differ');
}

const tooLarge = (file: string, length: number): Refusal => refuse('too-large', file, `${length} bytes`);
const refuse = (kind: FailureKind, file: string, reason: string, cause?: unknown): Refusal => new Refusal(kind, file, reason, cause);
