import type { PieceEntry } from '@shared/model/package.ts';
import { limits } from '../../limits.ts';
import { rebuildBlocks } from '../delta/rebuild.ts';
import { Refusal } from '../refusal.ts';
import { expectedOfEntry } from '../store/manifests.ts';
import { fetchBlocks } from '../transfer/fetch-blocks.ts';
import { missingOf, type Plan } from './plan.ts';
import type { Meter } from './meter.ts';
import type { RunContext } from './run.ts';

/**
 * Brings everything of a version into the store: patches first, and whole blocks where those did not do. Gives the bytes
 * of blocks that were made of patches. Throws Refusal; what came stays.
 */
export async function download(plan: Plan, meter: Meter, context: RunContext): Promise<number> {
  const made = plan.deltas.length > 0 ? await patch(plan, meter, context) : 0;
  const rest = await missingOf(plan.blocks, context.store);
  if (plan.deltas.length > 0) meter.alsoWanted(rest);
  await fetchParts([...rest, ...plan.pieces], plan, meter, context);
  return made;
}

/** Zero where a patch cannot be had or does not fit: the blocks then come whole. */
async function patch(plan: Plan, meter: Meter, context: RunContext): Promise<number> {
  const { store, signal, log } = context;
  const installed = plan.wish.here?.manifest;
  if (!installed) throw new Error(`patches for ${plan.wish.offer.manifest.name}, of which nothing is installed`);
  try {
    await fetchParts(plan.deltas, plan, meter, context);
    const chain = await Promise.all(plan.deltas.map((delta) => store.read(delta)));
    const readable = chain.filter((bytes) => bytes !== null);
    return readable.length < chain.length ? 0 : await rebuildBlocks(readable, plan.blocks, { store, installed, signal });
  } catch (error) {
    const unfit = error instanceof Refusal && ['tampered', 'truncated', 'too-large', 'not-understood'].includes(error.failure.kind);
    if (!unfit) throw error;
    log(`patches of ${plan.wish.offer.manifest.title}`, error);
    return 0;
  }
}

async function fetchParts(parts: readonly PieceEntry[], { wish }: Plan, meter: Meter, { store, signal }: RunContext): Promise<void> {
  const wanted = parts.map((part) => ({ expected: expectedOfEntry(wish.refreshed, part), sha256: part.sha256 }));
  const parallel = wish.origin.reader.resumes ? limits.parallelHttp : limits.parallelFolder;
  let before = 0;
  const onBytes = (received: number): void => {
    meter.came(received - before);
    before = received;
  };
  await fetchBlocks(wanted, { store, readers: wish.readers, parallel, onBytes, signal });
}
