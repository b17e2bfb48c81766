import { setImmediate as nextTurn } from 'node:timers/promises';
import { changesBetween, type ItemChanges } from '@shared/bank/changes.ts';
import type { PackageManifest, PieceEntry } from '@shared/model/package.ts';
import type { PackedIndex } from '@shared/packages/packed-index.ts';
import { Refusal } from '../refusal.ts';
import { readBlock } from './block-content.ts';
import type { BlockStore } from './block-store.ts';
import type { InstalledRecord } from './installed.ts';
import type { Offer } from './precedence.ts';
import { readBlocks, type BlockItems } from './reading/read-blocks.ts';

/** A verified version whose blocks all lie in the store and were understood. */
export interface Staged extends Offer {
  readonly replaces: InstalledRecord | null;
  readonly changes: ItemChanges;
  /** Of the blocks that the replaced version lacks, by SHA-256; the others are computed when somebody asks for them. */
  readonly indexes: ReadonlyMap<string, PackedIndex>;
}

export interface StagingRequest {
  readonly offer: Offer;
  readonly replaces: InstalledRecord | null;
  readonly store: BlockStore;
  /** Called before each block with its position. */
  readonly onBlock: (position: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Parses every block of a version that lies in the store, and compares it with the version that it replaces. Throws
 * Refusal tampered where something is missing or damaged here, not-understood, not-withdrawn, cancelled.
 */
export async function stage({ offer, replaces, store, onBlock, signal }: StagingRequest): Promise<Staged> {
  const { manifest } = offer;
  requireEmptyWhenRetired(manifest);
  await requirePieces(manifest, replaces?.manifest ?? null, store);
  const before = await differingItems(replaces?.manifest ?? null, manifest, store);
  const known = new Set(replaces?.manifest.blocks.map(({ sha256 }) => sha256));
  const { after, indexes } = await gather(manifest, await readBlocks({ manifest, store, onBlock, signal }), known);
  const changes = changesBetween(before, after);
  requireSignedWithdrawal(offer, replaces, changes.withdrawn);
  return { ...offer, replaces, changes, indexes };
}

/** Items and indexes of the blocks that are not known. Throws Refusal not-understood where an id stands in two blocks. */
async function gather(manifest: PackageManifest, read: readonly BlockItems[], known: ReadonlySet<string>) {
  const kept = new Set<string>();
  const after = new Map<string, string>();
  const indexes = new Map<string, PackedIndex>();
  for (const [position, { ids, revisions, index }] of read.entries()) {
    const { sha256, target } = manifest.blocks[position] ?? { sha256: '', target: '' };
    const isKept = known.has(sha256);
    for (const [place, id] of ids.entries()) {
      if (after.has(id) || kept.has(id)) throw new Refusal('not-understood', target, `${id} stands in two blocks`);
      if (isKept) kept.add(id);
      else after.set(id, revisions[place] ?? '');
    }
    if (index && !isKept) indexes.set(sha256, index);
    await nextTurn(); // the window must not wait for more than one block
  }
  return { after, indexes };
}

/** A package that was withdrawn as a whole brings nothing. */
function requireEmptyWhenRetired({ name, retired, blocks, files = [] }: PackageManifest): void {
  if (retired && blocks.length + files.length > 0) throw new Refusal('not-understood', name, 'withdrawn as a whole, and yet with content');
}

/** A piece that the version before has as well may be missing: taking the version makes that no worse, and the next sync brings it. */
async function requirePieces(next: PackageManifest, old: PackageManifest | null, store: BlockStore): Promise<void> {
  const accepted = new Set(old && piecesOf(old).map(({ sha256 }) => sha256));
  for (const piece of piecesOf(next)) {
    if (!accepted.has(piece.sha256) && !(await store.holds(piece))) throw missing(piece);
  }
}

/** All pieces of the large files of a version. */
const piecesOf = ({ files = [] }: PackageManifest): readonly PieceEntry[] => files.flatMap(({ pieces }) => pieces);

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

/**
 * Absence is never deletion: what the same publisher's version before had and this one lacks has to stand in its signed
 * entry. Another publisher's version, and the version before taken up again, say nothing about withdrawal.
 */
function requireSignedWithdrawal({ manifest, publisher }: Offer, replaces: InstalledRecord | null, absent: readonly string[]): void {
  if (manifest.retired || replaces?.publisher !== publisher || manifest.version < replaces.manifest.version) return;
  const signed = new Set([...(manifest.withdrawn ?? []), ...manifest.changes.withdrawn]);
  const unsigned = absent.filter((id) => !signed.has(id));
  if (unsigned.length > 0) throw new Refusal('not-withdrawn', manifest.title, `${unsigned.length} items are missing, e.g. ${unsigned[0]}`);
}

const missing = ({ target }: PieceEntry): Refusal => new Refusal('tampered', target, 'missing or damaged in the content store');
