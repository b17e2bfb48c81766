import { z } from 'zod';
import type { Source, SourceCheck } from '@shared/ipc/contract.ts';
import { failureKinds } from '@shared/model/failure.ts';
import { readJson, writeDurably } from '../../files.ts';
import { queue } from '../queue.ts';

const checkSchema = z.object({
  at: z.number(),
  failure: z.object({ kind: z.enum(failureKinds), subject: z.string(), at: z.string().exactOptional() }).nullable(),
}) satisfies z.ZodType<SourceCheck>;

const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(['http', 'folder', 'removable']),
  /** Address or path; it never leaves main. */
  at: z.string(),
  label: z.string(),
  publisher: z.string(),
  lastSuccess: z.number().nullable(),
  lastCheck: checkSchema.nullable().default(null),
  /** Version of the publisher's root at the last check; 0 before the first. */
  root: z.int().default(0),
});

/** A source that a person added. */
export type SourceEntry = Readonly<z.infer<typeof entrySchema>>;

export interface SourceList {
  /** The preferred one first. */
  list(): Promise<readonly SourceEntry[]>;
  /** Adds an entry at the end, or replaces the one with its id where it stands. */
  put(entry: SourceEntry): Promise<void>;
  /** Changes an entry, if it is still there. */
  update(id: string, changes: Partial<SourceEntry>): Promise<void>;
  remove(id: string): Promise<void>;
  /** The named ones first, in this order. Ids that are not there count for nothing; sources that are not named follow as they stood. */
  order(ids: readonly string[]): Promise<void>;
}

/** The added sources in order of preference, kept in one readable file. */
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
    put: (entry) => change((entries) => putInto(entries, entry)),
    update: (id, changes) => change((entries) => entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry))),
    remove: (id) => change((entries) => entries.filter((entry) => entry.id !== id)),
    order: (ids) => change((entries) => inOrder(entries, ids)),
  };
}

function putInto(entries: readonly SourceEntry[], entry: SourceEntry): readonly SourceEntry[] {
  const place = entries.findIndex(({ id }) => id === entry.id);
  return place === -1 ? [...entries, entry] : entries.with(place, entry);
}

function inOrder(entries: readonly SourceEntry[], ids: readonly string[]): readonly SourceEntry[] {
  const named = new Set(ids);
  const first = [...named].flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  return [...first, ...entries.filter(({ id }) => !named.has(id))];
}

export const asSource = ({ id, kind, label, publisher, lastSuccess, lastCheck }: SourceEntry): Source => ({
  id,
  kind,
  label,
  publisher,
  lastSuccess,
  lastCheck,
});
