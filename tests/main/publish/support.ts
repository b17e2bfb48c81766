import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { PublishProblemCode } from '../../../main/publish/problem.ts';
import { PublishRefusal } from '../../../main/publish/problem.ts';
import type { KeyRoom } from '../../../main/publish/keys/room.ts';
import { createUnlocked } from '../../../main/publish/keys/unlocked.ts';
import { readRoots } from '../../../main/publish/keys/newest-root.ts';
import { folderReader } from '../../../main/sync/sources/folder-reader.ts';
import type { Reader } from '../../../main/sync/sources/reader.ts';
import type { Refreshed } from '../../../main/sync/trust/refresh.ts';
import { openPublisher, trustPublisher } from '../../../main/sync/trust/publishers.ts';
import { readFirstRoot } from '../../../main/sync/trust/trust.ts';
import { noon, temporaryFolder } from '../sync/support.ts';

/** The repository and the keys of a bureau, and nothing unlocked. */
export const roomOf = ({
  repository,
  keys,
}: {
  readonly repository: string;
  readonly keys: string;
}): KeyRoom & { readonly repository: string } => ({
  directory: keys,
  repository,
  unlocked: createUnlocked(),
});

/** A copy of a bureau's repository and keys. */
export async function copyOfBureau(bureau: { readonly repository: string; readonly keys: string }) {
  const home = await temporaryFolder();
  const copy = { repository: path.join(home, 'repository'), keys: path.join(home, 'keys') };
  await cp(bureau.repository, copy.repository, { recursive: true });
  await cp(bureau.keys, copy.keys, { recursive: true });
  return copy;
}

/** Codes of the problems that refuse a step; 'done' where nothing refuses it. */
export async function codesOf(work: Promise<unknown>): Promise<readonly PublishProblemCode[] | 'done'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof PublishRefusal) return error.problems.map(({ code }) => code);
    throw error;
  }
}

/** Versions that a client trusts after a refresh. */
export interface Trusted {
  readonly root: number;
  readonly timestamp: number;
}

export interface Client {
  /** Brings its trust up to date from a repository. Throws Refusal. */
  refresh(from: string | Reader, now?: number): Promise<Trusted>;
  /** The same with everything that it says now. */
  take(from: Reader, now?: number): Promise<Refreshed>;
}

/** A client that has trusted the first root of a repository and nothing else yet. */
export async function clientOf(repository: string): Promise<Client> {
  const roots = await readRoots(repository);
  const first = roots?.files[0];
  if (!first) throw new Error('no root to trust');
  const { fingerprint } = roots;
  const directory = await temporaryFolder();
  await trustPublisher(directory, readFirstRoot(first.bytes, first.name));
  async function take(from: Reader, now = noon): Promise<Refreshed> {
    const publisher = await openPublisher(directory, fingerprint);
    return publisher.refreshFrom(from, new Date(now), new AbortController().signal);
  }
  return {
    take,
    async refresh(from, now) {
      const { store } = await take(typeof from === 'string' ? folderReader(from, 'copy') : from, now);
      return { root: store.root.signed.version, timestamp: store.timestamp?.signed.version ?? 0 };
    },
  };
}
