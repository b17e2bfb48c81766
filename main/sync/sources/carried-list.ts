import { z } from 'zod';
import { packageName } from '@shared/model/schemas/content.ts';

/** In a copy that holds chosen packages only, a file with this name at its root says which. */
export const carriedListFile = 'carried.json';

const schema = z.object({ packages: z.array(packageName).max(1_000) });

export const carriedList = (packages: readonly string[]): Buffer =>
  Buffer.from(`${JSON.stringify({ packages: [...new Set(packages)].sort() }, null, 2)}\n`);

/** Names in the list; null where it is no such list. It is not signed: it can only say that something is not there. */
export function readCarriedList(bytes: Buffer): ReadonlySet<string> | null {
  try {
    return new Set(schema.parse(JSON.parse(bytes.toString('utf8'))).packages);
  } catch {
    return null;
  }
}
