import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Floor } from '@shared/model/trust.ts';
import { Refusal } from '../../../../main/sync/refusal.ts';
import { folderReader } from '../../../../main/sync/sources/folder-reader.ts';
import { openPublisher, trustPublisher, type FloorKeeper } from '../../../../main/sync/trust/publishers.ts';
import { readFirstRoot } from '../../../../main/sync/trust/trust.ts';
import { ForeignRepository, newSigner } from '../foreign-repository.ts';
import { temporaryFolder } from '../support.ts';

/** A publisher's repository at three moments, and an office that has accepted the one in the middle. */
export interface Office {
  readonly repository: ForeignRepository;
  readonly older: string;
  readonly accepted: string;
  /** With the root renewed and another timestamp key. */
  readonly newer: string;
  readonly publishers: string;
  readonly fingerprint: string;
  readonly root: Buffer;
}

export async function openOffice(floors: FloorKeeper | null = null): Promise<Office> {
  const keep = await temporaryFolder();
  const repository = new ForeignRepository(path.join(keep, 'repository'));
  const root = await repository.publishRoot();
  const first = readFirstRoot(root, 'root');
  const copyTo = async (name: string): Promise<string> => {
    await cp(repository.directory, path.join(keep, name), { recursive: true });
    return path.join(keep, name);
  };
  await repository.publish({ 'a.txt': 'one' });
  const older = await copyTo('older');
  await repository.publish({ 'a.txt': 'two' });
  const accepted = await copyTo('accepted');
  repository.signers = { ...repository.signers, timestamp: [newSigner()] };
  await repository.publishRoot();
  await repository.publish({ 'a.txt': 'three' });
  const newer = await copyTo('newer');
  const publishers = path.join(keep, 'publishers');
  await trustPublisher(publishers, first);
  const office = { repository, older, accepted, newer, publishers, fingerprint: first.fingerprint, root };
  await refreshIn(office, accepted, floors);
  return office;
}

type Place = Pick<Office, 'publishers' | 'fingerprint'>;

/** Throws what the refresh throws. Gives the number of the targets that are trusted then. */
export async function refreshIn({ publishers, fingerprint }: Place, from: string, floors: FloorKeeper | null = null): Promise<number> {
  const publisher = await openPublisher(publishers, fingerprint, floors);
  const { signal } = new AbortController();
  const refreshed = await publisher.refreshFrom(folderReader(from, 'repository'), new Date(), signal);
  return refreshed.targets.signed.version;
}

/** The same in words: `targets 2` or the kind of the refusal. */
export async function outcomeOf(place: Place, from: string, floors: FloorKeeper | null = null): Promise<string> {
  try {
    return `targets ${await refreshIn(place, from, floors)}`;
  } catch (error) {
    if (error instanceof Refusal) return error.failure.kind;
    throw error;
  }
}

/** Floors in memory, as a journal that outlives the folder of publishers. */
export function memoryFloors(): FloorKeeper & { readonly kept: ReadonlyMap<string, Floor> } {
  const kept = new Map<string, Floor>();
  return {
    kept,
    read: async (fingerprint) => kept.get(fingerprint) ?? null,
    keep: async (fingerprint, floor) => void kept.set(fingerprint, floor),
  };
}
