import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashBytes, renamePatiently, syncDirectory } from '../files.ts';
import { hashFromMedium } from './read-back.ts';

/** What stands on the medium is not what was written. */
export class VerifyMismatch extends Error {}

/**
 * Writes a file so that its name shows only bytes that were read back from the medium and found equal: temporary name →
 * fsync → read back → rename → fsync of the folder. Returns the hex SHA-256. Throws VerifyMismatch or the system's error;
 * what stood under the name before is then still there.
 */
export async function writeProven(file: string, bytes: Uint8Array): Promise<string> {
  const temporary = `${file}.tmp`;
  const expected = hashBytes(bytes);
  try {
    await writeSynced(temporary, bytes);
    await prove(temporary, expected);
    await renamePatiently(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(path.dirname(file));
  return expected;
}

/** Reads a file back from its medium. Throws VerifyMismatch where it is not what it should be. */
export async function prove(file: string, expected: string): Promise<void> {
  const found = await hashFromMedium(file);
  if (found !== expected) throw new VerifyMismatch(`${path.basename(file)}: ${found} instead of ${expected}`);
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
