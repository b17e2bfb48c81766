import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { InstalledPackage, PackageManifest } from '@shared/model/package.ts';
import { manifestSchema, packageName } from '@shared/model/schemas/content.ts';
import { readJson, writeDurably } from '../../files.ts';

/** What is installed under a name, kept in `installed/<name>.json`. */
export interface InstalledRecord {
  readonly manifest: PackageManifest;
  readonly publisher: string;
  /** True where it came with the program. */
  readonly starter: boolean;
  /** ISO 8601 instant. */
  readonly installedAt: string;
}

const recordSchema = z.object({
  manifest: manifestSchema,
  publisher: z.string(),
  starter: z.boolean(),
  installedAt: z.string(),
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

export function asInstalled({ manifest, publisher, installedAt }: InstalledRecord): InstalledPackage {
  const { name, kind, version, title, issued, blocks, replies } = manifest;
  return { name, kind, version, title, issued, blocks, publisher, installedAt, ...(replies && { replies }) };
}
