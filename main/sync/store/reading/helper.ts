import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BlockEntry } from '@shared/model/package.ts';
import type { PackedIndex } from '@shared/packages/packed-index.ts';
import type { Answered, Asked } from './messages.ts';

/** A second thread that reads blocks of banks, so that both processors of a small computer are of use. */
export interface Helper {
  /** The index of a block; null where the helper cannot tell: then the caller reads the block. Never rejects. */
  read(entry: BlockEntry, bytes: Buffer): Promise<PackedIndex | null>;
  /** Ends the thread and gives its memory back; what is still asked is answered with null. */
  end(): Promise<void>;
}

/** Starts a helper. One that cannot start, or breaks, answers everything with null. */
export function startHelper(file = entryFile()): Helper {
  const waiting = new Map<number, (index: PackedIndex | null) => void>();
  let asked = 0;
  let isGone = false;
  const giveUp = (): void => {
    isGone = true;
    for (const tell of waiting.values()) tell(null);
    waiting.clear();
  };
  const worker = new Worker(file);
  worker.on('message', ({ number, index }: Answered) => {
    waiting.get(number)?.(index);
    waiting.delete(number);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    read(entry, bytes) {
      if (isGone) return Promise.resolve(null);
      const { promise, resolve } = Promise.withResolvers<PackedIndex | null>();
      const question: Asked = { number: (asked += 1), entry, bytes };
      waiting.set(question.number, resolve);
      worker.postMessage(question, []);
      return promise;
    },
    async end() {
      await worker.terminate();
      giveUp();
    },
  };
}

/** helper.js beside the built chunks, or entry.ts where the source itself runs. */
function entryFile(): string {
  const here = import.meta.dirname;
  if (import.meta.filename.endsWith('.ts')) return path.join(here, 'entry.ts');
  const built = [here, path.dirname(here)].map((folder) => path.join(folder, 'helper.js')).find((file) => existsSync(file));
  if (!built) throw new Error('helper.js is missing from the build');
  return built;
}
