import { open } from 'node:fs/promises';

/** Shortens a file for good. Returns how many bytes were cut off. */
export async function cutFile(file: string, length: number): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.truncate(length);
    await handle.sync();
    return size - length;
  } finally {
    await handle.close();
  }
}
