import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BlockEntry, PackageManifest } from '@shared/model/package.ts';
import { hashBytes } from '../../files.ts';
import { limits } from '../../limits.ts';
import { stopIfCancelled } from '../refusal.ts';
import type { BlockStore } from '../store/block-store.ts';
import { applyPatch, freshLength, readDelta, readHeader, type Delta, type DeltaHeader } from './format.ts';
import { pack, packQuickly, unpack } from './packing.ts';

export interface RebuildOptions {
  readonly store: Pick<BlockStore, 'read' | 'put'>;
  /** The version from which the chain leads. */
  readonly installed: Pick<PackageManifest, 'version' | 'blocks'>;
  readonly signal: AbortSignal;
}

/**
 * Makes missing blocks of a new version out of the installed one and puts those into the store that have their signed
 * hash; gives their bytes. `chain` is what `planDeltas` named, as it was read from the store. Whatever cannot be made —
 * an old block is damaged, a delta is not what we understand — is left out: it has to be fetched whole.
 */
export async function rebuildBlocks(
  chain: readonly Buffer[],
  missing: readonly BlockEntry[],
  { store, installed, signal }: RebuildOptions,
): Promise<number> {
  const headers = headersOf(chain, installed.version);
  if (!headers) return 0;
  let textOf = installedText(installed, store);
  for (const [place, header] of headers.entries()) {
    const link = await openLink(chain[place] ?? Buffer.alloc(0), header, textOf);
    if (!link) return 0;
    textOf = link;
  }
  let made = 0;
  for (const block of missing) {
    stopIfCancelled(signal, block.target);
    if (await rebuild(block, textOf, store)) made += block.length;
    await nextTurn(); // the window must not wait for more than one block
  }
  return made;
}

/** The unpacked text of a block of one version, or null. Nothing is kept: one chain of texts is in memory at a time. */
type TextOf = (target: string) => Promise<Buffer | null>;

/** Null where the deltas do not lead on from each other. */
function headersOf(chain: readonly Buffer[], version: number): readonly DeltaHeader[] | null {
  const headers: DeltaHeader[] = [];
  for (const bytes of chain) {
    const header = readHeader(bytes);
    if (header?.from !== (headers.at(-1)?.to ?? version)) return null;
    headers.push(header);
  }
  return headers;
}

function installedText({ blocks }: RebuildOptions['installed'], store: RebuildOptions['store']): TextOf {
  const entries = new Map(blocks.map((block) => [block.target, block]));
  return async (target) => {
    const entry = entries.get(target);
    const bytes = entry && (await store.read(entry));
    return bytes ? unpack(bytes, limits.blockUnpacked).catch(() => null) : null;
  };
}

/** A delta over the texts of the version before it: what it does not patch has stayed the same. */
async function openLink(bytes: Buffer, header: DeltaHeader, before: TextOf): Promise<TextOf | null> {
  const dictionary = header.dictionary === null ? null : await before(header.dictionary);
  if (header.dictionary !== null && !dictionary) return null;
  const delta = await readDelta(bytes, header, dictionary, limits.deltaUnpacked);
  if (!delta) return null;
  const places = placesOf(delta);
  return async (target) => {
    const place = places.get(target);
    if (!place) return before(target);
    const base = place.base === null ? Buffer.alloc(0) : await before(place.base);
    return base && applyPatch(place.steps, base, place.fresh);
  };
}

/** Patches by target, each with its own part of the new bytes. */
function placesOf({ patches, fresh }: Delta) {
  let used = 0;
  return new Map(
    patches.map(({ target, base, steps }) => {
      const start = used;
      used += freshLength(steps);
      return [target, { base, steps, fresh: fresh.subarray(start, used) }];
    }),
  );
}

async function rebuild(block: BlockEntry, textOf: TextOf, store: RebuildOptions['store']): Promise<boolean> {
  const text = await textOf(block.target);
  const bytes = text && (await packAsSigned(text, block));
  if (bytes) await store.put(block, bytes);
  return bytes !== null;
}

async function packAsSigned(text: Buffer, { sha256 }: BlockEntry): Promise<Buffer | null> {
  const quick = await packQuickly(text);
  if (hashBytes(quick) === sha256) return quick;
  const exact = pack(text);
  return hashBytes(exact) === sha256 ? exact : null;
}
