import type { TaskProgress } from '@shared/ipc/contract.ts';
import type { UploadOutcome } from '@shared/ipc/publisher.ts';
import { stopIfCancelled } from '../sync/refusal.ts';
import type { RootChain } from './root-chain.ts';
import type { Depot } from './depot.ts';
import { orderRoots } from './order.ts';
import type { Shelf, ShelfFile } from './shelf.ts';
import { parse, requireOurPlace } from './standing.ts';

export interface MirrorOptions {
  readonly signal: AbortSignal;
  readonly progress: (step: Omit<TaskProgress, 'task'>) => void;
}

/** So many files go at once; each is a block or a piece, at most some megabytes. */
const together = 4;

const timestampFile = 'metadata/timestamp.json';

export type Mirrored = Omit<UploadOutcome, 'removable'>;

/**
 * Copies what a repository publishes now to another place, in an order in which every reader, at any moment and also
 * when it ends midway, finds the old state or the new one whole: targets, roots, the rest of the metadata, timestamp.json
 * last. What lies there already is left, so doing it again goes on where it ended. Throws Refusal, and what the
 * shelf throws.
 */
export async function mirror(shelf: Shelf, depot: Depot, { signal, progress }: MirrorOptions): Promise<Mirrored> {
  const { roots, publication } = shelf;
  const { files, timestamp } = publication;
  const targets = files.filter(({ file }) => file.startsWith('targets/'));
  const standing = await requireOurPlace(depot, roots, timestamp, signal);
  const { early, late } = orderRoots(roots, standing, parse(timestamp));
  const others = files.filter(({ file }) => file.startsWith('metadata/') && file !== timestampFile && !isRoot(file, roots));
  const metadata = [...early.map(asPublished), ...others];

  const missing = await missingOf(depot, targets, signal);
  const lengthOf = (list: readonly ShelfFile[]): number => list.reduce((sum, { length }) => sum + length, 0);
  const counter = counterOf(lengthOf([...missing, ...metadata]) + timestamp.length, progress);
  await depot.prepare(lengthOf(missing), signal);
  await inParallel(missing, async ({ file }) => {
    stopIfCancelled(signal, depot.label);
    const bytes = await shelf.read(file);
    await depot.put(file, bytes, signal);
    counter.wrote(bytes.length);
  });
  for (const { file } of metadata) await putMetadata(file, (bytes) => depot.put(file, bytes, signal));
  await putMetadata(timestampFile, (bytes) => depot.putLast(timestampFile, bytes, signal));
  for (const { name } of late) await putMetadata(`metadata/${name}`, (bytes) => depot.put(`metadata/${name}`, bytes, signal));
  return { files: files.length, bytes: lengthOf(files), ...counter.written() };

  /** The same length says nothing of a signed file: it is read there, and put where it differs. */
  async function putMetadata(file: string, put: (bytes: Buffer) => Promise<void>): Promise<void> {
    stopIfCancelled(signal, depot.label);
    const bytes = file === timestampFile ? timestamp : await shelf.read(file);
    const there = await depot.read(file, bytes.length + 1_000_000, signal);
    if (there?.equals(bytes)) return counter.passed(bytes.length);
    await put(bytes);
    return counter.wrote(bytes.length);
  }
}

/** Their names hold their hash: the same name and length are the same content. */
async function missingOf(depot: Depot, targets: readonly ShelfFile[], signal: AbortSignal): Promise<readonly ShelfFile[]> {
  const missing = new Set<ShelfFile>();
  await inParallel(targets, async (target) => {
    stopIfCancelled(signal, depot.label);
    if ((await depot.find(target.file, signal)) !== target.length) missing.add(target);
  });
  return targets.filter((target) => missing.has(target));
}

function counterOf(total: number, progress: MirrorOptions['progress']) {
  let done = 0;
  let writtenFiles = 0;
  let writtenBytes = 0;
  const passed = (bytes: number): void => {
    done += bytes;
    progress({ phase: 'write', done: Math.min(done, total), total, unit: 'bytes' });
  };
  return {
    passed,
    wrote(bytes: number): void {
      writtenFiles += 1;
      writtenBytes += bytes;
      passed(bytes);
    },
    written: () => ({ writtenFiles, writtenBytes }),
  };
}

/** Some at a time; the first that fails ends it, after those that are under way. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: together }, worker));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
}

const isRoot = (file: string, { files }: RootChain): boolean => files.some(({ name }) => file === `metadata/${name}`);
const asPublished = ({ name, bytes }: RootChain['files'][number]): ShelfFile => ({ file: `metadata/${name}`, length: bytes.length });
