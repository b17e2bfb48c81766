import { setImmediate as nextTurn } from 'node:timers/promises';
import { changesBetween, type ItemChanges } from '@shared/bank/changes.ts';
import type { BlockEntry, BlockIndex, PackageManifest } from '@shared/model/package.ts';
import { readBlock } from './block-content.ts';
import type { BlockStore } from './block-store.ts';
import type { InstalledRecord } from './installed.ts';
import { targetOf } from './manifests.ts';
import type { Offer } from './precedence.ts';
import type { Reader } from '../sources/reader.ts';
import type { Refreshed } from '../trust/refresh.ts';
import { Refusal, stopIfCancelled } from '../refusal.ts';
import { expectedOf } from '../trust/targets.ts';

/** A verified version whose blocks all lie in the store and were understood. */
export interface Staged extends Offer {
  readonly replaces: InstalledRecord | null;
  readonly changes: ItemChanges;
  /** Of the blocks that the replaced version lacks; the others are computed when somebody asks for them. */
  readonly indexes: ReadonlyMap<string, BlockIndex>;
  /** Bytes of blocks that were here already. */
  readonly reusedBytes: number;
}

/** Gives the bytes of a block that the store lacks, or throws a Refusal. */
export type FetchBlock = (block: BlockEntry) => Promise<Buffer>;

export interface StagingRequest {
  readonly offer: Offer;
  readonly replaces: InstalledRecord | null;
  readonly store: BlockStore;
  readonly fetchBlock: FetchBlock;
  /** Called before each block with its position. */
  readonly onBlock: (position: number) => void;
  readonly signal: AbortSignal;
}

/** Brings every block here, parses it, and compares the version with the one that it replaces. */
export async function stage({ offer, replaces, store, fetchBlock, onBlock, signal }: StagingRequest): Promise<Staged> {
  const { manifest } = offer;
  const before = await differingItems(replaces?.manifest ?? null, manifest, store);
  const known = new Set(replaces?.manifest.blocks.map(({ sha256 }) => sha256));
  const ids = new Set<string>();
  const after = new Map<string, string>();
  const indexes = new Map<string, BlockIndex>();
  let reusedBytes = 0;
  for (const [position, block] of manifest.blocks.entries()) {
    stopIfCancelled(signal, manifest.title);
    onBlock(position);
    const held = await store.read(block);
    if (held) reusedBytes += block.length;
    const { items, index } = await readBlock(manifest.kind, block, held ?? (await fetchBlock(block)));
    requireNewIds(ids, items.keys(), block);
    if (!known.has(block.sha256)) {
      for (const [id, revision] of items) after.set(id, revision);
      if (index) indexes.set(block.sha256, index);
    }
    await nextTurn(); // the window must not wait for more than one block
  }
  return { ...offer, replaces, changes: changesBetween(before, after), indexes, reusedBytes };
}

/** Fetches missing blocks of a repository that was refreshed. */
export function fetchFrom(refreshed: Refreshed, reader: Reader, store: BlockStore, signal: AbortSignal): FetchBlock {
  return (block) => store.fetch(reader, expectedOf(refreshed.store, targetOf(refreshed, block)), block, signal);
}

/** For a version that has no source at hand: what is damaged must be fetched by the next sync. */
export const fetchNothing: FetchBlock = async (block) => {
  throw new Refusal('tampered', block.target, 'missing or damaged in the content store');
};

/** Items of the blocks that the new version does not have unchanged. A block that is damaged here counts as never installed. */
async function differingItems(old: PackageManifest | null, next: PackageManifest, store: BlockStore): Promise<Map<string, string>> {
  const kept = new Set(next.blocks.map(({ sha256 }) => sha256));
  const items = new Map<string, string>();
  if (old?.kind !== next.kind) return items;
  for (const block of old.blocks.filter(({ sha256 }) => !kept.has(sha256))) {
    const bytes = await store.read(block);
    if (!bytes) continue;
    for (const [id, revision] of (await readBlock(old.kind, block, bytes)).items) items.set(id, revision);
    await nextTurn();
  }
  return items;
}

function requireNewIds(seen: Set<string>, ids: Iterable<string>, block: BlockEntry): void {
  for (const id of ids) {
    if (seen.has(id)) throw new Refusal('not-understood', block.target, `${id} stands in two blocks`);
    seen.add(id);
  }
}
