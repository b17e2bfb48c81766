import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BlockEntry, PackageManifest } from '@shared/model/package.ts';
import { UnpackedIndex, type PackedIndex } from '@shared/packages/packed-index.ts';
import { Refusal, stopIfCancelled } from '../../refusal.ts';
import { readBlock } from '../block-content.ts';
import type { BlockStore } from '../block-store.ts';
import { startHelper, type Helper } from './helper.ts';

export interface ReadingRequest {
  readonly manifest: PackageManifest;
  readonly store: BlockStore;
  /** Called before each block with its position. */
  readonly onBlock: (position: number) => void;
  readonly signal: AbortSignal;
}

/** A block that was read and understood. */
export interface BlockItems {
  /** Of its items, in their order. */
  readonly ids: readonly string[];
  readonly revisions: readonly string[];
  /** Null in packages that are no banks. */
  readonly index: PackedIndex | null;
}

/** With fewer blocks the helper would hardly have started. */
const worthHelp = 16;
/** So many blocks lie with the helper: while it tells of one it has the next. */
const lanesOfHelper = 2;

/**
 * Reads all blocks of a version, which lie in the store; gives them in their order. Throws Refusal tampered where one is
 * missing or damaged here, not-understood, cancelled.
 */
export async function readBlocks(request: ReadingRequest): Promise<readonly BlockItems[]> {
  const { blocks, kind } = request.manifest;
  const queue = blocks.entries();
  const read: BlockItems[] = [];
  const stop = new AbortController();
  const helper = kind === 'bank' && blocks.length >= worthHelp ? startHelper() : null;
  try {
    const lanes = helper ? Array.from({ length: lanesOfHelper }, () => work(queue, read, { ...request, stop, helper })) : [];
    await Promise.all([work(queue, read, { ...request, stop, helper: null }), ...lanes]);
  } finally {
    await helper?.end();
  }
  if (stop.signal.aborted) throw stop.signal.reason;
  return read;
}

interface Lane extends ReadingRequest {
  readonly stop: AbortController;
  /** Null: this thread reads. */
  readonly helper: Helper | null;
}

/** One of several that share a queue. Never rejects: the first failure stops them all. */
async function work(queue: Iterable<[number, BlockEntry]>, read: BlockItems[], lane: Lane): Promise<void> {
  const { manifest, onBlock, signal, stop } = lane;
  try {
    for (const [position, block] of queue) {
      if (stop.signal.aborted) return;
      stopIfCancelled(signal, manifest.title);
      onBlock(position);
      read[position] = await readOne(block, lane);
      await nextTurn(); // the window must not wait for more than one block
    }
  } catch (error) {
    stop.abort(error);
  }
}

async function readOne(block: BlockEntry, { manifest, store, helper }: Lane): Promise<BlockItems> {
  const bytes = await store.read(block);
  if (!bytes) throw new Refusal('tampered', block.target, 'missing or damaged in the content store');
  const index = (await helper?.read(block, bytes)) ?? null;
  if (index) return itemsOf(index);
  const { items, index: own } = await readBlock(manifest.kind, block, bytes);
  return { ids: [...items.keys()], revisions: [...items.values()], index: own };
}

function itemsOf(index: PackedIndex): BlockItems {
  const { ids, revisions } = new UnpackedIndex(index);
  return { ids, revisions, index };
}
