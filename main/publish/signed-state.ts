import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { hashFile } from '../files.ts';

/**
 * What the readers of a repository go by, as one text: the number of its newest root and the hash of its timestamp. It
 * becomes another one with everything that is published, renewed or signed again. '' where it cannot be read.
 */
export async function signedState(repository: string): Promise<string> {
  const folder = path.join(repository, 'metadata');
  try {
    const roots = (await readdir(folder)).map((name) => Number(/^(\d+)\.root\.json$/.exec(name)?.[1] ?? 0));
    return `${Math.max(0, ...roots)} ${await hashFile(path.join(folder, 'timestamp.json'))}`;
  } catch {
    return '';
  }
}
