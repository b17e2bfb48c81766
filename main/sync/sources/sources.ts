import path from 'node:path';
import { z } from 'zod';
import type { Source, SourceLocation } from '@shared/ipc/contract.ts';
import { isOnRemovableDrive, repositoryIn } from '../../drives.ts';
import { readJson, writeDurably } from '../../files.ts';
import { folderReader } from './folder-reader.ts';
import { queue } from '../queue.ts';
import { httpReader, type Fetch } from './http-reader.ts';
import type { Reader } from './reader.ts';
import { Refusal } from '../refusal.ts';

const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(['http', 'folder', 'removable']),
  /** Address or path; it never leaves main. */
  at: z.string(),
  label: z.string(),
  publisher: z.string(),
  lastSuccess: z.number().nullable(),
});

/** A source that a person added. */
export type SourceEntry = Readonly<z.infer<typeof entrySchema>>;

export interface SourceList {
  list(): Promise<readonly SourceEntry[]>;
  /** Adds an entry, or replaces the one with its id. */
  put(entry: SourceEntry): Promise<void>;
  /** Changes an entry, if it is still there. */
  update(id: string, changes: Partial<SourceEntry>): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The added sources, kept in one readable file. */
export function openSources(file: string): SourceList {
  const inTurn = queue();
  // A list that cannot be read counts as empty: sources can be added again, what they brought is kept elsewhere.
  async function list(): Promise<readonly SourceEntry[]> {
    const parsed = z.array(entrySchema).safeParse(await readJson(file).catch(() => []));
    return parsed.success ? parsed.data : [];
  }
  const change = (how: (entries: readonly SourceEntry[]) => readonly SourceEntry[]): Promise<void> =>
    inTurn(async () => writeDurably(file, `${JSON.stringify(how(await list()), null, 2)}\n`));
  return {
    list,
    put: (entry) => change((entries) => [...entries.filter(({ id }) => id !== entry.id), entry]),
    update: (id, changes) => change((entries) => entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry))),
    remove: (id) => change((entries) => entries.filter((entry) => entry.id !== id)),
  };
}

export const asSource = ({ id, kind, label, publisher, lastSuccess }: SourceEntry): Source => ({ id, kind, label, publisher, lastSuccess });

/** Where a person says that a repository is, in main's own terms. */
export interface Located {
  readonly kind: SourceEntry['kind'];
  readonly at: string;
  readonly label: string;
}

/** Throws Refusal place-gone where a token stands for nothing any more. */
export async function locate(location: SourceLocation, placeOf: (token: string) => string | null): Promise<Located> {
  if (location.kind === 'http') return { kind: 'http', at: location.url, label: location.url };
  const folder = placeOf(location.place);
  if (folder === null) throw new Refusal('place-gone', '', 'the token of the place is not known');
  const kind = (await isOnRemovableDrive(folder)) ? 'removable' : 'folder';
  return { kind, at: folder, label: path.basename(folder) || folder };
}

/** How to read what lies there. A folder that is gone or empty says so when its first file is opened. */
export async function readerOf({ kind, at, label }: Located, fetch: Fetch): Promise<Reader> {
  if (kind === 'http') return httpReader(at, fetch);
  return folderReader((await repositoryIn(at)) ?? at, label);
}
