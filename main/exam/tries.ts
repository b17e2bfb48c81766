import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readJson, writeDurably } from '../files.ts';

/** So many wrong codes are free; the next ones cost a wait that doubles. */
const freeTries = 5;
const firstWaitMs = 30_000;
/** A code of 60 bits is safe at any such rate; whoever mistypes must not lose the exam over it. */
const longestWaitMs = 600_000;

export interface Tries {
  /** Milliseconds until the next try is allowed; 0 now. */
  waitFor(exam: string): Promise<number>;
  /** Counts a try before it is made: pulling the plug in the middle of one gives none back. Gives how many are left without a wait. */
  count(exam: string): Promise<number>;
  /** It was the right code. */
  forget(exam: string): Promise<void>;
}

const kept = z.record(z.string(), z.int().min(0));

/**
 * Wrong start codes, by exam, in tries.json. The wait runs on a monotonic clock of this process (`monotonic`, milliseconds):
 * setting the date forward shortens nothing, and a restart begins the wait again.
 */
export function openTries(directory: string, monotonic: () => number): Tries {
  const file = path.join(directory, 'tries.json');
  const until = new Map<string, number>();
  const read = async (): Promise<Record<string, number>> => {
    const parsed = kept.safeParse(await readJson(file).catch(() => null));
    return parsed.success ? parsed.data : {};
  };
  async function write(exam: string, wrong: number): Promise<void> {
    const { [exam]: _before, ...others } = await read();
    await mkdir(directory, { recursive: true });
    await writeDurably(file, `${JSON.stringify(wrong > 0 ? { ...others, [exam]: wrong } : others)}\n`);
  }
  const wrongOf = async (exam: string): Promise<number> => (await read())[exam] ?? 0;

  return {
    async waitFor(exam) {
      if (!until.has(exam)) until.set(exam, monotonic() + waitAfter(await wrongOf(exam)));
      return Math.max(0, (until.get(exam) ?? 0) - monotonic());
    },
    async count(exam) {
      const wrong = (await wrongOf(exam)) + 1;
      await write(exam, wrong);
      until.set(exam, monotonic() + waitAfter(wrong));
      return Math.max(0, freeTries - wrong);
    },
    async forget(exam) {
      until.delete(exam);
      await write(exam, 0);
    },
  };
}

/** How long to wait after so many wrong codes (milliseconds). */
export const waitAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(wrong - freeTries, 30));
