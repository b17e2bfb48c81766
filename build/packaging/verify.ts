// Reads back from a finished program what packaging claims to have set.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getRawHeader } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';

type Fuses = NonNullable<Configuration['electronFuses']>;

/** Prints each fuse of a program as it is. Throws where one is not as configured. */
export async function verifyFuses(binary: string, fuses: Fuses): Promise<void> {
  const wire = await getCurrentFuseWire(binary);
  const rows = Object.entries(fuses).map(([key, wanted]) => {
    const name = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    const state = wire[FuseV1Options[name as keyof typeof FuseV1Options]];
    return { fuse: name, wanted: wanted ? 'on' : 'off', found: stateName(state) };
  });
  console.log(`Fuses of ${path.basename(binary)}:`);
  console.table(rows);
  const wrong = rows.filter(({ wanted, found }) => wanted !== found).map(({ fuse }) => fuse);
  if (wrong.length > 0 || rows.length === 0) throw new Error(`fuses are not as configured: ${wrong.join(', ') || 'none configured'}`);
}

/** Throws unless a Windows program carries the hash of its own app.asar, which it compares at every start. */
export async function verifyIntegrity(binary: string): Promise<void> {
  const asar = path.join(path.dirname(binary), 'resources/app.asar');
  const hash = createHash('sha256').update(getRawHeader(asar).headerString).digest('hex');
  if (!(await readFile(binary)).includes(hash)) throw new Error(`${path.basename(binary)} does not carry the hash of its app.asar`);
  console.log(`Integrity: ${path.basename(binary)} carries the hash of app.asar, ${hash}`);
}

function stateName(state: FuseState | undefined): string {
  if (state === FuseState.ENABLE) return 'on';
  return state === FuseState.DISABLE ? 'off' : 'absent';
}
