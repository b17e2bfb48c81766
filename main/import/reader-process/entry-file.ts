import { existsSync } from 'node:fs';
import path from 'node:path';

/** The file that a reader process runs: reader.js beside the built chunks, or entry.ts where the source itself runs. */
export function entryFile(): string {
  const here = import.meta.dirname;
  if (import.meta.filename.endsWith('.ts')) return path.join(here, 'entry.ts');
  const built = [here, path.dirname(here)].map((folder) => path.join(folder, 'reader.js')).find((file) => existsSync(file));
  if (!built) throw new Error('reader.js is missing from the build');
  return built;
}
