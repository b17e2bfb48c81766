import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import type { BlockStore } from '../store/block-store.ts';
import type { Reader } from '../sources/reader.ts';
import { linesTo, ordinaryPatience, type Patience } from './lines.ts';
import { bring, type Expected, type ReceiveOptions } from './receive.ts';

/** A signed file that belongs into the content store: a block, a piece of a large file, a delta. */
export interface Wanted {
  readonly expected: Expected;
  readonly sha256: string;
}

export interface FetchOptions {
  readonly store: BlockStore;
  /** Where the very same signed files lie, preferred first. */
  readonly readers: readonly Reader[];
  /** How many files come at the same time; see limits. */
  readonly parallel: number;
  /** New bytes so far in this call. It falls where bad bytes were thrown away. Called for each chunk. */
  readonly onBytes: (received: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings everything into the store that it does not hold. Throws Refusal source-unreachable, truncated, tampered,
 * too-large, metered or cancelled, or the system's error of the disk; what came then stays as parts for the next time.
 */
export async function fetchBlocks(
  wanted: readonly Wanted[],
  { store, readers, parallel, onBytes, signal }: FetchOptions,
  patience: Patience = ordinaryPatience,
): Promise<void> {
  const stop = new AbortController();
  let received = 0;
  const options: ReceiveOptions = {
    lines: linesTo(readers),
    patience,
    onBytes: (change) => onBytes((received += change)),
    signal: AbortSignal.any([signal, stop.signal]),
  };
  const files = await missing(wanted, store);
  requireSize(files);
  const queue = files.values();
  const workers = Array.from({ length: parallel }, () => work(queue, store, options, stop));
  await Promise.all(workers);
  await store.sync();
  if (stop.signal.aborted) throw stop.signal.reason;
}

async function missing(wanted: readonly Wanted[], store: BlockStore): Promise<readonly Wanted[]> {
  const once = [...new Map(wanted.map((file) => [file.sha256, file])).values()];
  const held = await Promise.all(once.map(({ sha256, expected }) => store.holds({ sha256, length: expected.length })));
  return once.filter((_, place) => !held[place]);
}

/** Spec 5.7.3 limits what is downloaded; a signed length alone would let a publisher fill the disk. */
function requireSize(files: readonly Wanted[]): void {
  let total = 0;
  for (const { expected } of files) {
    total += expected.length;
    if (expected.length > limits.delta || total > limits.packagePacked + limits.packageFiles) {
      throw new Refusal('too-large', expected.file, `${expected.length} bytes, ${total} with those before it`);
    }
  }
}

/** One of several that share a queue: the disk makes a file durable while the line brings the next. The first failure stops them all. */
async function work(queue: Iterable<Wanted>, store: BlockStore, options: ReceiveOptions, stop: AbortController): Promise<void> {
  let keeping = Promise.resolve();
  await orStop(stop, async () => {
    for (const { expected, sha256 } of queue) {
      options.signal.throwIfAborted();
      const part = await bring(expected, store.fileOf({ sha256, length: expected.length }), options);
      await keeping;
      keeping = orStop(stop, () => part.keep());
    }
  });
  await keeping;
}

/** Never rejects. What the others throw when they are stopped comes too late to count. */
async function orStop(stop: AbortController, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    stop.abort(error);
  }
}
