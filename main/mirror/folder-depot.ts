import { mkdir, readFile, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { deviceOf, placeLabel } from '../export/export-files.ts';
import { VerifyMismatch, writeProven } from '../export/proven-file.ts';
import { codeOf, fileFailure } from '../files.ts';
import { Refusal, stopIfCancelled } from '../sync/refusal.ts';
import type { Depot } from './depot.ts';

/**
 * A copy in a folder: on a disk, on a share, on a stick. Each file is written under a temporary name, read back from the
 * medium and then renamed. `place` is what the person chose; the folder itself may not exist yet.
 */
export async function folderDepot(directory: string, place: string): Promise<Depot> {
  const label = placeLabel(place);
  const device = await deviceOf(place);
  if (device === null) throw new Refusal('place-gone', label, 'the chosen folder is gone');
  const at = (name: string): string => path.join(directory, ...name.split('/'));

  /**
   * A stick that was pulled out leaves an empty mount point, which takes files all the same: looked at before, so that
   * little lands there, and after, since it may go in the middle.
   */
  async function sameDevice<T>(name: string, work: () => Promise<T>): Promise<T> {
    const stillThere = async (): Promise<void> => {
      if ((await deviceOf(place)) !== device) throw new Refusal('place-gone', label, 'another device lies there now');
    };
    try {
      await stillThere();
      const result = await work();
      await stillThere();
      return result;
    } catch (error) {
      throw (await refusalOf(error, name)) ?? error;
    }
  }

  async function refusalOf(error: unknown, name: string): Promise<Refusal | null> {
    if (error instanceof Refusal) return error;
    if (error instanceof VerifyMismatch) return new Refusal('verify-mismatch', path.basename(name), 'read back', error);
    if ((await deviceOf(place)) !== device) return new Refusal('place-gone', label, `writing ${name}`, error);
    return codeOf(error).startsWith('E') ? new Refusal(fileFailure(error, '').kind, label, `writing ${name}`, error) : null;
  }

  async function put(name: string, bytes: Buffer, signal: AbortSignal): Promise<void> {
    stopIfCancelled(signal, label);
    await sameDevice(name, async () => {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeProven(at(name), bytes);
    });
  }

  return {
    label,
    find: (name) => sameDevice(name, async () => orNull(async () => (await stat(at(name))).size)),
    read: (name, cap) => sameDevice(name, async () => orNull(() => readUpTo(at(name), cap))),
    put,
    putLast: put,
    async prepare(bytes) {
      const { bavail, bsize } = await sameDevice(label, () => statfs(place));
      if (bytes > bavail * bsize) throw new Refusal('disk-full', label, `${bytes} bytes wanted, ${bavail * bsize} free`);
    },
  };
}

async function readUpTo(file: string, cap: number): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > cap) throw new Refusal('too-large', path.basename(file), `${size} bytes`);
  return readFile(file);
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
