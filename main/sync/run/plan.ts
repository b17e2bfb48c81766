import type { BlockEntry, DeltaEntry, PackageManifest, PieceEntry } from '@shared/model/package.ts';
import { planDeltas } from '../delta/plan.ts';
import type { BlockStore } from '../store/block-store.ts';
import { entriesOf } from '../store/manifests.ts';
import type { Wish } from './offers.ts';

/** How a version comes here. */
export interface Plan {
  readonly wish: Wish;
  /** Patches that make the missing blocks out of those that are here; empty where the blocks themselves are smaller. */
  readonly deltas: readonly DeltaEntry[];
  readonly blocks: readonly BlockEntry[];
  /** Missing pieces of large files. */
  readonly pieces: readonly PieceEntry[];
  /** Bytes of the version that are here already, and bytes of what is wanted that came in an earlier try. */
  readonly held: number;
  readonly begun: number;
}

/** Compares a version with what lies in the store. */
export async function planDownload(wish: Wish, store: BlockStore): Promise<Plan> {
  const { manifest, publisher } = wish.offer;
  const blocks = await missingOf(eachOnce(manifest.blocks), store);
  const pieces = await missingOf(eachOnce(manifest.files?.flatMap((file) => file.pieces) ?? []), store);
  const installed = wish.here?.publisher === publisher ? wish.here.manifest.version : null;
  const deltas = planDeltas(manifest, installed, blocks);
  const plan = { wish, deltas, blocks, pieces, held: sumOf(partsOf(manifest)) - sumOf(blocks) - sumOf(pieces) };
  return { ...plan, begun: await bytesOfParts(wantedOf(plan), store) };
}

/** What a plan fetches, as far as that is known before the patches were tried. */
export const wantedOf = ({ deltas, blocks, pieces }: Pick<Plan, 'deltas' | 'blocks' | 'pieces'>): readonly PieceEntry[] => [
  ...(deltas.length > 0 ? deltas : blocks),
  ...pieces,
];

/** All blocks and pieces of a version, each once. */
export const partsOf = (manifest: PackageManifest): readonly PieceEntry[] => eachOnce(entriesOf(manifest));

const eachOnce = <Part extends PieceEntry>(parts: readonly Part[]): readonly Part[] => [
  ...new Map(parts.map((part) => [part.sha256, part])).values(),
];

/** A part of a version, by its content. */
export type Content = Pick<PieceEntry, 'sha256' | 'length'>;

export async function missingOf<Part extends Content>(parts: readonly Part[], store: BlockStore): Promise<readonly Part[]> {
  const held = await Promise.all(parts.map((part) => store.holds(part))); // the disk answers many questions sooner than one after the other
  return parts.filter((_, place) => !held[place]);
}

/** Bytes of unfinished parts that lie here from an earlier try. */
export async function bytesOfParts(parts: readonly Content[], store: BlockStore): Promise<number> {
  const bytes = await Promise.all(parts.map((part) => store.partBytes(part)));
  return bytes.reduce((sum, some) => sum + some, 0);
}

export const sumOf = (parts: readonly Content[]): number => parts.reduce((sum, { length }) => sum + length, 0);
