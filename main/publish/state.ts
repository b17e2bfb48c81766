import path from 'node:path';
import { access } from 'node:fs/promises';
import type { Destination, KeysState, PublishedPackageState, PublisherState } from '@shared/ipc/publisher.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Log } from '../sync/refusal.ts';
import { folderReader } from '../sync/sources/folder-reader.ts';
import { manifestTargets, readManifest } from '../sync/store/manifests.ts';
import type { DestinationEntry } from './destinations.ts';
import type { KeyRoom } from './keys/room.ts';
import { keysState } from './keys/state.ts';
import { publisherResult } from './failure.ts';
import { repositoryLabel, type Remembered } from './remembered.ts';
import { openRepository, type Repository } from './repository/repository.ts';

/** What is known of the repository besides what it says itself. */
export interface RepositoryPlace {
  readonly remembered: Remembered | null;
  /** Token of its folder. */
  readonly place: string | null;
  /** See signed-state.ts; null while the repository is not there. */
  readonly signed: string | null;
}

/** What the publishing page shows. What is damaged counts as not there, and is said once among the troubles. */
export async function publisherState(
  room: KeyRoom,
  { remembered, place, signed }: RepositoryPlace,
  destinations: readonly DestinationEntry[],
  log: Log,
): Promise<PublisherState> {
  const troubles = new Map<string, Failure>();
  const lenient = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const result = await publisherResult(log, '', work);
    if (result.ok) return result.value;
    troubles.set(result.failure.kind + result.failure.subject, result.failure);
    return otherwise;
  };
  const { repository: directory } = room;
  const repository = directory === null ? null : await lenient(() => openRepository(directory), null);
  return {
    repository: remembered && {
      label: remembered.path === null ? '' : repositoryLabel(remembered.path),
      available: repository !== null,
      fingerprint: remembered.fingerprint,
      place: repository && place,
    },
    published: repository ? await lenient(() => publishedIn(repository), []) : [],
    keys: await lenient(() => keysState({ ...room, repository: repository && directory }, repository), noKeys),
    destinations: destinations.map((entry) => asDestination(entry, signed)),
    troubles: [...troubles.values()],
  };
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

/** `signed`: what the repository is now, or null while it is not there and nothing can be said. */
export const asDestination = ({ id, kind, label, lastUpload }: DestinationEntry, signed: string | null): Destination => ({
  id,
  kind,
  label,
  lastUpload: lastUpload && {
    at: lastUpload.at,
    failure: lastUpload.failure,
    current: signed === null || lastUpload.signed === signed,
  },
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
