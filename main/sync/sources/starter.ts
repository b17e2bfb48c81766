import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { asResult, failureOf, type Log } from '../refusal.ts';
import type { Origin } from '../run/run.ts';
import { manifestTargets, readManifest } from '../store/manifests.ts';
import { builtInPublisher } from '../trust/publishers.ts';
import { readFirstRoot } from '../trust/trust.ts';
import { folderReader } from './folder-reader.ts';

export const starterId = 'starter';

/** The repository that lies in the program's own folder: it is trusted as the program is. */
export async function openStarter(directory: string): Promise<Origin> {
  const bytes = await readFile(path.join(directory, 'metadata', '1.root.json'));
  const label = '随程序附带的内容';
  const publisher = builtInPublisher(readFirstRoot(bytes, label));
  return { id: starterId, reader: folderReader(directory, label), publisher, starter: true };
}

/** The starter's folder; null where there is none, or where it is damaged: then the program works without it. */
export async function soundStarter(directory: string | null, log: Log): Promise<string | null> {
  if (directory === null) return null;
  const opened = await asResult(log, 'the starter', () => openStarter(directory));
  return opened.ok ? directory : null;
}

/** The newest instant at which something of the starter was published, ISO 8601; '' where the starter cannot be read. */
export async function issuedOfStarter(directory: string): Promise<string> {
  const { signal } = new AbortController();
  try {
    const { reader, publisher } = await openStarter(directory);
    const refreshed = await publisher.refreshFrom(reader, new Date(0), signal);
    const manifests = await Promise.all(manifestTargets(refreshed).map((target) => readManifest(refreshed, target, reader, signal)));
    const issued = manifests.map((manifest) => Date.parse(manifest.issued));
    return issued.length > 0 ? new Date(Math.max(...issued)).toISOString() : '';
  } catch (error) {
    if (failureOf(error, '') === null) throw error;
    return '';
  }
}
