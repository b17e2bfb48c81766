import path from 'node:path';
import { access } from 'node:fs/promises';
import type { Destination, KeysState, PublishedPackageState, PublisherState } from '@shared/ipc/publisher.ts';
import { Refusal, type Log } from '../sync/refusal.ts';
import { folderReader } from '../sync/sources/folder-reader.ts';
import { manifestTargets, readManifest } from '../sync/store/manifests.ts';
import type { DestinationEntry } from './destinations.ts';
import type { KeyRoom } from './keys/room.ts';
import { keysState } from './keys/state.ts';
import { PublishRefusal } from './problem.ts';
import { repositoryLabel, type Remembered } from './remembered.ts';
import { openRepository, type Repository } from './repository/repository.ts';

/** What the publishing page shows. What is damaged counts as not there: whoever then works with it reads what is wrong. */
export async function publisherState(
  room: KeyRoom,
  remembered: Remembered | null,
  destinations: readonly DestinationEntry[],
  log: Log,
): Promise<PublisherState> {
  const lenient = <T>(work: () => Promise<T>, otherwise: T): Promise<T> =>
    work().catch((error: unknown) => refusedTo(otherwise, error, log));
  const { repository: directory } = room;
  const repository = directory === null ? null : await lenient(() => openRepository(directory), null);
  return {
    repository: remembered && {
      label: remembered.path === null ? '' : repositoryLabel(remembered.path),
      available: repository !== null,
      fingerprint: remembered.fingerprint,
    },
    published: repository ? await lenient(() => publishedIn(repository), []) : [],
    keys: await lenient(() => keysState({ ...room, repository: repository && directory }, repository), noKeys),
    destinations: destinations.map(asDestination),
  };
}

function refusedTo<T>(otherwise: T, error: unknown, log: Log): T {
  if (!(error instanceof PublishRefusal || error instanceof Refusal)) throw error;
  log('looking at the repository and its keys', error);
  return otherwise;
}

const noKeys: KeysState = {
  root: { keys: [], threshold: 1 },
  online: [],
  rootExpires: '',
  expires: '',
  exported: { root: null, online: null },
};

/** The remembered folder, while the disk or stick that it lies on is there; else null. */
export async function availableRepository(remembered: Remembered | null): Promise<string | null> {
  if (!remembered?.path) return null;
  const { path: folder } = remembered;
  return access(path.join(folder, 'metadata', '1.root.json')).then(
    () => folder,
    () => null,
  );
}

export const asDestination = ({ id, kind, label, lastUpload }: DestinationEntry): Destination => ({
  id,
  kind,
  label,
  lastUpload: lastUpload && { at: lastUpload.at, failure: lastUpload.failure },
});

async function publishedIn({ directory, current }: Repository): Promise<readonly PublishedPackageState[]> {
  if (!current) return [];
  const reader = folderReader(directory, path.basename(directory));
  const { signal } = new AbortController();
  const packages: PublishedPackageState[] = [];
  for (const target of manifestTargets(current)) {
    const { name, kind, title, version, issued, blocks } = await readManifest(current, target, reader, signal);
    packages.push({ name, kind, title, version, issued, items: blocks.reduce((sum, { items }) => sum + items, 0) });
  }
  return packages;
}
