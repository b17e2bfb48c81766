import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { failureKinds } from '@shared/model/failure.ts';
import { readJson, writeDurably } from '../files.ts';
import { queue } from '../sync/queue.ts';

const uploadSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  failure: z.object({ kind: z.enum(failureKinds), subject: z.string(), at: z.string().exactOptional() }).nullable(),
  /** What the repository was when the last upload that went well began (see signed-state.ts); '' before the first. */
  signed: z.string().default(''),
});

const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(['folder', 'webdav', 's3']),
  /** Folder or address; it never leaves main. */
  at: z.string(),
  label: z.string(),
  /** Of S3, else ''. */
  region: z.string(),
  /** Whether it asks for a user and password, or keys. */
  guarded: z.boolean(),
  /** What opens it, sealed by the system's safe; null where there is nothing to keep, or no safe. */
  sealed: z.string().nullable(),
  lastUpload: uploadSchema.nullable(),
});

/** A place to which the repository is copied, as this computer keeps it. */
export type DestinationEntry = Readonly<z.infer<typeof entrySchema>>;

/** User and password of WebDAV, access key and secret key of S3. */
export interface Secrets {
  readonly user: string;
  readonly password: string;
}

/** The system's own safe for secrets: DPAPI, Keychain, the keyring. Text in, text out. */
export interface Safe {
  seal(text: string): string;
  open(sealed: string): string;
}

export interface Destinations {
  list(): Promise<readonly DestinationEntry[]>;
  find(id: string): Promise<DestinationEntry | null>;
  /** The same place again keeps its id and takes the new secrets. */
  put(place: Pick<DestinationEntry, 'kind' | 'at' | 'label' | 'region'>, secrets: Secrets | null): Promise<DestinationEntry>;
  update(id: string, changes: Pick<DestinationEntry, 'lastUpload'>): Promise<void>;
  remove(id: string): Promise<void>;
  /** Both '' where none are needed. Null where they were not kept: the person gives them again, for without a safe they end with the program. */
  secretsOf(entry: DestinationEntry): Secrets | null;
}

const secretsSchema = z.object({ user: z.string(), password: z.string() });

/** The destinations of a profile, in destinations.json. A list that cannot be read counts as empty: they can be added again. */
export function openDestinations(profile: string, safe: Safe | null): Destinations {
  const file = path.join(profile, 'destinations.json');
  const inTurn = queue();
  const inMemory = new Map<string, Secrets>();
  async function list(): Promise<readonly DestinationEntry[]> {
    const parsed = z.array(entrySchema).safeParse(await readJson(file).catch(() => []));
    return parsed.success ? parsed.data : [];
  }
  const change = (how: (entries: readonly DestinationEntry[]) => readonly DestinationEntry[]): Promise<void> =>
    inTurn(async () => writeDurably(file, `${JSON.stringify(how(await list()), null, 2)}\n`));
  return {
    list,
    find: async (id) => (await list()).find((entry) => entry.id === id) ?? null,
    async put(place, secrets) {
      const before = (await list()).find(({ kind, at }) => kind === place.kind && at === place.at);
      const sealed = secrets && safe ? safe.seal(JSON.stringify(secrets)) : null;
      const entry = { ...place, id: before?.id ?? randomUUID(), guarded: secrets !== null, sealed, lastUpload: before?.lastUpload ?? null };
      if (secrets) inMemory.set(entry.id, secrets);
      await change((entries) => [...entries.filter(({ id }) => id !== entry.id), entry]);
      return entry;
    },
    update: (id, changes) => change((entries) => entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry))),
    remove: (id) => change((entries) => entries.filter((entry) => entry.id !== id)),
    secretsOf({ id, guarded, sealed }) {
      if (!guarded) return { user: '', password: '' };
      return inMemory.get(id) ?? (sealed === null || safe === null ? null : opened(safe, sealed));
    },
  };
}

/** The safe of another account or computer does not open what this one sealed. */
function opened(safe: Safe, sealed: string): Secrets | null {
  try {
    return secretsSchema.parse(JSON.parse(safe.open(sealed)));
  } catch {
    return null;
  }
}
