import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SafeName } from './openable.ts';

/** Takes away what earlier runs of the program left open; what another program still holds stays until the next time. */
export async function forgetCopies(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * A copy to look at: in a folder of its own, read-only, under a safe name with one ending only. Changing it changes nothing that
 * is kept. Windows is told that it came from elsewhere, so that office programs open it protected.
 */
export async function copyToOpen(directory: string, file: string, { stem, ending }: SafeName): Promise<string> {
  const folder = path.join(directory, randomUUID());
  await mkdir(folder, { recursive: true });
  const copy = path.join(folder, `${stem.replaceAll('.', '_')}.${ending}`);
  await copyFile(file, copy);
  if (process.platform === 'win32') await writeFile(`${copy}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => undefined); // FAT has no streams
  await chmod(copy, 0o400);
  return copy;
}
