import path from 'node:path';
import { z } from 'zod';
import { repositoryName } from '../drives.ts';
import { placeLabel } from '../export/export-files.ts';
import { readJson, writeDurably } from '../files.ts';

/** `path` is absent in what older versions of the program wrote. */
const schema = z.object({ fingerprint: z.string(), path: z.string().optional() });

/** What this computer knows of its own repository, also while the stick it lies on is elsewhere. */
export interface Remembered {
  readonly fingerprint: string;
  /** Null where an older version of the program published last. */
  readonly path: string | null;
}

/** Null where this computer has not published yet. A damaged file says that it has, and no more. */
export async function rememberedRepository(profile: string): Promise<Remembered | null> {
  const value = await readJson(fileIn(profile)).catch(() => 'damaged');
  if (value === null) return null;
  const parsed = schema.safeParse(value);
  return { fingerprint: parsed.data?.fingerprint ?? '', path: parsed.data?.path ?? null };
}

export async function rememberRepository(
  profile: string,
  remembered: { readonly fingerprint: string; readonly path: string },
): Promise<void> {
  await writeDurably(fileIn(profile), `${JSON.stringify(remembered)}\n`);
}

/** The folder of the keys in a profile. */
export const keysFolder = (profile: string): string => path.join(profile, 'publisher-keys');

/** As a person knows it: the stick or folder that it lies in. */
export const repositoryLabel = (repository: string): string =>
  path.basename(repository) === repositoryName ? `${placeLabel(path.dirname(repository))}/${repositoryName}` : placeLabel(repository);

export const newRepositoryIn = (folder: string): string =>
  path.basename(folder) === repositoryName ? folder : path.join(folder, repositoryName);

const fileIn = (profile: string): string => path.join(profile, 'publisher.json');
