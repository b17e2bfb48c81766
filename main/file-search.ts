import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { limits } from './limits.ts';

/** Files with an ending (without its dot) in a folder and in its folders, in the order of their names. What cannot be listed is passed over. */
export async function filesWithEnding(folder: string, ending: string, depth: number = limits.answerDepth): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isFile() && entry.name.toLowerCase().endsWith(`.${ending}`)) found.push(file);
    if (entry.isDirectory() && depth > 0) found.push(...(await filesWithEnding(file, ending, depth - 1)));
  }
  return found.slice(0, limits.answerFiles);
}
