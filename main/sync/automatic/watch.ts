import { access, readFile } from 'node:fs/promises';
import type { SetTimer } from './runner.ts';

export interface WatchOptions<T> {
  /** Asked again and again; what throws counts as unchanged. */
  readonly read: () => Promise<T>;
  /** Milliseconds between an answer and the next question. */
  readonly every: number;
  readonly changed: (after: T, before: T) => void;
  readonly setTimer: SetTimer;
}

/** Tells when an answer has become another one. The first answer is only remembered. Gives what ends the watch. */
export function watch<T extends string | boolean>({ read, every, changed, setTimer }: WatchOptions<T>): () => void {
  let last: T | undefined;
  let stopped = false;
  let clear = (): void => undefined;

  async function look(): Promise<void> {
    const next = await read().catch(() => last);
    if (stopped) return;
    const before = last;
    last = next;
    if (next !== undefined && before !== undefined && next !== before) changed(next, before);
    clear = setTimer(() => void look(), every);
  }

  void look();
  return () => {
    stopped = true;
    clear();
  };
}

/** How often the list of drives is looked at (ms). Windows: asking for a letter may wake an empty card reader. */
export const driveInterval = process.platform === 'win32' ? 5_000 : 3_000;

/** How often the system is asked whether there is a network (ms). */
export const networkInterval = 15_000;

/** Something cheap that becomes another text when a drive is plugged in or pulled out. The Windows half has not been run on Windows. */
export async function driveList(): Promise<string> {
  if (process.platform === 'linux') return readFile('/proc/mounts', 'utf8');
  if (process.platform !== 'win32') return '';
  const present = await Promise.all([...'DEFGHIJKLMNOPQRSTUVWXYZ'].map(async (letter) => ((await isThere(`${letter}:\\`)) ? letter : '')));
  return present.join('');
}

const isThere = (root: string): Promise<boolean> =>
  access(root).then(
    () => true,
    () => false,
  );
