import { z } from 'zod';
import type { Unfinished } from '@shared/ipc/contract.ts';
import { manifestSchema } from '@shared/model/schemas/content.ts';
import { readJson, writeDurably } from '../../files.ts';
import { queue } from '../queue.ts';
import type { BlockStore } from '../store/block-store.ts';
import { isSameVersion } from '../store/installed.ts';
import type { Offer } from '../store/precedence.ts';
import { bytesOfParts, missingOf, partsOf, sumOf } from './plan.ts';

const part = z.object({ sha256: z.string(), length: z.number() });
const versionSchema = z.object({
  manifest: manifestSchema,
  publisher: z.string(),
  starter: z.boolean(),
  source: z.string(),
  expires: z.string(),
  /** What has to be fetched for it: patches or blocks, and pieces of large files. */
  wanted: z.array(part),
});

/** A verified version that a run has found and that is not installed yet, finished or not. */
export type FoundVersion = Offer & Readonly<Pick<z.infer<typeof versionSchema>, 'wanted'>>;

/** What the runs have found, kept in one file: a download is gone on with, and what waits still waits, after a restart. */
export interface Found {
  list(): Promise<readonly FoundVersion[]>;
  /**
   * Takes the place of what was found before under the same names. Of a version that was begun before, what was wanted
   * then counts still: it is gone on with where it stopped. Gives the versions as they are kept.
   */
  add(versions: readonly FoundVersion[]): Promise<readonly FoundVersion[]>;
  /** Forgets versions that are installed or given up. */
  drop(isDone: (version: FoundVersion) => boolean): Promise<void>;
}

export function openFound(file: string): Found {
  const inTurn = queue();
  // What cannot be read is found again by the next run.
  async function list(): Promise<readonly FoundVersion[]> {
    const parsed = z.array(versionSchema).safeParse(await readJson(file).catch(() => []));
    return parsed.success ? parsed.data : [];
  }
  const change = (how: (versions: readonly FoundVersion[]) => readonly FoundVersion[]): Promise<void> =>
    inTurn(async () => {
      const before = await list();
      const after = how(before);
      if (JSON.stringify(after) !== JSON.stringify(before)) await writeDurably(file, JSON.stringify(after));
    });
  return {
    list,
    async add(versions) {
      let kept: readonly FoundVersion[] = [];
      await change((before) => {
        kept = versions.map((version) => goneOnWith(version, before));
        return [...without(before, versions), ...kept];
      });
      return kept;
    },
    drop: (isDone) => change((before) => before.filter((version) => !isDone(version))),
  };
}

function goneOnWith(version: FoundVersion, before: readonly FoundVersion[]): FoundVersion {
  const begun = before.find((other) => isSameVersion(other, version));
  const wanted = new Map([...(begun?.wanted ?? []), ...version.wanted].map((one) => [one.sha256, one]));
  return { ...version, wanted: [...wanted.values()] };
}

function without(before: readonly FoundVersion[], versions: readonly FoundVersion[]): readonly FoundVersion[] {
  const names = new Set(versions.map(({ manifest }) => manifest.name));
  return before.filter(({ manifest }) => !names.has(manifest.name));
}

/** Everything that found versions need of the store: it may not be collected. */
export const inUseOf = (versions: readonly FoundVersion[]): ReadonlySet<string> =>
  new Set(versions.flatMap(({ manifest, wanted }) => [...partsOf(manifest), ...wanted].map(({ sha256 }) => sha256)));

export async function isComplete({ manifest }: FoundVersion, store: BlockStore): Promise<boolean> {
  return (await missingOf(partsOf(manifest), store)).length === 0;
}

/** What was begun and not brought to its end; null where there is nothing. */
export async function unfinishedOf(versions: readonly FoundVersion[], store: BlockStore): Promise<Unfinished | null> {
  const incomplete: FoundVersion[] = [];
  for (const version of versions) if (!(await isComplete(version, store))) incomplete.push(version);
  if (incomplete.length === 0) return null;
  return { ...(await progressOf(incomplete, store)), titles: incomplete.map(({ manifest }) => manifest.title) };
}

/** Bytes of what was wanted that are here, and all of them. */
export async function progressOf(versions: readonly FoundVersion[], store: BlockStore): Promise<Pick<Unfinished, 'done' | 'total'>> {
  const wanted = versions.flatMap((version) => version.wanted);
  return { done: await bytesOfParts(wanted, store), total: sumOf(wanted) };
}
