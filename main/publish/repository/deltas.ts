import type { BlockEntry, DeltaEntry, PackageManifest } from '@shared/model/package.ts';
import { hashBytes } from '../../files.ts';
import { limits } from '../../limits.ts';
import { writeDelta, type Delta, type Patch } from '../../sync/delta/format.ts';
import { differences } from './differences.ts';
import type { PackedBlock } from './pack.ts';

/** Versions back from which a client can come by deltas. */
const versionsBack = 8;

export interface PackedDelta {
  readonly entry: DeltaEntry;
  readonly bytes: Buffer;
}

export interface DeltaRequest {
  readonly before: PackageManifest;
  /** Blocks of the new version; those that changed with their text. */
  readonly packed: readonly PackedBlock[];
  /** The unpacked text of a block of the version before. */
  readonly oldText: (block: BlockEntry) => Promise<Buffer>;
}

/**
 * The delta from the version before to the new one; null where it would not be shorter than the blocks that it replaces.
 * Where no block has changed it is empty, and only links the versions.
 */
export async function makeDelta(request: DeltaRequest): Promise<PackedDelta | null> {
  const { before, packed, oldText } = request;
  if (before.blocks.length === 0 || packed.length === 0) return null;
  const delta = await patchAll(request);
  if (delta.fresh.length > limits.deltaUnpacked) return null;
  const knows = largestOf(before.blocks);
  const bytes = await writeDelta(delta, delta.fresh.length > 0 ? { target: knows.target, text: await oldText(knows) } : null);
  if (!bytes) return null;
  const replaced = packed.filter((block) => block.bytes !== null).reduce((sum, { entry }) => sum + entry.length, 0);
  if (delta.patches.length > 0 && bytes.length >= Math.min(replaced, limits.delta)) return null;
  const target = `${before.name}/d${delta.from}-${delta.to}.zst`;
  return { entry: { target, sha256: hashBytes(bytes), length: bytes.length, from: delta.from, to: delta.to }, bytes };
}

/**
 * The deltas of the new version, newest first. Older ones are kept as long as the way with them is shorter than all blocks;
 * where one is missing the older ones lead nowhere.
 */
export function keepDeltas(newest: DeltaEntry, before: PackageManifest, blocks: readonly BlockEntry[]): readonly DeltaEntry[] {
  let room = blocks.reduce((sum, { length }) => sum + length, 0);
  const kept: DeltaEntry[] = [];
  for (const delta of [newest, ...(before.deltas ?? [])].slice(0, versionsBack)) {
    room -= delta.length;
    if (room <= 0) break;
    kept.push(delta);
  }
  return kept;
}

async function patchAll({ before, packed, oldText }: DeltaRequest): Promise<Delta> {
  const old = new Map(before.blocks.map((block) => [block.target, block]));
  const patches: Patch[] = [];
  const fresh: Buffer[] = [];
  for (const { entry, base, text } of packed) {
    if (text === null) continue;
    const from = old.get(base);
    const difference = differences(from ? (await oldText(from)).toString('utf8') : '', text.toString('utf8'));
    patches.push({ target: entry.target, base: from?.target ?? null, steps: difference.steps });
    fresh.push(difference.fresh);
  }
  return { from: before.version, to: before.version + 1, patches, fresh: Buffer.concat(fresh) };
}

const largestOf = (blocks: readonly BlockEntry[]): BlockEntry =>
  blocks.reduce((largest, block) => (block.length > largest.length ? block : largest));
