import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishedPath } from '../../../../main/publish/repository/repository.ts';
import { planDeltas } from '../../../../main/sync/delta/plan.ts';
import { rebuildBlocks } from '../../../../main/sync/delta/rebuild.ts';
import { openBlockStore } from '../../../../main/sync/store/block-store.ts';
import type { PackageManifest, PieceEntry } from '../../../../shared/model/package.ts';
import { temporaryFolder } from '../support.ts';

export interface Outcome {
  /** Bytes that had to come: deltas and whole blocks. */
  readonly fetched: number;
  /** Bytes of blocks that were made here. */
  readonly made: number;
  /** Bytes of blocks that were missing. */
  readonly missing: number;
}

/** A store of blocks beside a repository, and the update from one version to another as the sync does it. */
export async function openClient(repository: string) {
  const directory = path.join(await temporaryFolder(), 'blocks');
  const store = await openBlockStore(directory);
  const { signal } = new AbortController();
  const published = (entry: PieceEntry): Promise<Buffer> => readFile(publishedPath(repository, entry));

  return {
    store,
    async install({ blocks }: PackageManifest): Promise<void> {
      for (const block of blocks) await store.put(block, await published(block));
    },
    /** Makes a block in the store another one of the same length. */
    damage: async ({ sha256 }: PieceEntry): Promise<void> => {
      const file = path.join(directory, sha256);
      const bytes = await readFile(file);
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(file, bytes);
    },
    async update(installed: PackageManifest, next: PackageManifest): Promise<Outcome> {
      const missing = await lacking(next);
      const plan = planDeltas(next, installed.version, missing);
      const chain = await Promise.all(plan.map(published));
      const made = await rebuildBlocks(chain, missing, { store, installed, signal });
      const rest = await lacking(next);
      for (const block of rest) await store.put(block, await published(block));
      return { fetched: lengthOf(plan) + lengthOf(rest), made, missing: lengthOf(missing) };
    },
    lacking,
  };

  async function lacking({ blocks }: PackageManifest): Promise<PackageManifest['blocks']> {
    const held = await Promise.all(blocks.map((block) => store.read(block)));
    return blocks.filter((_, place) => held[place] === null);
  }
}

const lengthOf = (entries: readonly { readonly length: number }[]): number => entries.reduce((sum, { length }) => sum + length, 0);
