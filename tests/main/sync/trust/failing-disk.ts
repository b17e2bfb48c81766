import fs, { type PathLike } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** After so many changes of the disk something happens to the next one. */
interface Fault {
  readonly after: number;
  /** `kill`: the process is gone, half of what it was writing is there. `full`: what is written is cut in half and refused. */
  readonly kind: 'kill' | 'full';
}

/** Does work on a disk with a fault. Gives whether the work came as far as the fault; what else goes wrong in it is not told. */
export async function onFailingDisk({ after, kind }: Fault, work: () => Promise<unknown>): Promise<boolean> {
  const real = { ...fs.promises };
  let steps = 0;
  const isFaulty = (): boolean => steps++ >= after;
  const error = (): Error => Object.assign(new Error(kind), kind === 'full' ? { code: 'ENOSPC' } : {});

  /** Everything that changes the disk and is not a write: it happens, unless the process is gone. */
  const change =
    <A extends unknown[], R>(how: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (isFaulty() && kind === 'kill') throw error();
      return how(...args);
    };
  async function open(file: PathLike, flags?: string | number, mode?: fs.Mode): Promise<FileHandle> {
    if (isFaulty() && kind === 'kill') throw error();
    const handle = await real.open(file, flags, mode);
    const writeFile = handle.writeFile.bind(handle);
    handle.writeFile = async (data) => {
      if (!isFaulty()) return writeFile(data);
      const half = typeof data === 'string' ? data.slice(0, data.length / 2) : '';
      if (steps === after + 1 || kind === 'full') await writeFile(half);
      throw error();
    };
    handle.sync = change(handle.sync.bind(handle));
    return handle;
  }
  Object.assign(fs.promises, { open, rename: change(real.rename), rm: change(real.rm), mkdir: change(real.mkdir) });
  syncBuiltinESMExports();
  try {
    await work().catch(() => undefined);
  } finally {
    Object.assign(fs.promises, real);
    syncBuiltinESMExports();
  }
  return steps > after;
}
