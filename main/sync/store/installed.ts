import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { InstalledPackage, PackageManifest } from '@shared/model/package.ts';
import { manifestSchema, packageName } from '@shared/model/schemas/content.ts';
import { readJson, writeDurably } from '../../files.ts';
import type { Offer } from './precedence.ts';

/** What is installed under a name, kept in `installed/<name>.json`. */
export interface InstalledRecord extends Offer {
  /** ISO 8601 instant. */
  readonly installedAt: string;
  /** The version that this one replaced; null where there was none, or where it can no longer be taken up again. */
  readonly before: VersionBefore | null;
}

/** A replaced version: its record, without a version before it, and until when it is kept (milliseconds since 1970). */
export interface VersionBefore {
  readonly record: Omit<InstalledRecord, 'before'>;
  readonly until: number;
}

const recordShape = z.object({
  manifest: manifestSchema,
  publisher: z.string(),
  starter: z.boolean(),
  // The first versions of the program did not keep these.
  source: z.string().default(''),
  expires: z.string().default(''),
  installedAt: z.string(),
});

export const recordSchema = recordShape.extend({
  // A version before that cannot be read is none; the installed one is none the worse for it.
  before: z.object({ record: recordShape, until: z.number() }).nullable().default(null).catch(null),
}) satisfies z.ZodType<InstalledRecord>;

export interface InstalledRecords {
  list(): Promise<readonly InstalledRecord[]>;
  find(name: string): Promise<InstalledRecord | null>;
  put(record: InstalledRecord): Promise<void>;
}

export async function openInstalled(directory: string): Promise<InstalledRecords> {
  await mkdir(directory, { recursive: true });
  const fileOf = (name: string): string => path.join(directory, `${name}.json`);

  async function find(name: string): Promise<InstalledRecord | null> {
    if (!packageName.safeParse(name).success) return null; // it becomes part of a path
    const parsed = recordSchema.safeParse(await readJson(fileOf(name)).catch(() => null));
    // A record that cannot be read counts as not installed: the next sync brings the package again, the floor stays.
    return parsed.success ? parsed.data : null;
  }

  return {
    find,
    async list() {
      const files = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
      const records = await Promise.all(files.map((name) => find(path.basename(name, '.json'))));
      return records.filter((record) => record !== null);
    },
    put: (record) => writeDurably(fileOf(record.manifest.name), `${JSON.stringify(record, null, 2)}\n`),
  };
}

/** Whether two records or offers are the same version of the same publisher, byte for byte. */
export const isSameVersion = (one: VersionOf, other: VersionOf): boolean =>
  one.publisher === other.publisher && JSON.stringify(one.manifest) === JSON.stringify(other.manifest);

type VersionOf = { readonly publisher: string; readonly manifest: PackageManifest };

export function asInstalled({ manifest, publisher, installedAt }: InstalledRecord): InstalledPackage {
  const { name, kind, version, title, issued, blocks, retired, files, replies } = manifest;
  const always = { name, kind, version, title, issued, blocks, publisher, installedAt };
  return { ...always, ...(retired && { retired }), ...(files && { files }), ...(replies && { replies }) };
}
