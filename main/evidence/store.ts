import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { StoredEvidence } from '@shared/ipc/projects.ts';
import { hashFile, renamePatiently, syncDirectory } from '../files.ts';
import { Refusal } from '../sync/refusal.ts';

/** Files of evidence (佐证材料) in the profile, each under the hex SHA-256 of its bytes: the same file twice lies there once. */
export interface EvidenceStore {
  /** Copies a file durably. Throws Refusal too-large or not-understood, and the system's errors. */
  keep(file: string, atMost: number): Promise<StoredEvidence>;
  /** Path of a file that is there and whole; null where it is not there. Throws Refusal tampered. */
  find(sha256: string, name: string): Promise<string | null>;
  has(sha256: string): Promise<boolean>;
}

export async function openEvidenceStore(directory: string): Promise<EvidenceStore> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory)) if (name.endsWith('.tmp')) await rm(path.join(directory, name), { force: true });
  const pathOf = (sha256: string): string => path.join(directory, sha256);
  const has = async (sha256: string): Promise<boolean> => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return false; // it becomes part of a path
    return stat(pathOf(sha256)).then(
      (found) => found.isFile(),
      () => false,
    );
  };
  return {
    has,
    async keep(file, atMost) {
      const name = path.basename(file).normalize('NFC');
      const temporary = path.join(directory, `${randomUUID()}.tmp`);
      try {
        const { sha256, bytes } = await copy(file, temporary, name, atMost);
        await renamePatiently(temporary, pathOf(sha256));
        await syncDirectory(directory);
        return { name, bytes, sha256 };
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async find(sha256, name) {
      if (!(await has(sha256))) return null;
      if ((await hashFile(pathOf(sha256))) !== sha256) throw new Refusal('tampered', name, 'the stored file is not what it was');
      return pathOf(sha256);
    },
  };
}

interface Copied {
  readonly sha256: string;
  readonly bytes: number;
}

async function copy(file: string, temporary: string, name: string, atMost: number): Promise<Copied> {
  const found = await stat(file);
  if (!found.isFile()) throw new Refusal('not-understood', name, 'not an ordinary file'); // a pipe does not even open, a device has no end
  if (found.size > atMost) throw new Refusal('too-large', name, `${found.size} bytes`);
  const source = await open(file, 'r');
  try {
    const target = await open(temporary, 'w', 0o600);
    try {
      return await pump(source, target, name, atMost);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const pieceBytes = 1_000_000;

/** The cap counts what is read: a file may grow meanwhile. */
async function pump(source: FileHandle, target: FileHandle, name: string, atMost: number): Promise<Copied> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceBytes);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await source.read(piece);
    if (bytesRead === 0) break;
    bytes += bytesRead;
    if (bytes > atMost) throw new Refusal('too-large', name, 'it grew while it was read');
    const part = piece.subarray(0, bytesRead);
    hash.update(part);
    await target.writeFile(part);
  }
  await target.sync();
  return { sha256: hash.digest('hex'), bytes };
}
