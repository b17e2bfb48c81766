import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, readJson, writeDurably } from '../files.ts';
import { once } from '../once.ts';
import type { Safe } from '../publish/destinations.ts';
import { queueFor } from '../sync/queue.ts';

export interface InstallationKeyOptions {
  /** Folder of exams in the profile. */
  readonly directory: string;
  /** The system's safe; null where there is none: the key then lies in the profile, readable to its owner only. */
  readonly safe: Safe | null;
  readonly log: (message: string, error: unknown) => void;
}

const kept = z.object({ sealed: z.boolean(), key: z.string() });

/** Gives the Ed25519 key that signs exam records, claims and bundles on this computer; made at first use. */
export function installationKey(options: InstallationKeyOptions): () => Promise<KeyObject> {
  return once(() => queueFor(fileIn(options.directory))(async () => (await readKey(options)) ?? makeKey(options)));
}

const fileIn = (directory: string): string => path.join(directory, 'installation-key.json');

/** Null where there is none, or none that opens: the safe of another account or computer does not open what this one sealed. */
async function readKey({ directory, safe, log }: InstallationKeyOptions): Promise<KeyObject | null> {
  try {
    const value = await readJson(fileIn(directory));
    if (value === null) return null;
    const { sealed, key } = kept.parse(value);
    if (sealed && !safe) throw new Error('sealed by a safe that is not there');
    return createPrivateKey(sealed && safe ? safe.open(key) : key);
  } catch (error) {
    log('the installation key does not open; a new one is made', error);
    await setAside(directory);
    return null;
  }
}

/** The old key is not thrown away: on its own computer or account it may open again. */
async function setAside(directory: string): Promise<void> {
  try {
    await rename(fileIn(directory), path.join(directory, 'installation-key.old.json'));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function makeKey({ directory, safe }: InstallationKeyOptions): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const entry = safe ? { sealed: true, key: safe.seal(pem) } : { sealed: false, key: pem };
  await mkdir(directory, { recursive: true });
  await writeDurably(fileIn(directory), `${JSON.stringify(entry)}\n`, 0o600);
  return privateKey;
}
